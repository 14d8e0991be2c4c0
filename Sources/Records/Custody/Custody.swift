public import Casework
public import Kernel

/// What is done to the store as a whole: erasing, backing up and restoring it.
public struct Custody: Sendable {
    let database: any Database
    let keys: Keyring
    let register: ErasureRegister
    let programmes: [String: Programme]

    /// - Parameter programmes: by which what was earned is counted before its evidence goes.
    public init(
        _ database: any Database, keys: Keyring, register: ErasureRegister, programmes: [String: Programme] = [:]
    ) {
        self.database = database
        self.keys = keys
        self.register = register
        self.programmes = programmes
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
        let erasure = Erasure(of: subject, classes, clearing: clearing, at: moment)
        try await erase { _ in
            ([erasure], ())
        } then: { _, _ in
        }
    }

    /// The same for several streams at once, and what follows from it in the same transaction. What stood in the files of
    /// the store is written over.
    /// - Parameters:
    ///   - planned: looks once more at what there is, and says what is erased and what the rest is told of it.
    ///   - then: what follows once it is erased.
    public func erase<Plan, Answer: Sendable>(
        _ planned: @escaping @Sendable (any Connection) throws -> ([Erasure], Plan),
        then: @escaping @Sendable (Plan, any Connection) throws -> Answer
    ) async throws -> Answer {
        let answer = try await database.write { connection in
            let (erasures, plan) = try planned(connection)
            if !erasures.isEmpty { try register.append(erasures) }
            try self.apply(erasures, in: connection)
            return try then(plan, connection)
        }
        try await database.writeOver()
        return answer
    }

    /// Erases again whatever the register says was erased; safe to repeat.
    public func applyRegister() async throws {
        let erasures = try register.erasures()
        for erasure in erasures { _ = try await database.write { try self.apply([erasure], in: $0) } }
    }

    /// - Parameter tables: those there are; `month_counts` may not be one of them yet.
    /// - Returns: what was counted and could not be kept there.
    @discardableResult
    func apply(
        _ erasures: [Erasure], to tables: [StoredTable] = StoredTable.all, in connection: any Connection
    ) throws -> [[MonthCount: Counted]] {
        // What streams hold together is counted before any of it goes.
        let counted = try erasures.compactMap { erasure in
            erasure.stream == CaseFile.stream && erasure.clearing == .all
                ? try count(Identifier(erasure.subject), but: erasure.keeping, in: connection) : nil
        }
        for erasure in erasures {
            if tables.contains(where: { $0.name == "documents" }) { try eraseLetters(erasure, in: connection) }
            try apply(erasure, to: tables, in: connection)
        }
        guard tables.contains(where: { $0.name == "month_counts" }) else { return counted }
        for counts in counted { try MonthCounts.add(counts, in: connection) }
        return []
    }

    /// What a case comes to, read with no keys; nothing where its facts have gone before. Entries that are another's since
    /// are counted with the stream they stand on.
    private func count(
        _ subject: Identifier<CaseFile>, but kept: Set<String>, in connection: any Connection
    ) throws -> [MonthCount: Counted] {
        let streams = Streams(keys: nil)
        let events = try streams.read(subject, in: connection).filter { $0.fact.kind != Self.keptKind }
        guard events.contains(where: { !kept.contains($0.id.description) && $0.fact.kind != Self.partingKind }) else {
            return [:]
        }
        return MonthCounts.of(try streams.file(subject, in: connection), events: events, programmes: programmes)
    }

    /// Letters that are kept with the words they hold go with the name in them, where the words themselves stay.
    private func eraseLetters(_ erasure: Erasure, in connection: any Connection) throws {
        guard erasure.stream == CaseFile.stream, erasure.classes.contains(.identity),
            !erasure.classes.contains(.support)
        else { return }
        let events = try Streams(keys: nil).read(
            Identifier<CaseFile>(erasure.subject), recordedBy: erasure.at, in: connection)
        for event in events where !erasure.keeping.contains(event.id.description) {
            guard let digest = event.fact.letterOfWords else { continue }
            try Documents.remove(digest, of: erasure.subject, .support, in: connection)
        }
    }

    /// That something was erased is kept whatever else goes: it says nothing of the person.
    static let keptKind = "customer.erased"
    /// Which entries are another's is kept for as long as they are.
    private static let partingKind = "merge.gaveBack"

    private func apply(_ erasure: Erasure, to tables: [StoredTable], in connection: any Connection) throws {
        let (stream, subject) = (SQLValue.text(erasure.stream), SQLValue.text(erasure.subject))
        let owned = try erasure.keeping.isEmpty ? nil : ownEntries(erasure, in: connection)
        for retention in erasure.classes.sorted(by: { $0.rawValue < $1.rawValue }) {
            for entry in erasure.keeping { try keys.keep(retention, of: erasure.subject, for: entry, in: connection) }
            let isNew = try keys.destroy(
                retention, of: erasure.subject, at: erasure.at, clearing: erasure.clearing,
                hasBegunAgain: tables.contains { $0.name == "key_erasures" }, in: connection)
            guard isNew else { continue }
            guard erasure.stream != Erasure.oneEvent else {
                try connection.run(Self.dropSealedOfEvent, [subject, .text(retention.rawValue)])
                continue
            }
            if let owned {
                for entry in owned {
                    try connection.run(Self.dropSealedOfEvent, [entry.id, .text(retention.rawValue)])
                }
            } else {
                try connection.run(Self.dropSealed, [stream, subject, .text(retention.rawValue)])
            }
            for table in tables { try table.erase(erasure.subject, retention, in: connection) }
        }
        switch erasure.clearing {
        case .none: break
        case _ where erasure.stream == Erasure.oneEvent: try connection.run(Self.dropClearOfEvent, [subject])
        case let cleared where owned != nil:
            for entry in owned ?? [] where cleared.covers(entry.kind) && !Self.stays(entry.kind) {
                try connection.run(Self.dropClearOfEvent, [entry.id])
            }
        case .all: try connection.run(Self.dropClear, [stream, subject])
        case .kinds(let kinds):
            for kind in kinds { try connection.run(Self.dropClearOfKind, [stream, subject, .text(kind)]) }
        }
    }

    private static func stays(_ kind: String) -> Bool { kind == keptKind || kind == partingKind }

    /// The entries of a stream on which some are another's, without those.
    private func ownEntries(
        _ erasure: Erasure, in connection: any Connection
    ) throws -> [(id: SQLValue, kind: String)] {
        try connection.all(Self.selectEntries, [.text(erasure.stream), .text(erasure.subject)]) {
            (try $0.text(0), try $0.text(1))
        }.filter { !erasure.keeping.contains($0.0) }.map { (.text($0.0), $0.1) }
    }

    static let selectEntries: SQL = "SELECT id, kind FROM events WHERE stream = $1 AND subject = $2 ORDER BY sequence"

    static let dropSealed: SQL = """
        UPDATE events SET sealed = NULL WHERE stream = $1 AND subject = $2 AND retention = $3 AND sealed IS NOT NULL
        """
    static let dropSealedOfEvent: SQL = """
        UPDATE events SET sealed = NULL WHERE id = $1 AND retention = $2 AND sealed IS NOT NULL
        """
    static let dropClearOfEvent: SQL = "UPDATE events SET clear = NULL, salt = NULL WHERE id = $1"
    /// The salt goes too: with it, what the payload was could be guessed and tried against its digest.
    static let dropClear: SQL = """
        UPDATE events SET clear = NULL, salt = NULL
        WHERE stream = $1 AND subject = $2 AND kind <> 'customer.erased' AND clear IS NOT NULL
        """
    static let dropClearOfKind: SQL = """
        UPDATE events SET clear = NULL, salt = NULL
        WHERE stream = $1 AND subject = $2 AND kind = $3 AND clear IS NOT NULL
        """
}
