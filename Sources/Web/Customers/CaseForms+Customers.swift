extension CaseForms {
    /// Who somebody is, who keeps their record, and what benefits they are on.
    static let customer: [any CaseForm.Type] = [
        TakeUpForm.self, GiveBackForm.self, TellKeeperForm.self, NameLeadForm.self, CorrectForm.self, EmailForm.self,
        LanguageForm.self, NeedsForm.self, BenefitForm.self,
    ]
}
