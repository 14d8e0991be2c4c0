/// One signed statement, as it is stored.
struct Checkpoint {
    let number: Int
    let made: String
    let heads: Int
    let headsDigest: [UInt8]
    var digest: [UInt8] = []
    var signature: [UInt8] = []

    /// The digest that is signed, and that ties this checkpoint to the one before it.
    func link(after previous: [UInt8]?) -> [UInt8] {
        var transcript = Transcript("throughline checkpoint 1")
        transcript.add(previous)
        transcript.add(number)
        transcript.add(made)
        transcript.add(heads)
        transcript.add(headsDigest)
        return transcript.digest
    }

    static func last(in connection: any Connection) throws -> Checkpoint? {
        try connection.first(selectLast, [], Checkpoint.init)
    }

    static let selectLast: SQL = """
        SELECT number, made, heads, heads_digest, digest, signature FROM checkpoints ORDER BY number DESC LIMIT 1
        """
    static let selectAfter: SQL = """
        SELECT number, made, heads, heads_digest, digest, signature FROM checkpoints WHERE number > $1
        ORDER BY number LIMIT 1000
        """
    static let insert: SQL = """
        INSERT INTO checkpoints (number, made, heads, heads_digest, digest, signature)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
}

extension Checkpoint {
    init(_ row: any Row) throws {
        number = try row.int(0)
        made = try row.text(1)
        heads = try row.int(2)
        headsDigest = try row.bytes(3)
        digest = try row.bytes(4)
        signature = try row.bytes(5)
    }

    var values: [SQLValue] {
        [.int(number), .text(made), .int(heads), .bytes(headsDigest), .bytes(digest), .bytes(signature)]
    }
}

/// Where one stream ended when a checkpoint was made.
struct SignedHead {
    let stream: String
    let subject: String
    let sequence: Int
    let digest: [UInt8]

    init(_ row: any Row) throws {
        stream = try row.text(0)
        subject = try row.text(1)
        sequence = try row.int(2)
        digest = try row.bytes(3)
    }

    var values: [SQLValue] { [.text(stream), .text(subject), .int(sequence), .bytes(digest)] }

    var transcript: Transcript {
        var transcript = Transcript("throughline head 1")
        transcript.add(stream)
        transcript.add(subject)
        transcript.add(sequence)
        transcript.add(digest)
        return transcript
    }

    static let insert: SQL = """
        INSERT INTO checkpoint_heads (stream, subject, sequence, digest, checkpoint) VALUES ($1, $2, $3, $4, $5)
        """
    static let selectOfCheckpoint: SQL = """
        SELECT stream, subject, sequence, digest FROM checkpoint_heads WHERE checkpoint = $1 ORDER BY stream, subject
        """
    /// Heads that were signed and whose event is not there, the last of each stream.
    static let selectWithoutEvent: SQL = """
        SELECT h.stream, h.subject, MAX(h.sequence) FROM checkpoint_heads h
        WHERE NOT EXISTS (
            SELECT 1 FROM events e WHERE e.stream = h.stream AND e.subject = h.subject AND e.sequence = h.sequence)
        GROUP BY h.stream, h.subject ORDER BY h.stream, h.subject LIMIT 1000
        """
}
