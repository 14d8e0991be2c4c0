import Kernel

/// Rules of the service itself, which hold whatever programme somebody is on, and for those on none. They are data: every
/// figure and list of it is in a file.
public struct ServiceRules: Sendable, Equatable {
    public let planReviews: PlanReviewing
    public let assessing: AssessmentLimits
    public let changes: ChangeHandling
    public let answers: VoiceLimits
    public let retention: Retention
    /// How long before the last day of a safety notice it is said that it is to be looked at again.
    public let safetyReviewSaidBefore: Figure<TimeLimit>
    public let appointmentChanges: [ChangeReason]
    /// Why people move back, as they told it (F-160 to F-169).
    public let setbacks: [ChangeReason]

    public init(
        planReviews: PlanReviewing, assessing: AssessmentLimits, changes: ChangeHandling, answers: VoiceLimits,
        retention: Retention, safetyReviewSaidBefore: Figure<TimeLimit>, appointmentChanges: [ChangeReason],
        setbacks: [ChangeReason]
    ) {
        self.planReviews = planReviews
        self.assessing = assessing
        self.changes = changes
        self.answers = answers
        self.retention = retention
        self.safetyReviewSaidBefore = safetyReviewSaidBefore
        self.appointmentChanges = appointmentChanges
        self.setbacks = setbacks
    }

    /// The words of a reason; its code where no file has it any longer.
    func text(ofChange code: String) -> String { appointmentChanges.first { $0.code == code }?.text ?? code }

    /// The words of why somebody moved back; its code where no file has it any longer.
    public func text(ofSetback code: String) -> String { setbacks.first { $0.code == code }?.text ?? code }

    /// - Refuses: a code that is not on the list.
    func requireChange(_ code: String) throws(Refusal) {
        guard appointmentChanges.contains(where: { $0.code == code }) else {
            throw Refusal("appointment.reason", "Choose a reason from the list.", field: "reason")
        }
    }
}

/// Why an appointment is moved or cancelled, or why somebody moved back.
public struct ChangeReason: Sendable, Equatable {
    public let code: String
    public let text: String
    public let source: String

    public init(code: String, text: String, source: String) {
        self.code = code
        self.text = text
        self.source = source
    }
}
