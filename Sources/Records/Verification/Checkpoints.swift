import Crypto
public import Kernel

/// Signed statements of where the streams ended, each chained to the one before (design §3.3). With them a stream whose
/// tail was cut off, or that is gone altogether, is noticed even when what was left was made to agree.
public struct Checkpoints: Sendable {
    /// One is due when this many events have been recorded since the last.
    public static let events = 1000
    /// One is due when this many seconds have passed since the last and anything has been recorded.
    public static let seconds = 86_400
    /// The most heads that one signs; a store with more of them unsigned has several made.
    static let heads = 5000

    private let keys: Keyring

    public init(keys: Keyring) { self.keys = keys }

    /// Signs the heads that have moved, if a checkpoint is due. Cheap to ask: it reads the streams not yet signed.
    /// - Returns: how many checkpoints were made.
    @discardableResult
    public func makeIfDue(in database: any Database, at moment: Instant) async throws -> Int {
        guard try await database.read({ try Self.isDue(at: moment, in: $0) }) else { return 0 }
        return try await make(in: database, at: moment)
    }

    /// Signs every head that has moved since it was last signed.
    @discardableResult
    public func make(in database: any Database, at moment: Instant) async throws -> Int {
        var made = 0
        while true {
            // Alone, so that two makers never number the same one, and appends that cross it are those that wait.
            let signed = try await database.writeAlone { try self.makeOne(at: moment, in: $0) }
            if signed > 0 { made += 1 }
            if signed < Self.heads { return made }
        }
    }

    private static func isDue(at moment: Instant, in connection: any Connection) throws -> Bool {
        let waiting = try connection.first(countUnsigned) { try $0.int(0) } ?? 0
        guard waiting > 0, waiting < events, let last = try Checkpoint.last(in: connection) else { return waiting > 0 }
        return try Instant(last.made).adding(seconds: seconds) <= moment
    }

    /// - Returns: how many heads were signed.
    private func makeOne(at moment: Instant, in connection: any Connection) throws -> Int {
        let heads = try connection.all(Self.selectUnsigned, [.int(Self.heads)], SignedHead.init)
        guard !heads.isEmpty else { return 0 }
        let last = try Checkpoint.last(in: connection)
        let number = (last?.number ?? 0) + 1
        var digest = SHA256()
        for head in heads { digest.update(data: head.transcript.bytes) }
        var checkpoint = Checkpoint(
            number: number, made: moment.description, heads: heads.count, headsDigest: Array(digest.finalize()))
        checkpoint.digest = checkpoint.link(after: last?.digest)
        checkpoint.signature = try keys.sign(checkpoint.digest)
        try connection.run(Checkpoint.insert, checkpoint.values)
        for head in heads {
            try connection.run(SignedHead.insert, head.values + [.int(number)])
            try connection.run(Self.markSigned, [.text(head.stream), .text(head.subject), .int(head.sequence)])
        }
        return heads.count
    }

    static let countUnsigned: SQL = """
        SELECT CAST(COALESCE(SUM(head - signed), 0) AS BIGINT) FROM streams WHERE head > signed
        """
    static let selectUnsigned: SQL = """
        SELECT stream, subject, head, digest FROM streams WHERE head > signed ORDER BY stream, subject LIMIT $1
        """
    static let markSigned: SQL = "UPDATE streams SET signed = $3 WHERE stream = $1 AND subject = $2"
}
