import Casework
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The demonstration")
struct DemonstrationTests {
    private static func office(_ store: TestStore) async throws -> Office {
        try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))), programmes: Programmes.shipped().programmes,
            random: .seeded(7))
    }

    @Test("Fifty customers stand at every stage on 9 August 2012", arguments: Engine.allCases)
    func loads(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let office = try await Self.office(store)
        try await Demonstration.load(into: office, customers: 50)
        #expect(office.clock.today == CalendarDay(ymd: (2012, 8, 9)))
        let partnership = MadeUpPartnership.demonstration
        for prime in partnership.primes {
            let inbox = try await store.read { try InboxQuery(prime.id).page(in: $0).rows }
            #expect(!inbox.isEmpty)
        }
        let kinds = try await store.read { connection in
            try Set(connection.all("SELECT DISTINCT kind FROM events", []) { try $0.text(0) })
        }
        #expect(
            kinds.isSuperset(of: [
                "referral.queried", "referral.queryAnswered", "appointment.moved", "appointment.missed",
                "appointment.noticeGiven", "employment.jobEnded", "employment.proofRecorded", "area.keyPublished",
            ]))
        let told = try await store.read { try $0.first("SELECT count(*) FROM changes_told") { try $0.int(0) } }
        #expect(told == 0 && kinds.contains("circumstance.applied"), "what was told was taken up")
        let totals = try await store.read {
            try DueLineTotals(
                .areas([partnership.area]), from: .distantPast, to: CalendarDay(ymd: (2012, 8, 9)), in: $0
            ).parts
        }
        #expect(Set(totals.map(\.kind)) == Set(LineKind.allCases))
        let signIn = try #require(Demonstration.signIns.first)
        let token = try #require(try await office.signIn(username: signIn.user, password: signIn.password).session)
        #expect(try await office.signedIn(token: token)?.name == signIn.who)
        try await office.close()
        try await store.close()
    }

    @Test("A store in use is refused, and so is a crowd its advisers have no time for")
    func refused() async throws {
        let store = try await TestStore.fresh(.sqlite)
        let office = try await Self.office(store)
        await #expect(throws: Refusal.self) {
            try await Demonstration.load(into: office, customers: Demonstration.mostCustomers + 1)
        }
        try await store.write {
            try OrganisationRegister.put(
                MadeUpPartnership.demonstration.organisations[0].entry, by: Identifier(high: 1, low: 1),
                at: Instant(milliseconds: 0), in: $0)
        }
        await #expect(throws: Refusal.self) { try await Demonstration.load(into: office, customers: 1) }
        try await office.close()
        try await store.close()
    }

    @Test("The clock is moved only where people are made up, and stays moved for whoever opens the store")
    func clock() async throws {
        let store = try await TestStore.fresh(.sqlite)
        let office = try await Self.office(store)
        await #expect(throws: Refusal.self) { try await office.moveClock(byDays: 1) }
        try await store.write { try Settings.set(Settings.simulated, to: "a test", in: $0) }
        let day = office.clock.today
        try await office.moveClock(byDays: 30)
        #expect(office.clock.today == day.adding(days: 30))
        let second = try await Self.office(store)
        #expect(second.clock.today == day.adding(days: 30))
        await #expect(throws: Refusal.self) { try await office.moveClock(byDays: 0) }
        try await office.close()
        try await second.close()
        try await store.close()
    }

    @Test("Every story happened before the present, with no referral before June 2011")
    func stories() async throws {
        let customers = (0..<Demonstration.mostCustomers).map {
            MadeUpCustomer(
                number: $0, partnership: .demonstration, at: Demonstration.now, random: .seeded(UInt64($0)))
        }
        #expect(customers.allSatisfy { !$0.steps.isEmpty && $0.steps.allSatisfy { $0.at < Demonstration.now } })
        let first = CalendarDay(ymd: (2011, 6, 1))
        #expect(
            customers.allSatisfy { customer in
                customer.steps.allSatisfy { step in
                    if case .refer = step.act { step.at.day >= first } else { true }
                }
            })
    }
}
