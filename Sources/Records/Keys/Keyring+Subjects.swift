public import Kernel

extension Keyring {
    /// Seals bytes with the key of a subject and class, which is made if there is none yet.
    /// - Parameter context: what the bytes are bound to, such as the table and key of their row; they open nowhere else.
    /// - Throws: `Refusal` when the key has been destroyed.
    public func seal<S>(
        _ clear: [UInt8], of subject: Identifier<S>, _ retention: RetentionClass, context: [String],
        in connection: any Connection
    ) throws -> [UInt8] {
        let name = subject.description
        var keys = try SubjectKeys(of: name, self, in: connection)
        return try keys.key(toSeal: retention, in: connection).seal(clear, of: name, context)
    }

    /// Opens what `seal` sealed; nil when the key has been destroyed.
    /// - Throws: `RecordsFault.unreadable` when the bytes are not those that were sealed for this subject and context.
    public func open<S>(
        _ sealed: [UInt8], of subject: Identifier<S>, _ retention: RetentionClass, context: [String],
        in connection: any Connection
    ) throws -> [UInt8]? {
        let name = subject.description
        let keys = try SubjectKeys(of: name, self, in: connection)
        do {
            return try keys.key(toOpen: retention.rawValue)?.open(sealed, of: name, context)
        } catch let broken as SealBroken {
            throw RecordsFault.unreadable("A sealed value of \(name) cannot be read: \(broken).")
        }
    }

    /// Destroys the key of a subject and class for good; the row says when and what clear payloads went with it, and
    /// proves that it was done by somebody who held the master key. Doing it again changes nothing, unless more is cleared.
    /// - Parameter hasBegunAgain: whether the store has the table of keys that were begun again.
    /// - Returns: whether it had not been done before, at that moment or later.
    @discardableResult
    func destroy(
        _ retention: RetentionClass, of subject: String, at moment: Instant, clearing: ClearedPayloads,
        hasBegunAgain: Bool = true, in connection: any Connection
    ) throws -> Bool {
        let before = try KeyErasure.all(of: subject, begunAgain: hasBegunAgain, in: connection)
            .filter { $0.retention == retention.rawValue }
        let cleared = before.reduce(clearing) { $0.union(ClearedPayloads($1.cleared)) }
        // A key that was begun again after this erasure is none of its business.
        if before.contains(where: {
            $0.destroyed >= moment.description && $0.cleared == cleared.text && isProven($0)
        }) {
            return false
        }
        let erasure = KeyErasure(
            subject: subject, retention: retention.rawValue, destroyed: moment.description, cleared: cleared.text,
            proof: [])
        try connection.run(
            Self.destroyKey,
            [
                .text(subject), .text(erasure.retention), .text(erasure.destroyed), .text(erasure.cleared),
                .bytes(erasureProof(erasure.transcript)),
            ])
        return true
    }

    /// Gives one entry of a stream the key it was sealed with for its own, before the stream's is destroyed. Doing it again
    /// changes nothing, and an entry whose own was destroyed gets none.
    func keep(
        _ retention: RetentionClass, of subject: String, for entry: String, in connection: any Connection
    ) throws {
        let isSealed = try connection.first(Self.selectSealed, [.text(entry), .text(retention.rawValue)]) { _ in true }
        guard isSealed != nil,
            let key = try SubjectKeys(of: subject, self, in: connection).key(toOpen: retention.rawValue)
        else { return }
        let wrapped = try wrapping.seal(key.rawBytes, of: entry, ["key", retention.rawValue])
        try connection.run(Self.keepKey, [.text(entry), .text(retention.rawValue), .bytes(wrapped)])
    }

    /// Whether the row of a destroyed key was written by somebody who held this master key.
    func isProven(_ erasure: KeyErasure) -> Bool { erasureProof(erasure.transcript) == erasure.proof }

    static let selectSealed: SQL = "SELECT id FROM events WHERE id = $1 AND retention = $2 AND sealed IS NOT NULL"
    static let keepKey: SQL = """
        INSERT INTO keys (subject, retention, wrapped) VALUES ($1, $2, $3)
        ON CONFLICT (subject, retention) DO NOTHING
        """
    static let destroyKey: SQL = """
        INSERT INTO keys (subject, retention, destroyed, cleared, proof) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (subject, retention) DO UPDATE
        SET wrapped = NULL, destroyed = excluded.destroyed, cleared = excluded.cleared, proof = excluded.proof
        """
}

/// A key that was destroyed, as anybody may know it.
public struct DestroyedKey: Sendable, Hashable {
    public let retention: RetentionClass
    public let at: Instant
    /// Made with the master key over whose key it was, its class, the moment and what went with it; in hexadecimal.
    public let code: String
}

extension Keyring {
    /// The keys of a subject that were destroyed by somebody who held this master key, in the order in which they were.
    public func destroyedKeys<S>(of subject: Identifier<S>, in connection: any Connection) throws -> [DestroyedKey] {
        try KeyErasure.all(of: subject.description, in: connection).filter(isProven).compactMap { erasure in
            guard let retention = RetentionClass(rawValue: erasure.retention) else { return nil }
            return DestroyedKey(
                retention: retention, at: try Instant(erasure.destroyed), code: erasure.proof.hexadecimal)
        }
    }

    /// Whether anything is sealed under a class of a subject, and can still be opened.
    public func hasKey<S>(
        _ retention: RetentionClass, of subject: Identifier<S>, in connection: any Connection
    ) throws -> Bool {
        try connection.first(Self.selectKey, [.text(subject.description), .text(retention.rawValue)]) {
            try $0.text(0)
        } != nil
    }

    static let selectKey: SQL = """
        SELECT retention FROM keys WHERE subject = $1 AND retention = $2 AND destroyed IS NULL
        """

    /// The classes of a subject that are closed for good at present.
    public func erasedClasses<S>(
        of subject: Identifier<S>, in connection: any Connection
    ) throws -> Set<RetentionClass> {
        let held = try KeyErasure.all(of: subject.description, begunAgain: false, in: connection)
        return Set(held.filter(isProven).compactMap { RetentionClass(rawValue: $0.retention) })
    }
}

/// The row that a destroyed key leaves behind.
struct KeyErasure {
    let subject: String
    let retention: String
    let destroyed: String
    let cleared: String
    let proof: [UInt8]

    var transcript: Transcript {
        var transcript = Transcript("throughline erasure 1")
        transcript.add(subject)
        transcript.add(retention)
        transcript.add(destroyed)
        transcript.add(cleared)
        return transcript
    }

    /// - Parameter begunAgain: whether to look for those whose class was begun again, too.
    static func all(
        of subject: String, begunAgain: Bool = true, in connection: any Connection
    ) throws -> [KeyErasure] {
        try connection.all(begunAgain ? select : selectOfKeys, [.text(subject)]) {
            KeyErasure(
                subject: subject, retention: try $0.text(0), destroyed: try $0.text(1),
                cleared: try $0.optionalText(2) ?? "", proof: try $0.optionalBytes(3) ?? [])
        }
    }

    static let selectOfKeys: SQL = """
        SELECT retention, destroyed, cleared, proof FROM keys WHERE subject = $1 AND destroyed IS NOT NULL
        """
    static let select: SQL = """
        SELECT retention, destroyed, cleared, proof FROM keys WHERE subject = $1 AND destroyed IS NOT NULL
        UNION ALL SELECT retention, destroyed, cleared, proof FROM key_erasures WHERE subject = $1
        ORDER BY 2, 1
        """
}
