import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The list of payment lines")
struct DueLineTests {
    private static let year = (from: "2011-06-01", to: "2012-05-31")

    @Test("Each line is listed from the day it falls due, to everybody it concerns (C12)", arguments: Engine.allCases)
    func lines(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(1, to: .attached)
        try await listed.customer(2, to: .attached)
        // 26 weeks to the outcome, and four more for one sustainment payment.
        try await listed.works(1, until: "2012-01-29")
        let scopes: [DueLinesQuery.Scope] = [
            .areas([ListedStore.area, .number(77)]), .provider(ListedStore.prime), .programme("work-programme-2011"),
        ]
        for scope in scopes {
            let rows = try await listed.lines(scope)
            #expect(rows.map(\.key.kind) == [.attachment, .attachment, .jobOutcome, .sustainment])
            #expect(try rows.map(\.dueOn)[2] == CalendarDay("2012-01-01"))
            #expect(try rows.map(\.dueOn)[3] == CalendarDay("2012-02-17"), "15 working days after the fourth week")
            #expect(rows.map(\.amount) == [40_000, 40_000, 120_000, 21_500].map { Money(pence: $0) })
            let before = try await listed.lines(scope, to: "2012-02-16")
            #expect(before == Array(rows.dropLast()), "a line is not listed before its day")
            let outcomes = try await listed.lines(scope, kind: .jobOutcome)
            #expect(outcomes == [rows[2]])
            var found: [DueLineRow] = []
            var cursor: Cursor?
            repeat {
                let query = DueLinesQuery(scope, to: try CalendarDay(Self.year.to), after: cursor, limit: 1)
                let page = try await listed.store.read { try query.page(in: $0) }
                found += page.rows
                cursor = page.next
            } while cursor != nil && found.count < 9
            #expect(found == rows)
            let totals = try await listed.store.read {
                try DueLineTotals(scope, from: CalendarDay("2011-06-28"), to: CalendarDay(Self.year.to), in: $0).parts
            }
            #expect(totals.map(\.kind) == [.jobOutcome, .sustainment])
            #expect(totals.map(\.amount) == [Money(pence: 120_000), Money(pence: 21_500)])
        }
        try await listed.store.close()
    }

    @Test("A line that what was recorded later takes away leaves the list (M-002)", arguments: Engine.allCases)
    func takenAway(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(1, to: .attached)
        let file = try await listed.works(1, until: "2012-01-29")
        #expect(try await listed.lines(.provider(ListedStore.prime)).count == 3)
        let proof = try #require(file.employment.proofs.last?.proof.id)
        try await listed.perform(
            WithdrawProof(proof: proof, why: Words("The letter was for somebody else.")), on: file.id,
            as: ListedStore.adviser, at: Instant("2012-02-01T12:00Z"))
        #expect(try await listed.lines(.provider(ListedStore.prime)).map(\.key.kind) == [.attachment])
        try await listed.store.close()
    }

    @Test("What has no price is counted apart and adds nothing", arguments: Engine.allCases)
    func unpriced(engine: Engine) async throws {
        let listed = try await ListedStore(engine) { $0.tariff = Tariff([]) }
        try await listed.customer(1, to: .attached)
        let row = try #require(try await listed.lines(.areas([ListedStore.area])).first)
        #expect(row.amount == nil && row.status == nil)
        let totals = try await listed.store.read {
            try DueLineTotals(
                .provider(ListedStore.prime), from: .distantPast, to: CalendarDay(Self.year.to), in: $0
            ).parts
        }
        #expect(totals.map(\.count) == [1] && totals.map(\.status) == [nil] && totals.map(\.amount) == [.zero])
        try await listed.store.close()
    }

    @Test("Where no proof is asked for, lines are known ahead and wait for their day", arguments: Engine.allCases)
    func ahead(engine: Engine) async throws {
        let listed = try await ListedStore(engine) { programme in
            programme.tariff = Tariff(
                programme.tariff.rows.map {
                    var row = $0
                    row.proof = []
                    return row
                })
        }
        try await listed.customer(1, to: .attached)
        try await listed.works(1, until: "2011-07-10", ending: false)
        try await listed.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: try CalendarDay("2011-07-11"),
                    until: try CalendarDay("2012-01-01"),
                    certainty: .known, source: .jobcentre)),
            on: .number(1), as: ListedStore.held, at: Instant("2012-01-01T12:00Z"))
        let programme = try #require(listed.programmes["work-programme-2011"])
        let file = try await listed.store.read { connection in
            CaseFile(id: .number(1), folding: try listed.streams.read(.number(1), in: connection))
        }
        for text in ["2011-06-27", "2011-12-31", "2012-01-01", "2012-12-31"] {
            let day = try CalendarDay(text)
            let due = PaymentLedger(programme).account(for: file, until: day).due.map(\.key)
            #expect(try await listed.lines(.provider(ListedStore.prime), to: text).map(\.key) == due, "\(text)")
        }
        try await listed.store.close()
    }
}

extension ListedStore {
    func lines(
        _ scope: DueLinesQuery.Scope, to: String = "2012-05-31", kind: LineKind? = nil
    ) async throws -> [DueLineRow] {
        let query = DueLinesQuery(scope, to: try CalendarDay(to), kind: kind)
        return try await store.read { try query.page(in: $0).rows }
    }
}
