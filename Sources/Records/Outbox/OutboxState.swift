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
    /// What has become of the letters about one subject, by the event each follows from.
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

    /// What has become of the calls to one receiver.
    public struct CallCount: Sendable, Equatable {
        public let stage: OutboxState.Stage
        public let count: Int
        /// When the last of them ended; nil while they wait.
        public let last: Instant?
    }

    /// How many calls there are to a receiver, by what has become of them.
    public static func counts(of kind: String, in connection: any Connection) throws -> [CallCount] {
        try connection.all(selectCounts, [.text(kind)]) { row in
            guard let stage = OutboxState.Stage(rawValue: try row.text(0)) else {
                throw RecordsFault.fault("The outbox has a state this program does not know.")
            }
            return CallCount(
                stage: stage, count: try row.int(1), last: try row.optionalText(2).map { try Instant($0) })
        }
    }

    /// Why the last call to a receiver that failed did, or why one has not gone yet; nil when none has.
    public static func lastReason(of kind: String, in connection: any Connection) throws -> String? {
        try connection.first(selectReason, [.text(kind)]) { try $0.text(0) }
    }

    static let selectCounts: SQL = """
        SELECT state, count(*), max(ended) FROM outbox
        WHERE (kind >= 'call/' AND kind < 'call0') AND kind = $1 GROUP BY state ORDER BY state
        """
    static let selectReason: SQL = """
        SELECT reason FROM outbox
        WHERE (kind >= 'call/' AND kind < 'call0') AND kind = $1 AND reason IS NOT NULL
        ORDER BY event DESC LIMIT 1
        """
    static let selectStates: SQL = """
        SELECT event, state, attempts, ended, reason FROM outbox
        WHERE subject = $1 AND NOT (kind >= 'call/' AND kind < 'call0') ORDER BY event, kind
        """
}
