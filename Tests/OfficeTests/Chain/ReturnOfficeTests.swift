import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Coming back inside the allotted time, in the store")
struct ReturnOfficeTests {
    @Test(
        "Whoever has somebody again finds them on its desk, and a letter says who has them and how long remains (C13)",
        arguments: Engine.allCases)
    func back(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let (one, provider) = (desk.newCase(1), desk.manager.organisation)
        let appointment = try await desk.bookedWithEmail(1)
        try desk.move(to: "2012-06-21T12:30:00.000Z")
        try await desk.attend(appointment, of: 1, 8001)
        try desk.move(to: "2012-11-05T09:00:00.000Z")
        let off = BenefitStatement(
            benefit: "JSA", on: false, from: try CalendarDay("2012-08-01"), until: try CalendarDay("2012-11-04"),
            certainty: .known, source: .jobcentre)
        try await desk.office.perform(StateBenefit(statement: off), on: one, as: desk.adviser, id: desk.command(90))
        try await desk.office.perform(
            RecordReturn(on: try CalendarDay("2012-11-05")), on: one, as: desk.adviser, id: desk.command(91))

        let waiting = try await desk.store.read { try DeskQuery.rows(of: provider, in: $0) }
        #expect(waiting.map(\.subject) == [one] && waiting.first?.wants == .contact)
        #expect(waiting.first?.sender == desk.adviser.organisation)
        let opened = try await desk.office.open(one, as: desk.provider)
        #expect(opened.standing.dues.contains { $0.code == .firstContact && $0.act == .recordContact })
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await desk.store.read { try DeskQuery.rows(of: provider, in: $0) } == waiting)

        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        let letter = try #require(courier.messages.first)
        #expect(letter.from.name == "Northway" && letter.to.address == "rosa@example.org")
        let words = letter.text.replacing("\n", with: " ")
        #expect(words.contains("You have claimed your benefit again, so you are back on the Work Programme."))
        #expect(words.contains("Pat Provider at Northway helps you now. You have 19 months left with us"), "\(words)")

        try await desk.office.perform(
            RecordContact(ContactTry(route: .phone, reached: true, on: desk.office.clock.today)), on: one,
            as: desk.provider, id: desk.command(92))
        #expect(try await desk.store.read { try DeskQuery.rows(of: provider, in: $0) }.isEmpty)
        try await desk.close()
    }
}
