import Foundation
import Kernel

/// What a restore did.
public struct Restoration: Sendable, Equatable {
    public let rows: Int
    /// Erasures of the register that were made again; nil where there was none, and whoever restored said that nothing
    /// had been erased since.
    public let erasures: Int?
    public let verification: VerificationReport

    /// What to tell whoever asked for it, a line each.
    public var sentences: [String] {
        let erased =
            switch erasures {
            case nil: "No register of erasures was applied: you said that nothing has been erased since the backup."
            case let count?: "Erasures of the register made again: \(count)."
            }
        return ["\(rows) rows restored.", erased] + verification.sentences
    }
}

extension Custody {
    /// Restores a backup into an empty store of either engine, makes the register's erasures again before anything of it
    /// can be read, brings the tables up to date, and verifies. Projections are the caller's to rebuild.
    ///
    /// All of it is kept or none.
    /// - Parameter nothingErasedSince: whether whoever restores says that nothing has been erased since the backup was
    ///   made. Without their word a register that is missing, or older than the backup, stops it.
    /// - Throws: `Refusal` when the backup is damaged, was made with another master key or by a later version, the
    ///   store is not empty, or the register of erasures is not whole; then nothing has changed.
    public func restore(
        from path: String, nothingErasedSince: Bool = false,
        progress: @escaping @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws -> Restoration {
        let header = try BackupHeader(checking: path)
        guard header.schema <= Schema.migrations.count else {
            throw Refusal(
                "backup.newer", "This backup was made by a later version of Throughline. Restore it with that version.")
        }
        guard try await Migrator.version(of: database) <= header.schema else { throw Self.notEmpty }
        let found = try register.erasures(
            since: header.erasures, made: header.made, nothingErasedSince: nothingErasedSince)
        let erasures = found ?? []
        try await Migrator.migrate(database, Array(Schema.migrations.prefix(header.schema)))
        let (rows, counted) = try await database.write { connection in
            for table in header.tables where try connection.first(table.selectAny, [], { _ in true }) != nil {
                // A store that has been opened knows its master key, and holds nothing else yet.
                guard table.name == "master_keys" else { throw Self.notEmpty }
            }
            try self.keys.check(connection)
            try connection.run(Keyring.forget)
            let rows = try header.load(path, into: connection, progress)
            try self.keys.check(connection)
            let counted = try self.apply(erasures, to: header.tables, in: connection)
            return (rows, counted)
        }
        try await Migrator.migrate(database)
        try await database.write { for counts in counted { try MonthCounts.add(counts, in: $0) } }
        try await database.writeOver()
        return Restoration(
            rows: rows, erasures: found?.count,
            verification: try await Verification.verify(database, keys))
    }

    private static let notEmpty = Refusal(
        "restore.not-empty",
        "This store has been used, or was set up by a later version than the backup, so nothing was restored. Give the "
            + "address of a new, empty one.")
}

/// What a backup says of itself, once all of it has been found whole.
private struct BackupHeader: Sendable {
    let schema: Int
    let made: Instant
    /// Where the register of erasures ended; nil when there was none, or the backup is of before it was told.
    let erasures: ErasureRegister.Head?
    let tables: [StoredTable]

    init(checking path: String) throws {
        let reader = try BackupReader(path)
        guard let first = try reader.next(), first.tag == .header, let json = try? JSON(parsing: first.body),
            let schema = json["schema"]?.int, let made = try? json.instant("made"),
            let tables = json["tables"]?.array
        else { throw BackupFile.damaged }
        while try reader.next() != nil {}
        self.schema = schema
        self.made = made
        erasures = json["erasures"].flatMap { ErasureRegister.Head($0) }
        self.tables = try tables.map { table in
            guard let known = StoredTable.backedUp.first(where: { $0.name == table["name"]?.string }),
                let names = table["columns"]?.array
            else { throw Self.unknown }
            return try known.with(columns: names.compactMap(\.string))
        }
    }

    /// Puts every row into its table.
    /// - Returns: how many there were.
    func load(_ path: String, into connection: any Connection, _ progress: (Int) -> Void) throws -> Int {
        let reader = try BackupReader(path)
        var rows = 0
        var waiting: (table: StoredTable, rows: [[SQLValue]])?
        func insert() throws {
            guard let (table, batch) = waiting, !batch.isEmpty else { return }
            try connection.run(table.insert(rows: batch.count), batch.flatMap(\.self))
            waiting?.rows = []
            rows += batch.count
            progress(rows)
        }
        while let (tag, body) = try reader.next() {
            switch tag {
            case .table:
                try insert()
                let name = String(decoding: body, as: UTF8.self)
                guard let table = tables.first(where: { $0.name == name }) else { throw BackupFile.damaged }
                waiting = (table, [])
            case .row:
                let row = try [SQLValue](readingRow: body)
                guard row.count == waiting?.table.columns.count else { throw BackupFile.damaged }
                waiting?.rows.append(row)
                if waiting?.rows.count == 8 { try insert() }
            case .header, .end: break
            }
        }
        try insert()
        return rows
    }

    static let unknown = Refusal(
        "backup.newer", "This backup holds tables that this version of Throughline does not know. Use a later version.")
}

extension StoredTable {
    /// The same table with the columns it had when a backup was made; only names that are known are taken.
    fileprivate func with(columns names: [String]) throws -> StoredTable {
        var table = self
        table.columns = try names.map { name in
            guard let column = columns.first(where: { $0.name == name }) else { throw BackupHeader.unknown }
            return column
        }
        return table
    }
}
