import Kernel

/// Rules of the service itself, which hold whatever programme somebody is on, and for those on none. They are data: every
/// figure and list of it is in a file.
public struct ServiceRules: Sendable, Equatable {
    public let planReviews: PlanReviewing
    public let changes: ChangeHandling
    public let answers: VoiceLimits
    public let retention: Retention
    public let appointmentChanges: [ChangeReason]

    public init(
        planReviews: PlanReviewing, changes: ChangeHandling, answers: VoiceLimits, retention: Retention,
        appointmentChanges: [ChangeReason]
    ) {
        self.planReviews = planReviews
        self.changes = changes
        self.answers = answers
        self.retention = retention
        self.appointmentChanges = appointmentChanges
    }

    /// The words of a reason; its code where no file has it any longer.
    func text(ofChange code: String) -> String { appointmentChanges.first { $0.code == code }?.text ?? code }

    /// - Refuses: a code that is not on the list.
    func requireChange(_ code: String) throws(Refusal) {
        guard appointmentChanges.contains(where: { $0.code == code }) else {
            throw Refusal("appointment.reason", "Choose a reason from the list.", field: "reason")
        }
    }
}

/// Why an appointment is moved or cancelled.
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
