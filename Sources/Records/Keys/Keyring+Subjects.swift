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
    func destroy(
        _ retention: RetentionClass, of subject: String, at moment: Instant, clearing: ClearedPayloads,
        in connection: any Connection
    ) throws {
        let before = try KeyErasure.all(of: subject, in: connection).first { $0.retention == retention.rawValue }
        let cleared = clearing.union(ClearedPayloads(before?.cleared ?? ""))
        if let before, before.cleared == cleared.text, isProven(before) { return }
        let erasure = KeyErasure(
            subject: subject, retention: retention.rawValue, destroyed: moment.description, cleared: cleared.text,
            proof: [])
        try connection.run(
            Self.destroyKey,
            [
                .text(subject), .text(erasure.retention), .text(erasure.destroyed), .text(erasure.cleared),
                .bytes(erasureProof(erasure.transcript)),
            ])
    }

    /// Whether the row of a destroyed key was written by somebody who held this master key.
    func isProven(_ erasure: KeyErasure) -> Bool { erasureProof(erasure.transcript) == erasure.proof }

    static let destroyKey: SQL = """
        INSERT INTO keys (subject, retention, destroyed, cleared, proof) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (subject, retention) DO UPDATE
        SET wrapped = NULL, destroyed = excluded.destroyed, cleared = excluded.cleared, proof = excluded.proof
        """
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

    static func all(of subject: String, in connection: any Connection) throws -> [KeyErasure] {
        try connection.all(select, [.text(subject)]) {
            KeyErasure(
                subject: subject, retention: try $0.text(0), destroyed: try $0.text(1),
                cleared: try $0.optionalText(2) ?? "", proof: try $0.optionalBytes(3) ?? [])
        }
    }

    static let select: SQL = """
        SELECT retention, destroyed, cleared, proof FROM keys WHERE subject = $1 AND destroyed IS NOT NULL
        """
}
