public import Kernel

/// Something to be sent because of an event: a letter, a reminder, a call to another system.
public struct OutboxItem: Sendable, Hashable {
    public let event: String
    public let kind: String
    public let stream: String
    public let subject: String
    /// Where what is to be sent is found; never the words themselves.
    public let payload: String
    /// Which try this is, 1 for the first.
    public let attempt: Int
}

/// What follows from events outside the store: added in the transaction that records the cause, sent by a worker
/// afterwards, once for each event and kind (design §4.5).
public enum Outbox {
    /// What is sent by whom: letters by one kind of worker, calls to other programs by another, so that neither waits for
    /// the other.
    public enum Channel: Sendable, CaseIterable { case letters, calls }

    /// What the kind of every call begins with; the receiver follows.
    public static let callPrefix = "call/"

    /// How long a worker has an item before another may take it.
    public static let leaseSeconds = 300

    /// Adds an item to be sent from a moment on, because of an event of now or of the past. Adding the same kind for the
    /// same event again changes nothing.
    /// - Returns: false when it was added before.
    @discardableResult
    public static func add<S: EventSubject>(
        _ kind: String, because event: Identifier<Event<S>>, of subject: Identifier<S>, payload: String, due: Instant,
        in connection: any Connection
    ) throws -> Bool {
        try connection.run(
            insert,
            [.text(of: event), .text(kind), .text(S.stream), .text(of: subject), .text(payload), .text(of: due)]) > 0
    }

    /// The same, because of an event that has just been recorded.
    public static func add<S: EventSubject>(
        _ kind: String, because event: Event<S>, payload: String, due: Instant, in connection: any Connection
    ) throws {
        try add(kind, because: event.id, of: event.subject, payload: payload, due: due, in: connection)
    }

    /// Gives what follows from an event to another case, which the event belongs to now.
    public static func give<S: EventSubject>(
        _ event: Identifier<Event<S>>, to other: Identifier<S>, in connection: any Connection
    ) throws {
        try connection.run(moveToSubject, [.text(of: event), .text(of: other)])
    }

    /// Takes items that are due, the longest due first. Nobody else is given them until the lease is over, so a worker
    /// that dies loses none.
    public static func take(
        _ limit: Int, _ channel: Channel = .letters, now: Instant, in connection: any Connection
    ) throws -> [OutboxItem] {
        let items = try connection.all(
            takeStatement(for: connection.engine, channel),
            [.text(of: now), .int(limit), .text(of: now.adding(seconds: leaseSeconds))]
        ) { row in
            (
                try row.text(6),
                OutboxItem(
                    event: try row.text(0), kind: try row.text(1), stream: try row.text(2), subject: try row.text(3),
                    payload: try row.text(4), attempt: try row.int(5))
            )
        }
        return items.sorted { ($0.0, $0.1.event, $0.1.kind) < ($1.0, $1.1.event, $1.1.kind) }.map(\.1)
    }

    /// Says that an item has been sent.
    /// - Returns: false when the lease was over and another worker has taken it.
    @discardableResult
    public static func sent(_ item: OutboxItem, at moment: Instant, in connection: any Connection) throws -> Bool {
        try end(item, "sent", at: moment, because: nil, in: connection)
    }

    /// Says that an item could not be sent, and when to try again; with no such moment it is given up.
    @discardableResult
    public static func failed(
        _ item: OutboxItem, _ reason: String, retryAt: Instant?, at moment: Instant, in connection: any Connection
    ) throws -> Bool {
        guard let retryAt else { return try end(item, "failed", at: moment, because: reason, in: connection) }
        return try connection.run(
            postpone, [.text(item.event), .text(item.kind), .int(item.attempt), .text(of: retryAt), .text(reason)]) > 0
    }

    /// Says that an item is not to be sent after all, because the state it came from has changed.
    @discardableResult
    public static func withheld(
        _ item: OutboxItem, _ reason: String, at moment: Instant, in connection: any Connection
    ) throws -> Bool {
        try end(item, "withheld", at: moment, because: reason, in: connection)
    }

    /// Whether anything is due that nobody has taken: asked before `take`, which writes.
    public static func waits(
        _ channel: Channel = .letters, now: Instant, in connection: any Connection
    ) throws -> Bool {
        let statement = channel == .letters ? selectDueLetter : selectDueCall
        return try connection.first(statement, [.text(of: now)]) { try $0.int(0) } != nil
    }

    /// Lets everything of a kind that waits wait until a moment at least, because whoever it is for does not answer.
    public static func hold(_ kind: String, until moment: Instant, in connection: any Connection) throws {
        try connection.run(holdKind, [.text(of: moment), .text(kind)])
    }

    private static func end(
        _ item: OutboxItem, _ state: String, at moment: Instant, because reason: String?, in connection: any Connection
    ) throws -> Bool {
        try connection.run(
            finish,
            [
                .text(item.event), .text(item.kind), .int(item.attempt), .text(state), .text(of: moment),
                .text(of: reason),
            ]) > 0
    }

    static let insert: SQL = """
        INSERT INTO outbox (event, kind, stream, subject, payload, state, due, free)
        VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $6)
        ON CONFLICT (event, kind) DO NOTHING
        """
    static let selectDueLetter: SQL = """
        SELECT 1 FROM outbox WHERE state = 'waiting' AND NOT (kind >= 'call/' AND kind < 'call0') AND free <= $1 LIMIT 1
        """
    static let selectDueCall: SQL = """
        SELECT 1 FROM outbox WHERE state = 'waiting' AND (kind >= 'call/' AND kind < 'call0') AND free <= $1 LIMIT 1
        """
    static let moveToSubject: SQL = "UPDATE outbox SET subject = $2 WHERE event = $1"
    static let holdKind: SQL = """
        UPDATE outbox SET free = $1
        WHERE (kind >= 'call/' AND kind < 'call0') AND kind = $2 AND state = 'waiting' AND free < $1
        """
    static let postpone: SQL = """
        UPDATE outbox SET due = $4, free = $4, reason = $5
        WHERE event = $1 AND kind = $2 AND attempts = $3 AND state = 'waiting'
        """
    static let finish: SQL = """
        UPDATE outbox SET state = $4, ended = $5, reason = $6
        WHERE event = $1 AND kind = $2 AND attempts = $3 AND state = 'waiting'
        """
}
