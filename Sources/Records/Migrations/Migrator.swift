/// Brings a store's tables up to what this program knows, at start.
public enum Migrator {
    /// Runs the migrations the store has not had, each as one transaction; two programs that start at once run each once.
    /// - Parameter creating: whether a store with nothing in it may be set up; if not, it is refused.
    /// - Throws: `RecordsFault.newer` when a later version of the program has been here; `.unreadable` when the store
    ///   holds another program's tables, a migration's text is not the one that was run, or nothing is there and
    ///   `creating` is false.
    public static func migrate(
        _ database: any Database, _ migrations: [Migration] = Schema.migrations, creating: Bool = true
    ) async throws {
        guard migrations.enumerated().allSatisfy({ $0.element.number == $0.offset + 1 }) else {
            throw RecordsFault.fault("Migrations must be numbered 1, 2, 3 … without a gap.")
        }
        if try await database.read({ try $0.holdsMigrations() }) == false {
            guard creating else {
                throw RecordsFault.unreadable("Nothing has been set up in this store. Check the address, or make it.")
            }
            try await database.writeAlone { try $0.makeMigrationsTable() }
        }
        let done = try await database.read { try $0.checkedMigrations(migrations) }
        for migration in migrations.dropFirst(done) {
            try await database.writeAlone { connection in
                // Another program may have run it while this one waited.
                guard try connection.checkedMigrations(migrations) < migration.number else { return }
                try connection.script(migration.statements(for: connection.engine))
                try connection.run(
                    insertMigration, [.int(migration.number), .text(migration.name), .text(migration.digest)])
            }
        }
    }

    /// The number of the last migration the store has had; 0 when it has had none.
    public static func version(of database: any Database) async throws -> Int {
        try await database.read { connection in
            guard try connection.holdsMigrations() else { return 0 }
            return try connection.first(selectVersion) { try $0.optionalInt(0) ?? 0 } ?? 0
        }
    }

    static let insertMigration: SQL = "INSERT INTO migrations (number, name, digest) VALUES ($1, $2, $3)"
    static let selectVersion: SQL = "SELECT max(number) FROM migrations"
    static let selectMigrations: SQL = "SELECT number, name, digest FROM migrations ORDER BY number"
    static let createMigrations: SQL = """
        CREATE TABLE IF NOT EXISTS migrations (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            digest TEXT NOT NULL
        )
        """
    static let selectTablesOnSQLite: SQL = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """
    static let selectTablesOnPostgres: SQL = """
        SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()
        """
    /// Whether the database sorts text by its bytes, as SQLite does.
    static let selectOrderOnPostgres: SQL = "SELECT 'B' < 'a' AND 'a-b' < 'aa' AND 'z' < 'é'"
}

extension Connection {
    fileprivate func holdsMigrations() throws -> Bool {
        let select = engine == .sqlite ? Migrator.selectTablesOnSQLite : Migrator.selectTablesOnPostgres
        let tables = try all(select) { try $0.text(0) }
        if tables.isEmpty { return false }
        guard tables.contains("migrations") else {
            throw RecordsFault.unreadable("The database holds another program's tables. Give Throughline its own.")
        }
        return true
    }

    fileprivate func makeMigrationsTable() throws {
        if engine == .postgres {
            guard try first(Migrator.selectOrderOnPostgres, [], { try $0.bool(0) }) == true else {
                throw RecordsFault.unreadable(
                    """
                    This PostgreSQL database sorts text by the rules of a language, and Throughline needs it sorted by \
                    code. Make one with: CREATE DATABASE throughline TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'
                    """)
            }
        }
        try script(Migrator.createMigrations)
    }

    /// How many of the known migrations have been run, once every one that has is found to be as it was.
    fileprivate func checkedMigrations(_ known: [Migration]) throws -> Int {
        let done = try recordedMigrations()
        if let last = done.last, last.number > known.count {
            throw RecordsFault.newer(found: last.number, known: known.count)
        }
        for (index, record) in done.enumerated() {
            let migration = known[index]
            guard record.number == migration.number, record.digest == migration.digest else {
                throw RecordsFault.unreadable(
                    """
                    Migration \(record.number) (\(record.name)) of this store is not the one this program knows. \
                    Use the version of Throughline that made the store, or restore a backup.
                    """)
            }
        }
        return done.count
    }

    private func recordedMigrations() throws -> [(number: Int, name: String, digest: String)] {
        do {
            return try all(Migrator.selectMigrations) { (try $0.int(0), try $0.text(1), try $0.text(2)) }
        } catch RecordsFault.fault {
            throw RecordsFault.unreadable("The database holds another program's tables. Give Throughline its own.")
        }
    }
}
