extension CaseForms {
    /// Jobs, and what shows that they were worked.
    static let work: [any CaseForm.Type] = [
        JobForm.self, HoursForm.self, EndJobForm.self, WithdrawJobForm.self, WithdrawEndForm.self, ProofForm.self,
        WithdrawProofForm.self,
    ]
}
