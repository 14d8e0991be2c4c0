import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Lists by who leads")
struct LeadListTests {
    @Test("A keeper lists whom somebody leads and whom nobody does (G-005)", arguments: Engine.allCases)
    func lists(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        let (place, jane) = (ListedStore.jobcentre, ListedStore.held.person)
        try await listed.customer(0, to: .registered)
        try await listed.customer(1, to: .registered)
        try await listed.customer(2, to: .referred)
        try await listed.customer(3, to: .assigned)
        try await listed.perform(
            NameLead(jane), on: .number(1), as: ListedStore.held, at: try Instant("2011-06-21T09:00:00Z"))
        func subjects(_ scope: CaseloadQuery.Scope) async throws -> Set<Identifier<CaseFile>> {
            Set(try await listed.rows(CaseloadQuery(scope)).map(\.subject))
        }
        #expect(try await subjects(.unled(at: place)) == [.number(0), .number(2)])
        #expect(try await subjects(.led(jane, at: place)) == [.number(1)])
        #expect(try await subjects(.led(jane, at: ListedStore.council)).isEmpty)
        let all = try await listed.rows(CaseloadQuery(.jobcentre(place)))
        let leads = Dictionary(uniqueKeysWithValues: all.map { ($0.subject, $0.lead) })
        #expect(leads[.number(0)] == .some(nil) && leads[.number(1)] == jane)
        #expect(leads[.number(3)] == ListedStore.adviser.person)
        let counts = try await listed.store.read { try CaseloadCounts(.unled(at: place), in: $0) }
        #expect(counts.total == "2")
        let found = try await listed.rows(CaseloadQuery(.led(jane, at: place), search: "parr"))
        #expect(found.map(\.subject) == [.number(1)])
        try await listed.store.close()
    }

    @Test(
        "In a store from before, nobody whose details are erased waits for a lead (G-005)", arguments: Engine.allCases)
    func upgraded(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, Array(Schema.migrations.prefix { $0.number < 18 }))
        try await store.write { connection in
            for subject in ["erased", "known"] {
                try connection.run(
                    """
                    INSERT INTO caseload (subject, jobcentre, state, registered_on, next_at, last_contact)
                    VALUES ($1, 'x', 'registered', '2011-06-20', '9999', '')
                    """, [.text(subject)])
            }
            try connection.run(
                """
                INSERT INTO identity (subject, given, family, born, by_family, by_given, born_hash)
                VALUES ('known', 'Rosa', 'Parr', '1980-02-03', 'parr', 'rosa', 'h')
                """)
        }
        try await Migrator.migrate(store)
        let leads = try await store.read { connection in
            try connection.all("SELECT lead FROM caseload ORDER BY subject") { try $0.optionalText(0) }
        }
        #expect(leads == [nil, "x/"])
        try await store.close()
    }
}
