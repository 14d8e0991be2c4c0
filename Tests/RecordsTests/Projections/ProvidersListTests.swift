import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("What a provider's list tells once its time is over")
struct ProvidersListTests {
    private static let scopes: [(CaseloadQuery.Scope, Identifier<Organisation>)] = [
        (.adviser(ListedStore.adviser.person), ListedStore.provider),
        (.provider(ListedStore.provider), ListedStore.provider), (.prime(ListedStore.prime), ListedStore.prime),
    ]

    @Test(
        "Neither its rows, nor their order, nor a place in it tells of what came after (design §5)",
        arguments: Engine.allCases)
    func over(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        let file = try await listed.customer(1, "Rosa Parr", to: .attached)
        try await listed.customer(2, "Ann Parr", to: .attached)
        let after = try #require(file.referral?.attachment?.until).adding(days: 30)
        let now = Instant(london: after, hour: 12, minute: 0)
        try await listed.perform(
            RecordJobStart(
                started: after, kind: .employed, hours: try WeeklyHours(30), details: try JobDetails(employer: "Mill")),
            on: file.id, as: ListedStore.held, at: now)
        func book(_ day: CalendarDay) async throws -> Appointment {
            let slot = try Slot(starts: Instant(london: day, hour: 9, minute: 0), minutes: 30, mode: .faceToFace)
            let booked = try await listed.perform(
                BookAppointment(
                    purpose: .review, adviser: ListedStore.held.person, office: ListedStore.jobcentre, slot: slot),
                on: file.id, as: ListedStore.held, at: now)
            return try #require(booked.appointments.last)
        }
        let met = try await book(after.adding(days: 6))
        let next = try await book(after.adding(days: 13))
        try await listed.perform(
            RecordAttendance(appointment: met.id, attendance: Attendance(mode: .faceToFace, minutes: 25, late: 0)),
            on: file.id, as: ListedStore.held, at: met.slot.starts)

        let hidden = [met, next].map(\.slot.starts.description)
        let inTime = try Instant("2011-06-27T08:30Z")
        for (scope, organisation) in Self.scopes {
            let reader = CaseloadReader(organisation, on: after, by: SharingMatrix())
            for sort in [CaseloadQuery.Sort.nextAppointment, .lastContact] {
                for descending in [false, true] {
                    func page(_ place: Cursor?, _ limit: Int) async throws -> Page<CaseloadRow> {
                        let query = CaseloadQuery(
                            scope, for: reader, sort: sort, descending: descending, after: place, limit: limit)
                        return try await listed.store.read { try query.page(in: $0) }
                    }
                    let rows = try await page(nil, 50).rows
                    let order = (descending ? [2, 1] : [1, 2]).map { Identifier<CaseFile>.number($0) }
                    #expect(rows.map(\.subject) == order, "\(scope) \(sort)")
                    let row = try #require(rows.first { $0.subject == file.id })
                    #expect(row.nextAt == nil && row.lastContact == inTime && row.inWorkSince == nil, "\(scope)")
                    #expect(row.state == .attached, "\(scope) \(sort)")
                    let first = try await page(nil, 1)
                    #expect(first.next != nil, "\(scope) \(sort)")
                    let second = try await page(first.next, 1)
                    for place in [first.next, second.previous].compactMap({ $0?.description }) {
                        #expect(!hidden.contains { place.contains($0) }, "\(scope) \(sort): \(place)")
                    }
                }
            }
            let found = try await listed.rows(CaseloadQuery(scope, for: reader, search: "parr"))
            #expect(found.count == 2 && found.allSatisfy { $0.nextAt == nil && $0.inWorkSince == nil }, "\(scope)")
            let counts = try await listed.store.read { try CaseloadCounts(scope, for: reader, in: $0) }
            #expect(counts.total == "2" && counts[.attached] == 2 && counts[.inWork] == 0, "\(scope)")
            #expect(try await listed.rows(CaseloadQuery(scope, for: reader, state: .attached)).count == 2)
            #expect(try await listed.rows(CaseloadQuery(scope, for: reader, state: .inWork)).isEmpty)
            let named = try await listed.rows(CaseloadQuery(scope, for: reader, state: .inWork, search: "parr"))
            #expect(named.isEmpty, "\(scope)")
        }
        let keepers = try await listed.rows(CaseloadQuery(.jobcentre(ListedStore.jobcentre)))
        let kept = try #require(keepers.first)
        #expect(kept.subject == file.id && kept.nextAt == next.slot.starts && kept.lastContact == met.slot.starts)
        #expect(kept.inWorkSince == after && kept.state == .inWork)
        let searched = try await listed.rows(CaseloadQuery(.jobcentre(ListedStore.jobcentre), search: "parr"))
        #expect(searched.contains { $0.nextAt == next.slot.starts })
        try await listed.store.close()
    }

    @Test("Once an end is on record it tells of no meeting, unless its providers keep the record (design §5)")
    func ended() async throws {
        let listed = try await ListedStore(.sqlite)
        let own = Author(person: .number(14), organisation: ListedStore.prime, role: .providerAdviser)
        try await listed.customer(1, to: .attached, adviser: own)
        let left = try CalendarDay("2012-01-10")
        let file = try await listed.perform(
            EndReferral(reason: .workChoice, on: left), on: .number(1), as: ListedStore.held,
            at: Instant(london: left, hour: 12, minute: 0))
        let met = try #require(file.appointments.last?.slot.starts)
        let theirs = try #require(try await listed.rows(CaseloadQuery(.prime(ListedStore.prime))).first)
        #expect(theirs.state == .ended && theirs.nextAt == nil && theirs.lastContact == nil)
        let kept = try #require(try await listed.rows(CaseloadQuery(.jobcentre(ListedStore.jobcentre))).first)
        #expect(kept.lastContact == met)

        let time = ProvidersTime(file.referral, keepers: try #require(file.customer?.keepers))
        #expect(!time.holds(met) && time.holds(left) && !time.holds(left.adding(days: 1)))
        let other = try await listed.perform(
            RegisterCustomer(
                identity: try Identity(
                    given: "Ann", family: "Parr", born: CalendarDay("1980-02-03"), on: CalendarDay("2011-06-01"))),
            on: .number(2), as: Author(person: .number(15), organisation: ListedStore.prime, role: .adviser),
            at: Instant(london: left, hour: 13, minute: 0))
        let keeping = ProvidersTime(file.referral, keepers: try #require(other.customer?.keepers))
        #expect(keeping.holds(met) && keeping.holds(left.adding(days: 1)))
        try await listed.store.close()
    }

    @Test(
        "Before the lists are made again, a store from before tells a provider no more than it may read",
        arguments: Engine.allCases)
    func upgraded(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, Array(Schema.migrations.prefix { $0.number < 16 }))
        let rows: [(state: String, until: String?, next: String, met: String, work: String?)] = [
            ("assigned", nil, "2011-07-01T09:00:00.000Z", "", nil),
            ("in-work", "2013-06-23", "2013-06-23T09:00:00.000Z", "2011-06-27T09:00:00.000Z", "2012-01-01"),
            ("in-work", "2013-06-23", "2013-06-24T09:00:00.000Z", "2013-07-01T09:00:00.000Z", "2013-06-24"),
            ("ended", "2012-01-10", "2011-12-01T09:00:00.000Z", "2011-06-27T09:00:00.000Z", nil),
        ]
        try await store.write { connection in
            for (number, row) in rows.enumerated() {
                try connection.run(
                    """
                    INSERT INTO caseload (subject, jobcentre, state, registered_on, allotted_until, next_at, last_contact,
                        in_work_since)
                    VALUES ($1, 'x', $2, '2011-06-20', $3, $4, $5, $6)
                    """,
                    [
                        .text("case \(number)"), .text(row.state), .text(of: row.until), .text(row.next),
                        .text(row.met), .text(of: row.work),
                    ])
            }
        }
        try await Migrator.migrate(store)
        let filled = try await store.read { connection in
            try connection.all(
                """
                SELECT their_next_at, their_last_contact, their_in_work_since, their_state FROM caseload
                ORDER BY subject
                """
            ) { row -> [String?] in [try row.text(0), try row.text(1), try row.optionalText(2), try row.text(3)] }
        }
        #expect(
            filled == [
                ["2011-07-01T09:00:00.000Z", "", nil, "assigned"],
                ["2013-06-23T09:00:00.000Z", "2011-06-27T09:00:00.000Z", "2012-01-01", "in-work"],
                ["9999", "", nil, "attached"], ["9999", "", nil, "ended"],
            ])
        try await store.close()
    }
}
