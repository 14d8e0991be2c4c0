/// The lists of reasons a programme offers. Every list ends in another reason, given in words.
public enum ReasonList: String, Sendable, Hashable, CaseIterable {
    case notReferred = "not_referred"
    case queryUnsuitable = "query_unsuitable"
    case adviserChange = "adviser_change"
    case chainMove = "chain_move"
    case chainRefusal = "chain_refusal"
    case missedAppointment = "missed_appointment"
    case goodCause = "good_cause"
    case jobEnd = "job_end"
    case waiver, deferral

    public var title: String {
        switch self {
        case .notReferred: "Why a customer is not referred"
        case .queryUnsuitable: "Why a provider queries a referral"
        case .adviserChange: "Why an adviser changes"
        case .chainMove: "Why somebody is sent on in the chain"
        case .chainRefusal: "Why an organisation of the chain cannot take somebody on"
        case .missedAppointment: "Why an appointment was missed"
        case .goodCause: "Good cause"
        case .jobEnd: "Why a job ended"
        case .waiver: "Why interviews are waived"
        case .deferral: "Why an interview is put off"
        }
    }
}

/// One reason in a list.
public struct ProgrammeReason: Sendable, Hashable {
    /// The row of the reference, or `other`.
    public let code: String
    public let text: String
    /// An attitude staff reported and no rule (M-076). Kept so that practice can be counted, and marked where shown.
    public let attitude: Bool
    /// Whether words must be given with it.
    public let needsNote: Bool
    /// What the customer is told of it, as a sentence; nil where there are no words for them.
    public let told: String?

    public init(code: String, text: String, attitude: Bool = false, needsNote: Bool = false, told: String? = nil) {
        self.code = code
        self.text = text
        self.attitude = attitude
        self.needsNote = needsNote
        self.told = told
    }
}
