import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The list of customers")
struct CaseloadTests {
    @Test("Each customer is listed where they stand (C03, C04, C05)", arguments: Engine.allCases)
    func states(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(0, to: .registered)
        try await listed.customer(1, to: .referred)
        try await listed.customer(2, to: .acknowledged)
        try await listed.customer(3, to: .assigned)
        try await listed.customer(4, to: .booked)
        try await listed.customer(5, to: .attached)
        try await listed.customer(6, to: .attached)
        try await listed.works(6, until: "2011-08-28")
        let rows = try await listed.rows(CaseloadQuery(.jobcentre(ListedStore.jobcentre)))
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.subject, $0) })
        let expected: [CaseloadState] = [
            .registered, .waiting, .acknowledged, .assigned, .assigned, .attached, .inWork,
        ]
        for (number, state) in expected.enumerated() { #expect(states[.number(number)]?.state == state, "\(number)") }
        let met = try #require(states[.number(5)])
        #expect(met.name == "Rosa Parr")
        #expect(met.nextAt == nil)
        #expect(try met.lastContact == Instant("2011-06-27T10:30Z"))
        #expect(met.prime == ListedStore.prime && met.provider == ListedStore.provider)
        #expect(met.adviser == ListedStore.adviser.person && met.inWorkSince == nil)
        #expect(try met.attachedOn == CalendarDay("2011-06-27") && met.group == "2")
        #expect(try states[.number(4)]?.nextAt == Instant("2011-06-27T10:00Z"))
        #expect(try states[.number(6)]?.inWorkSince == CalendarDay("2011-07-04"))

        let counts = try await listed.store.read { try CaseloadCounts(.jobcentre(ListedStore.jobcentre), in: $0) }
        #expect(counts[.assigned] == 2 && counts.text(.inWork) == "1" && counts[.queried] == 0)
        #expect(counts.total == "7")
        try await listed.store.close()
    }

    @Test("A list is gone through by pages in both directions, in every scope and order", arguments: Engine.allCases)
    func paging(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        for number in 0..<7 {
            try await listed.customer(number, "Rosa P\(number)arr", to: number.isMultiple(of: 2) ? .attached : .booked)
        }
        let scopes: [CaseloadQuery.Scope] = [
            .adviser(ListedStore.adviser.person), .provider(ListedStore.provider), .prime(ListedStore.prime),
            .jobcentre(ListedStore.jobcentre),
        ]
        for scope in scopes {
            for sort in CaseloadQuery.Sort.allCases {
                for state in [nil, CaseloadState.attached] {
                    let whole = try await listed.rows(CaseloadQuery(scope, state: state, sort: sort))
                    #expect(whole.count == (state == nil ? 7 : 4))
                    try await listed.walk(whole, "\(scope.column) \(sort)") {
                        CaseloadQuery(scope, state: state, sort: sort, after: $0, limit: 2)
                    }
                }
            }
        }
        let next = try await listed.rows(CaseloadQuery(scopes[1])).map(\.subject)
        #expect(next == [1, 3, 5, 0, 2, 4, 6].map { .number($0) }, "what is booked comes first, soonest first")
        let contact = try await listed.rows(CaseloadQuery(scopes[1], sort: .lastContact)).map(\.subject)
        #expect(contact == [1, 3, 5, 0, 2, 4, 6].map { .number($0) }, "those nobody has met come first")
        let nobody = try await listed.rows(CaseloadQuery(.provider(ListedStore.council)))
        #expect(nobody.isEmpty)
        try await listed.store.close()
    }

    @Test(
        "A provider's rows, pages and counts leave out those whose record is shut to it by now (design §5)",
        arguments: Engine.allCases)
    func shut(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        for number in 0..<6 { try await listed.customer(number, "Rosa P\(number)arr", to: .attached) }
        let left = try CalendarDay("2012-01-10")
        for number in [0, 2, 4] {
            try await listed.perform(
                EndReferral(reason: .workChoice, on: left), on: .number(number), as: ListedStore.held,
                at: Instant(london: left, hour: 12, minute: 0))
        }
        let matrix = SharingMatrix(formerMonths: 72)
        let last = left.adding(months: 72)
        func reader(_ organisation: Identifier<Organisation>, on day: CalendarDay) -> CaseloadReader {
            CaseloadReader(organisation, on: day, by: matrix)
        }
        let scopes: [(CaseloadQuery.Scope, Identifier<Organisation>)] = [
            (.adviser(ListedStore.adviser.person), ListedStore.provider),
            (.provider(ListedStore.provider), ListedStore.provider), (.prime(ListedStore.prime), ListedStore.prime),
        ]
        for (scope, organisation) in scopes {
            let open = reader(organisation, on: last)
            #expect(try await listed.rows(CaseloadQuery(scope, for: open)).count == 6, "\(scope)")
            let shut = reader(organisation, on: last.adding(days: 1))
            for sort in CaseloadQuery.Sort.allCases {
                let rows = try await listed.rows(CaseloadQuery(scope, for: shut, sort: sort))
                #expect(Set(rows.map(\.subject)) == [.number(1), .number(3), .number(5)], "\(scope) \(sort)")
                try await listed.walk(rows, "\(scope) \(sort)") {
                    CaseloadQuery(scope, for: shut, sort: sort, after: $0, limit: 2)
                }
            }
            let named = try await listed.rows(CaseloadQuery(scope, for: shut, search: "p"))
            #expect(named.map(\.family) == ["P1arr", "P3arr", "P5arr"], "\(scope)")
            let ended = try await listed.store.read {
                try CaseloadQuery(scope, for: shut, state: .ended, limit: 2).page(in: $0)
            }
            #expect(ended.rows.isEmpty && ended.next == nil, "\(scope): no page is empty with a next")
            let counts = try await listed.store.read { try CaseloadCounts(scope, for: shut, in: $0) }
            #expect(counts[.ended] == 0 && counts.total == "3", "\(scope)")
        }
        let keeper = reader(ListedStore.jobcentre, on: last.adding(days: 1))
        for scope in [CaseloadQuery.Scope.jobcentre(ListedStore.jobcentre), .prime(ListedStore.prime)] {
            let rows = try await listed.rows(CaseloadQuery(scope, for: keeper))
            #expect(rows.count == 6, "whoever keeps the record has no such end")
            let counts = try await listed.store.read { try CaseloadCounts(scope, for: keeper, in: $0) }
            #expect(counts[.ended] == 3, "\(scope)")
        }
        try await listed.store.close()
    }

    @Test("A search is by the start of a name and stays inside the list it is made in", arguments: Engine.allCases)
    func search(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(1, "Zoë Ångström", to: .attached)
        try await listed.customer(2, "Ann Angst", to: .assigned)
        try await listed.customer(3, "Ann Parr", to: .assigned)
        try await listed.customer(4, "Ann Angell", to: .registered)
        let provider = CaseloadQuery.Scope.provider(ListedStore.provider)
        let adviser = CaseloadQuery.Scope.adviser(ListedStore.adviser.person)
        for scope in [provider, adviser] {
            let found = try await listed.rows(CaseloadQuery(scope, search: "ANGST"))
            #expect(found.map(\.family) == ["Angst", "Ångström"])
            let attached = try await listed.rows(CaseloadQuery(scope, state: .attached, search: "ang"))
            #expect(attached.map(\.family) == ["Ångström"])
            try await listed.walk(found, "search") { CaseloadQuery(scope, search: "angst", after: $0, limit: 1) }
        }
        let given = try await listed.rows(CaseloadQuery(adviser, search: "ann"))
        #expect(given.map(\.family) == ["Angst", "Parr"])
        #expect(CaseloadQuery(provider, sort: .name).sort == .nextAppointment)
        try await listed.store.close()
    }

    @Test("The inbox is what waits to be acknowledged or assigned, oldest first (C03, C04)", arguments: Engine.allCases)
    func inbox(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(4, to: .acknowledged)
        try await listed.customer(1, to: .referred)
        try await listed.customer(2, to: .assigned)
        try await listed.customer(3, to: .referred)
        let page = try await listed.store.read { try InboxQuery(ListedStore.prime, limit: 2).page(in: $0) }
        #expect(page.rows.map(\.subject) == [.number(1), .number(3)])
        let next = try #require(page.next)
        let rest = try await listed.store.read { try InboxQuery(ListedStore.prime, after: next).page(in: $0) }
        #expect(rest.rows.map(\.subject) == [.number(4)])
        #expect(rest.rows.map(\.state) == [.acknowledged] && rest.next == nil)
        let previous = try #require(rest.previous)
        let back = try await listed.store.read { try InboxQuery(ListedStore.prime, after: previous).page(in: $0) }
        #expect(back.rows == page.rows)
        try await listed.store.close()
    }

    @Test("A place in a list is read back from its text, and other text is refused")
    func cursors() throws {
        let cursor = Cursor(key: "parr rosa", id: "0190", isBackward: true)
        #expect(try Cursor(cursor.description) == cursor)
        for text in ["", "after", "after~x", "after~x~", "beside~x~y", "after~x~y~z", "after~\u{0}~y"] {
            #expect(throws: Refusal.self, "\(text)") { try Cursor(text) }
        }
    }
}

extension ListedStore {
    func rows(_ query: CaseloadQuery) async throws -> [CaseloadRow] {
        try await store.read { try query.page(in: $0).rows }
    }

    /// Goes to the end of a list and back, and expects what the whole list holds.
    func walk(
        _ whole: [CaseloadRow], _ comment: Comment, _ query: @escaping (Cursor?) -> CaseloadQuery
    ) async throws {
        var forward: [[CaseloadRow]] = []
        var backward: [[CaseloadRow]] = []
        var cursor: Cursor?
        var last: Cursor?
        repeat {
            let asked = query(cursor)
            let page = try await store.read { try asked.page(in: $0) }
            forward.append(page.rows)
            (cursor, last) = (page.next, page.previous)
        } while cursor != nil && forward.count <= whole.count
        #expect(forward.flatMap { $0 } == whole, comment)
        while let place = last, backward.count <= whole.count {
            let asked = query(place)
            let page = try await store.read { try asked.page(in: $0) }
            backward.insert(page.rows, at: 0)
            last = page.previous
        }
        #expect(backward.flatMap { $0 } == Array(forward.dropLast().joined()), comment)
    }
}
