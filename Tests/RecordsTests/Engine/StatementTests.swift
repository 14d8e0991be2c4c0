import Foundation
import TestSupport
import Testing

@testable import Records

@Suite("Every statement in the sources")
struct StatementTests {
    @Test("Each is prepared by both engines against the migrated tables", arguments: Engine.allCases)
    func prepared(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let statements = try SourceStatement.all().filter { $0.isFor(engine) }
        #expect(statements.count > 3)
        for statement in statements {
            guard let sql = statement.sql ?? builtStatements[statement.key] else {
                Issue.record(
                    "\(statement.key) is put together: add it to builtStatements, so that it is prepared here.")
                continue
            }
            await #expect(throws: Never.self, "\(statement.key): \(sql.text)") {
                try await store.read { connection in
                    try (connection as? SQLiteConnection)?.prepare(sql)
                    try (connection as? PostgresConnection)?.prepare(sql)
                }
            }
        }
    }

    @Test("None uses what the engines answer differently without saying so, nor what only one of them has")
    func sameAnswer() throws {
        let different = [
            "lower(", "upper(", "current_timestamp", "current_date", "current_time", "now()", "ilike", "?", "'true'",
            "'false'", "datetime(", "strftime(", "string_agg(", "group_concat(", "random()", "rowid", " any(",
        ]
        for statement in try SourceStatement.all() where statement.isFor(.sqlite) && statement.isFor(.postgres) {
            let text = (statement.sql ?? builtStatements[statement.key])?.text.lowercased() ?? ""
            for words in different { #expect(!text.contains(words), "\(statement.key)") }
        }
    }

    @Test("None is written where it is run: each is a named constant")
    func named() throws {
        let inline = try Regex(#"\.(run|each|all|first|script)\(\s*""#)
        for (file, text) in try SourceStatement.sources() {
            #expect(text.firstMatch(of: inline) == nil, "\(file)")
        }
    }

    @Test("Columns are of the kinds that both engines keep alike, and every CHECK has a name")
    func columns() throws {
        let odd = try Regex(
            #"(?i)\b(TIMESTAMP|TIMESTAMPTZ|DATETIME|DATE|INTEGER|INT|SERIAL|VARCHAR|REAL|NUMERIC|BLOB|BYTEA)\b"#)
        let anyCheck = try Regex(#"(?i)\bCHECK\s*\("#)
        let named = try Regex(#"(?i)CONSTRAINT\s+\w+\s+CHECK\s*\("#)
        for migration in Schema.migrations {
            let text = migration.statements.text
            #expect(text.firstMatch(of: odd) == nil, "migration \(migration.number)")
            #expect(text.matches(of: anyCheck).count == text.matches(of: named).count, "migration \(migration.number)")
        }
    }
}
