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
    /// Below how many hundredths of what whoever takes a person on needs a referral is thin.
    public let referralIsThinBelow: Figure<Int>
    public let appointmentChanges: [ChangeReason]
    /// Why people move back, as they told it (F-160 to F-169).
    public let setbacks: [ChangeReason]
    /// What a first meeting has to tell (C05); empty where the service does not ask what it told.
    public let firstMeeting: [FirstMeetingTopic]
    /// Whom to ring when somebody may be in danger (K-019), the first first.
    public private(set) var urgent: [UrgentContact]
    /// How long somebody has no benefit and no pay on record before it is asked how they manage (G-036); nil where it is
    /// not asked.
    public let moneyGap: Figure<TimeLimit>?

    public init(
        planReviews: PlanReviewing, assessing: AssessmentLimits, changes: ChangeHandling, answers: VoiceLimits,
        retention: Retention, safetyReviewSaidBefore: Figure<TimeLimit>,
        referralIsThinBelow: Figure<Int>, appointmentChanges: [ChangeReason],
        setbacks: [ChangeReason], firstMeeting: [FirstMeetingTopic] = [], urgent: [UrgentContact] = [],
        moneyGap: Figure<TimeLimit>? = nil
    ) {
        self.planReviews = planReviews
        self.assessing = assessing
        self.changes = changes
        self.answers = answers
        self.retention = retention
        self.safetyReviewSaidBefore = safetyReviewSaidBefore
        self.referralIsThinBelow = referralIsThinBelow
        self.appointmentChanges = appointmentChanges
        self.setbacks = setbacks
        self.firstMeeting = firstMeeting
        self.urgent = urgent
        self.moneyGap = moneyGap
    }

    /// The same rules with another list of whom to ring when somebody may be in danger.
    public func ringing(_ contacts: [UrgentContact]) -> ServiceRules {
        var rules = self
        rules.urgent = contacts
        return rules
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
