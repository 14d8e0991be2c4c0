import Casework
import Foundation
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("How lists are read")
struct QueryPlanTests {
    @Test("No page goes through a table or puts rows in order: each is read off an index")
    func plans() async throws {
        let store = try await TestStore.fresh(.sqlite)
        var statements: [(String, SQL)] = [
            ("kept", KeptQuery.select), ("requests", RequestRow.selectWaiting),
            ("requests at a council", RequestRow.selectWaitingAtCouncil), ("told", ToldQuery.select),
            ("told own", ToldQuery.selectOwn), ("told urgent", ToldQuery.selectUrgent),
            ("inbox", InboxQuery.selectAfter),
            ("shared", SharedQuery.selectAfter), ("shared back", SharedQuery.selectBefore),
            ("shared count", SharedQuery.selectCount), ("referrals sent", ReferralScoreQuery.select),
            ("inbox back", InboxQuery.selectBefore),
            ("search", CaseloadQuery.selectNamedAfter), ("search back", CaseloadQuery.selectNamedBefore),
            ("their search", CaseloadQuery.selectTheirNamedAfter),
            ("their search back", CaseloadQuery.selectTheirNamedBefore),
            ("diary", DiaryQuery.select), ("overlap", DiaryQuery.selectOverlap),
            ("draws", DrawRegisterQuery.selectPage), ("draw", DrawRegisterQuery.selectByToken),
            ("commissioned", AreaQuery.selectCommissioned), ("terms", Area.selectTerms),
            ("last draw", Area.selectLastDraw),
        ]
        let lines: [(String, DueLineStatements)] = [
            ("area", .area), ("provider", .provider), ("programme", .programme),
        ]
        for (name, of) in lines {
            statements += [("lines of \(name)", of.after), ("lines of \(name) back", of.before)]
        }
        statements += NoticedQuery.statements.map { ("noticed", $0) }
        statements += CaseloadCounts.statements.map { ("count \($0.key)", $0.value) }
        statements += CaseloadStatement.all.map { ("\($0.key)", $0.value) }
        for (name, sql) in statements {
            let plan = try await plan(of: sql, in: store)
            // The subquery of a count is bounded by its own limit.
            let isScan = plan.contains { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN counted") }
            #expect(!isScan, "\(name): \(plan)")
            // One adviser's customers are few enough to be put in the order of their names.
            let isByName = name.contains("sort: Records.CaseloadQuery.Sort.name")
            #expect(isByName || !plan.contains { $0.contains("TEMP B-TREE") }, "\(name): \(plan)")
        }
        try await store.close()
    }

    @Test("Both engines take every statement of the list of customers", arguments: Engine.allCases)
    func prepared(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        #expect(CaseloadStatement.all.count == 56)
        for sql in CaseloadStatement.all.values {
            try await store.read { connection in
                try (connection as? SQLiteConnection)?.prepare(sql)
                try (connection as? PostgresConnection)?.prepare(sql)
            }
        }
        try await store.close()
    }

    private func plan(of sql: SQL, in store: TestStore) async throws -> [String] {
        let count = (1...9).last { sql.text.contains("$\($0)") } ?? 0
        return try await store.read { connection in
            try connection.all(
                SQL(stringLiteral: "EXPLAIN QUERY PLAN \(sql.text)"), Array(repeating: .text("1"), count: count)
            ) { try $0.text(3) }
        }
    }
}
