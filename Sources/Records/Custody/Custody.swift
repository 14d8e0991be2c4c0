public import Kernel

/// What is done to the store as a whole: erasing, backing up and restoring it.
public struct Custody: Sendable {
    let database: any Database
    let keys: Keyring
    let register: ErasureRegister

    public init(_ database: any Database, keys: Keyring, register: ErasureRegister) {
        self.database = database
        self.keys = keys
        self.register = register
    }

    /// What clear payloads go with a class when nothing else is said: the evidence outlives every payment, so all of them
    /// go with it, and none with the others, which other facts' proof may still rest on.
    public static func clearing(_ classes: Set<RetentionClass>) -> ClearedPayloads {
        classes.contains(.evidence) ? .all : .none
    }

    /// Erases classes of one subject for good: their keys, what the keys closed, and the clear payloads that go with them.
    ///
    /// The register has it on the disk before anything is erased. What was interrupted in between is finished by
    /// `applyRegister`. Projections of the subject are the caller's to make again.
    /// - Throws: `Refusal` when the register cannot be written; then nothing was erased.
    public func erase<S: EventSubject>(
        _ subject: Identifier<S>, _ classes: Set<RetentionClass>, clearing: ClearedPayloads? = nil, at moment: Instant
    ) async throws {
        let erasure = Erasure(
            at: moment, stream: S.stream, subject: subject.description, classes: classes,
            clearing: clearing ?? Self.clearing(classes))
        try register.append(erasure)
        try await database.write { try self.apply(erasure, in: $0) }
    }

    /// Erases again whatever the register says was erased; safe to repeat.
    public func applyRegister() async throws {
        let erasures = try register.erasures()
        for erasure in erasures { try await database.write { try self.apply(erasure, in: $0) } }
    }

    func apply(
        _ erasure: Erasure, to tables: [StoredTable] = StoredTable.all, in connection: any Connection
    ) throws {
        let (stream, subject) = (SQLValue.text(erasure.stream), SQLValue.text(erasure.subject))
        for retention in erasure.classes {
            try keys.destroy(
                retention, of: erasure.subject, at: erasure.at, clearing: erasure.clearing, in: connection)
            try connection.run(Self.dropSealed, [stream, subject, .text(retention.rawValue)])
            for table in tables { try table.erase(erasure.subject, retention, in: connection) }
        }
        switch erasure.clearing {
        case .none: break
        case .all: try connection.run(Self.dropClear, [stream, subject])
        case .kinds(let kinds):
            for kind in kinds { try connection.run(Self.dropClearOfKind, [stream, subject, .text(kind)]) }
        }
    }

    static let dropSealed: SQL = """
        UPDATE events SET sealed = NULL WHERE stream = $1 AND subject = $2 AND retention = $3 AND sealed IS NOT NULL
        """
    /// The salt goes too: with it, what the payload was could be guessed and tried against its digest.
    static let dropClear: SQL = """
        UPDATE events SET clear = NULL, salt = NULL WHERE stream = $1 AND subject = $2 AND clear IS NOT NULL
        """
    static let dropClearOfKind: SQL = """
        UPDATE events SET clear = NULL, salt = NULL
        WHERE stream = $1 AND subject = $2 AND kind = $3 AND clear IS NOT NULL
        """
}
