import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Areas and their draws")
struct AreaTests {
    @Test(
        "An area is loaded without its draws, as folding all of them would have it (design §4.8)",
        arguments: Engine.allCases)
    func load(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        for number in 1...3 { try await listed.customer(number, to: .referred) }
        try await listed.record([.keyPublished(period: "2011", key: "00")])
        let (loaded, folded) = try await listed.store.read { connection in
            var area = Area(id: ListedStore.area)
            for event in try listed.streams.read(ListedStore.area, in: connection) { area.apply(event) }
            return (try Area.load(ListedStore.area, streams: listed.streams, in: connection), area)
        }
        #expect(loaded == folded)
        #expect(loaded.draws == 3 && loaded.sequence == 7)
        let none = try await listed.store.read {
            try Area.load(.number(99), streams: listed.streams, in: $0)
        }
        #expect(none == Area(id: .number(99)))
        try await listed.store.close()
    }

    @Test("An area's terms are read past its draws, however many there are")
    func terms() async throws {
        let store = try await TestStore.fresh(.sqlite)
        let plan = try await store.read { connection in
            try connection.all(
                SQL(stringLiteral: "EXPLAIN QUERY PLAN \(Area.selectTermsOnSQLite.text)"), [.text("1")]
            ) { try $0.text(3) }
        }
        #expect(plan == ["SEARCH events USING INDEX events_of_areas (subject=?)"])
        try await store.close()
    }

    @Test("The register of draws is numbered without gaps and answers for a token (D-043)", arguments: Engine.allCases)
    func register(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        var files: [CaseFile] = []
        for number in 1...3 { files.append(try await listed.customer(number, to: .referred)) }
        let entries = try await listed.store.read { try DrawRegisterQuery.page(of: ListedStore.area, in: $0) }
        #expect(entries.map(\.draw.number) == [1, 2, 3])
        #expect(entries.map(\.draw.token) == files.compactMap(\.customer?.drawToken))
        #expect(try entries.allSatisfy { try $0.day == CalendarDay(ListedStore.referralDay) })
        let rest = try await listed.store.read {
            try DrawRegisterQuery.page(of: ListedStore.area, after: 1, limit: 1, in: $0)
        }
        #expect(rest == [entries[1]])
        let token = try #require(files[2].customer?.drawToken)
        let (found, elsewhere) = try await listed.store.read { connection in
            (
                try DrawRegisterQuery.draw(token: token, programme: "work-programme-2011", in: connection),
                try DrawRegisterQuery.draw(token: token, programme: "another", in: connection)
            )
        }
        #expect(found == entries[2].draw && elsewhere == nil)
        try await listed.store.close()
    }

    @Test("Areas are listed by name, and a commissioner's own apart", arguments: Engine.allCases)
    func areas(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.record(
            [.opened(.init(name: "Highlands", nation: .scotland, commissioner: .number(50)))], of: .number(6))
        let (all, own) = try await listed.store.read { connection in
            (
                try AreaQuery.all(in: connection),
                try AreaQuery.commissioned(by: ListedStore.council, in: connection)
            )
        }
        #expect(all.map(\.name) == ["Highlands", "North East"] && all.map(\.nation) == [.scotland, .england])
        #expect(own.map(\.id) == [ListedStore.area])
        try await listed.store.close()
    }
}
