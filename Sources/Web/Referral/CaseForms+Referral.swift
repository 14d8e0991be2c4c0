extension CaseForms {
    /// From the referral interview to the adviser who takes somebody on.
    static let referral: [any CaseForm.Type] = [
        InterviewForm.self, ReferForm.self, AcknowledgeForm.self, QueryForm.self, AnswerForm.self,
        AskDetailsForm.self, AnswerDetailsForm.self, AssignForm.self,
        ChangeAdviserForm.self, TakingPartForm.self, ExtendQueryForm.self,
        EndReferralForm.self, ReturnForm.self, HandBackForm.self, ReadHandBackForm.self,
        TellEndForm.self, WithdrawExitForm.self, WithdrawReturnForm.self, WithdrawHandBackForm.self,
    ]
}
