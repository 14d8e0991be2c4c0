public import Kernel

/// Cancels a booked appointment before it starts; that is not a miss (decisions, M-009).
/// - Refuses: an appointment that has started, unless the person asked before to move it, one that is over, or a reason not on the list.
public struct CancelAppointment: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let asked: AskedBy
    public let reason: String
    public let words: Words?

    public init(appointment: Identifier<Appointment>, asked: AskedBy, reason: String, words: Words? = nil) {
        self.appointment = appointment
        self.asked = asked
        self.reason = reason
        self.words = words
    }

    public static let act = Act.cancelAppointment
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        // Somebody who asked in time for another time is not held to this one, however late the answer comes.
        if open.waitingMove == nil { try open.requireNotStarted(context.now, to: "cancelled") }
        try context.tools.rules.requireChange(reason)
        return [.appointment(.cancelled(appointment, asked: asked, reason: reason, Sealed(given: words)))]
    }
}

extension Sealed<Words> {
    /// Words that were given, or none.
    init(given words: Words?) { self = words.map { .open($0) } ?? .shut }
}
