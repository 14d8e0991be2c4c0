public import Casework
import Crypto
public import Kernel
import Records

/// What proves an erasure: which keys were destroyed, when, by whom and why. It can be written again from the store for
/// as long as there is one, and holds nothing of the person but the reference of the case.
public struct ErasureProof: Sendable, Equatable {
    public let subject: Identifier<CaseFile>
    public let at: Instant
    public let by: Author
    public let why: ErasureReason
    /// The keys that were destroyed, those of other records that were part of this one included.
    public let keys: [Key]

    public struct Key: Sendable, Hashable {
        public let stream: Identifier<CaseFile>
        public let retention: RetentionClass
        /// Made with the master key over the stream, the class, the moment and what went with it.
        public let code: String
    }

    /// SHA-256 of the JSON, in hexadecimal: what the record itself remembers.
    public var digest: String {
        SHA256.hash(data: Array(json.text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public var json: JSON {
        [
            "case": .text(subject), "erased": .text(at),
            "by": [
                "person": .text(by.person), "organisation": .text(by.organisation), "role": .string(by.role.rawValue),
            ],
            "why": .string(why.rawValue),
            "keys": .array(
                keys.map {
                    ["stream": .text($0.stream), "class": .string($0.retention.rawValue), "code": .string($0.code)]
                }),
        ]
    }

    /// The proof in words, a line each.
    public var sentences: [String] {
        [
            "Proof of erasure",
            "Case \(subject)",
            "Erased on \(at.day.written), at \(at). \(why.title).",
            "By \(by.person), \(by.role.title.lowercased()), at \(by.organisation).",
        ]
            + keys.map {
                "The key to \($0.retention.title) was destroyed: \($0.retention.rawValue) of \($0.stream), \($0.code)"
            }
            + ["Digest of this proof: \(digest)"]
    }
}

extension ErasureProof {
    /// The proof of one erasure of a record, from the keys' own rows.
    init(
        of subject: Identifier<CaseFile>, streams: [Identifier<CaseFile>], at moment: Instant, by author: Author,
        why: ErasureReason, keyring: Keyring, in connection: any Connection
    ) throws {
        self.subject = subject
        at = moment
        by = author
        self.why = why
        keys = try streams.flatMap { stream in
            try keyring.destroyedKeys(of: stream, in: connection).filter { $0.at == moment }.map {
                Key(stream: stream, retention: $0.retention, code: $0.code)
            }
        }.sorted { ($0.stream, $0.retention.rawValue) < ($1.stream, $1.retention.rawValue) }
    }
}
