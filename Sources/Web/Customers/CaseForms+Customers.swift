extension CaseForms {
    /// Who somebody is, and what benefits they are on.
    static let customer: [any CaseForm.Type] = [CorrectForm.self, EmailForm.self, LanguageForm.self, BenefitForm.self]
}
