import Kernel

/// An event exactly as it is stored: what the chain covers, an export writes and a backup carries.
public struct StoredEvent: Sendable, Equatable {
    public let stream: String
    public let subject: String
    public let sequence: Int
    public let id: String
    public let kind: String
    public let version: Int
    public let occurred: String
    public let recorded: String
    public let person: String
    public let organisation: String
    public let role: String
    /// The clear JSON as it was written; nil once it has been erased.
    public let clear: String?
    /// Nil when the fact had nothing to seal, or when it has been erased.
    public internal(set) var sealed: [UInt8]?
    public let retention: String?
    public let salt: [UInt8]?
    public let clearDigest: [UInt8]
    public internal(set) var sealedDigest: [UInt8]?
    public internal(set) var digest: [UInt8]
}

extension StoredEvent {
    private static let columnNames = [
        "stream", "subject", "sequence", "id", "kind", "version", "occurred", "recorded", "person", "organisation",
        "role", "clear", "sealed", "retention", "salt", "clear_digest", "sealed_digest", "digest",
    ]
    static let columns = columnNames.joined(separator: ", ")
    /// The columns of `events AS e`.
    static let columnsOfE = columnNames.map { "e.\($0)" }.joined(separator: ", ")

    init(_ row: any Row) throws {
        stream = try row.text(0)
        subject = try row.text(1)
        sequence = try row.int(2)
        id = try row.text(3)
        kind = try row.text(4)
        version = try row.int(5)
        occurred = try row.text(6)
        recorded = try row.text(7)
        person = try row.text(8)
        organisation = try row.text(9)
        role = try row.text(10)
        clear = try row.optionalText(11)
        sealed = try row.optionalBytes(12)
        retention = try row.optionalText(13)
        salt = try row.optionalBytes(14)
        clearDigest = try row.bytes(15)
        sealedDigest = try row.optionalBytes(16)
        digest = try row.bytes(17)
    }

    var values: [SQLValue] {
        [
            .text(stream), .text(subject), .int(sequence), .text(id), .text(kind), .int(version), .text(occurred),
            .text(recorded), .text(person), .text(organisation), .text(role), .text(of: clear), .optional(sealed),
            .text(of: retention), .optional(salt), .bytes(clearDigest), .optional(sealedDigest), .bytes(digest),
        ]
    }

    /// Where it stands, in the words a report uses.
    var place: String { "event \(sequence) of \(stream) \(subject)" }
}

// MARK: The chain (design §3.3)

extension StoredEvent {
    static func digest(ofClear clear: String, salt: [UInt8]) -> [UInt8] {
        var transcript = Transcript("throughline clear 1")
        transcript.add(salt)
        transcript.add(clear)
        return transcript.digest
    }

    static func digest(ofSealed sealed: [UInt8]) -> [UInt8] {
        var transcript = Transcript("throughline sealed 1")
        transcript.add(sealed)
        return transcript.digest
    }

    /// The digest that ties this event to the one before it. It covers digests of the payloads, so that a payload can be
    /// erased and the chain still be checked.
    /// - Parameter previous: the digest of the event before; nil for the first of a stream.
    func link(after previous: [UInt8]?) -> [UInt8] {
        var transcript = Transcript("throughline event 1")
        transcript.add(previous)
        transcript.add(stream)
        transcript.add(subject)
        transcript.add(sequence)
        transcript.add(id)
        transcript.add(kind)
        transcript.add(version)
        transcript.add(occurred)
        transcript.add(recorded)
        transcript.add(person)
        transcript.add(organisation)
        transcript.add(role)
        transcript.add(retention)
        transcript.add(clearDigest)
        transcript.add(sealedDigest)
        return transcript.digest
    }

    /// What the sealed bytes are bound to, so that they do not open anywhere else.
    var sealContext: [String] { ["event", stream, String(sequence), kind] }
}

extension SQLValue {
    static func optional(_ bytes: [UInt8]?) -> SQLValue { bytes.map { .bytes($0) } ?? .null }
}
