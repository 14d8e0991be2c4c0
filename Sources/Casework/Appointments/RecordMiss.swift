public import Kernel

/// Records that the person did not come, with the reason in their own words when there is one. Nothing follows from it by
/// itself: no doubt is raised here, and a person decides about any (D-061, K-046).
/// - Refuses: an appointment that has not started, or a reason that is not on the programme's list.
public struct RecordMiss: CaseCommand {
    public let appointment: Identifier<Appointment>
    /// A code of the programme's list of reasons for a missed appointment (F3); nil when no reason is known yet.
    public let reason: String?
    public let words: Words?

    public init(appointment: Identifier<Appointment>, reason: String?, words: Words?) {
        self.appointment = appointment
        self.reason = reason
        self.words = words
    }

    public static let act = Act.recordMiss
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        guard open.slot.starts <= context.now else {
            throw Refusal(
                "miss.early", "This appointment has not started yet. Wait until it has, or move or cancel it.")
        }
        // They were promised that it costs nothing to say before that they cannot come.
        if let asked = open.waitingMove {
            throw Refusal(
                "miss.asked-to-move",
                "\(asked.written) to move it, and nobody has answered, so not coming was no miss. Cancel it, as asked by the customer, and book another time.",
                rule: "decisions, M-009")
        }
        if let reason {
            let programmes = try context.programmes(for: file)
            guard let known = programmes.lazy.compactMap({ $0.reason(reason, in: .missedAppointment) }).first else {
                throw Refusal("miss.reason", "Choose a reason from the list.", rule: "F3", field: "reason")
            }
            guard !known.needsNote || words != nil else {
                throw Refusal("miss.words", "Write the reason in the person's own words.", rule: "F3", field: "words")
            }
        }
        return [.appointment(.missed(appointment, reason: reason, Sealed(given: words)))]
    }
}
