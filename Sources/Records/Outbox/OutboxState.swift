public import Kernel

/// What has become of something to be sent.
public struct OutboxState: Sendable, Equatable {
    public enum Stage: String, Sendable {
        case waiting, sent, failed, withheld
    }

    public let stage: Stage
    /// How often it has been tried.
    public let attempts: Int
    /// When it was sent, given up or withheld; nil while it waits.
    public let ended: Instant?
    /// Why it is not sent yet, or was not sent.
    public let reason: String?
}

extension Outbox {
    /// What has become of everything to be sent about one subject, by the event it follows from.
    public static func states<S: EventSubject>(
        of subject: Identifier<S>, in connection: any Connection
    ) throws -> [Identifier<Event<S>>: OutboxState] {
        let rows = try connection.all(selectStates, [.text(of: subject)]) { row in
            guard let stage = OutboxState.Stage(rawValue: try row.text(1)) else {
                throw RecordsFault.fault("The outbox has a state this program does not know.")
            }
            let state = OutboxState(
                stage: stage, attempts: try row.int(2), ended: try row.optionalText(3).map { try Instant($0) },
                reason: try row.optionalText(4))
            return (try Identifier<Event<S>>(row.text(0)), state)
        }
        return Dictionary(rows) { first, _ in first }
    }

    static let selectStates: SQL = """
        SELECT event, state, attempts, ended, reason FROM outbox WHERE subject = $1 ORDER BY event, kind
        """
}
