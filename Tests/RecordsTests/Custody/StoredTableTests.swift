import TestSupport
import Testing

@testable import Records

@Suite("The list of tables")
struct StoredTableTests {
    @Test("Every table of the schema is backed up, or said to be a projection or passing", arguments: Engine.allCases)
    func everyTable(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let select = engine == .sqlite ? Migrator.selectTablesOnSQLite : Migrator.selectTablesOnPostgres
        let tables = try await store.read { try $0.all(select) { try $0.text(0) } }
        #expect(Set(tables).subtracting(["migrations"]) == Set(StoredTable.all.map(\.name)))
        #expect(StoredTable.all.count == Set(StoredTable.all.map(\.name)).count)
        try await store.close()
    }

    @Test("A table that is backed up is listed with every column it has", arguments: Engine.allCases)
    func everyColumn(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let select: SQL =
            engine == .sqlite
            ? "SELECT name, type FROM pragma_table_info($1)"
            : """
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = $1
            """
        let kinds: [String: StoredTable.Column.Kind] = [
            "text": .text, "bigint": .int, "integer": .int, "boolean": .bool, "blob": .bytes, "bytea": .bytes,
        ]
        for table in StoredTable.backedUp {
            let columns = try await store.read { connection in
                try connection.all(select, [.text(table.name)]) { row in
                    StoredTable.Column(name: try row.text(0), kind: try #require(kinds[try row.text(1).lowercased()]))
                }
            }
            #expect(Set(columns) == Set(table.columns), "\(table.name)")
            #expect(!table.key.isEmpty && table.key.allSatisfy { name in table.columns.contains { $0.name == name } })
        }
        try await store.close()
    }

    @Test("What is erased by class has a subject, and a class where each row names its own")
    func erasing() {
        for table in StoredTable.all {
            let names = Set(table.columns.map(\.name))
            switch table.erasing {
            case .nothing: continue
            case .rows: #expect(names.contains("subject"), "\(table.name)")
            case .rowsOfPerson: #expect(names.contains("person"), "\(table.name)")
            case .rowsByTheirClass: #expect(names.isSuperset(of: ["subject", "retention"]), "\(table.name)")
            }
        }
    }
}
