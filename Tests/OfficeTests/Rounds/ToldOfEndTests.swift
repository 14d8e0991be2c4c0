import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Told of the end of a programme")
struct ToldOfEndTests {
    /// Attached on 21 June 2012, with e-mail agreed and a page of their own; on 30 June 2014, when the round ends it.
    private func ended(_ engine: Engine) async throws -> TestDesk {
        let desk = try await TestDesk.open(engine)
        let booked = try await desk.bookedWithEmail(1)
        try await desk.office.perform(
            InviteCustomer(route: .paper), on: desk.newCase(1), as: desk.adviser, id: desk.command(980))
        try desk.move(to: "2012-06-21T12:30:00.000Z")
        try await desk.attend(booked, of: 1, 8001)
        try desk.move(to: "2014-06-30T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 1)
        return desk
    }

    private func file(_ desk: TestDesk) async throws -> CaseFile {
        try await desk.store.read { [office = desk.office] in try office.file(desk.newCase(1), in: $0) }
    }

    private func due(_ desk: TestDesk) async throws -> Due? {
        try await desk.office.open(desk.newCase(1), as: desk.adviser).standing.dues.first { $0.code == .tellOfEnd }
    }

    @Test(
        "The round's end is told by e-mail with a link, where they agreed and have a page (C13)",
        arguments: Engine.allCases)
    func mailed(engine: Engine) async throws {
        let desk = try await ended(engine)
        #expect(try await due(desk) == nil)
        desk.office.address.with { $0 = "https://own.example" }
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        let mail = try #require(courier.messages.last { $0.subject == "There is news of your programme on your page" })
        #expect(mail.text.contains("https://own.example/me/journey"))
        #expect(try await due(desk) == nil)
        try await desk.close()
    }

    @Test(
        "A page that was closed before it went leaves them to be told another way (C13)", arguments: Engine.allCases)
    func closed(engine: Engine) async throws {
        let desk = try await ended(engine)
        try await desk.office.perform(CloseAccess(), on: desk.newCase(1), as: desk.adviser, id: desk.command(981))
        try await desk.worker(try TestCourier()).sendAll()
        #expect(try await due(desk)?.sentence.hasSuffix("The letter did not reach them.") == true)
        try await desk.office.perform(
            TellOfEnd(ToldOfHolder(route: .spoken)), on: desk.newCase(1), as: desk.adviser, id: desk.command(982))
        #expect(try await due(desk) == nil)
        try await desk.close()
    }

    @Test("The round does not record again the end that was taken back (C13)", arguments: Engine.allCases)
    func takenBack(engine: Engine) async throws {
        let desk = try await ended(engine)
        let exit = try #require(try await file(desk).referral?.exit?.event.id)
        try await desk.office.perform(
            WithdrawExit(exit: exit, why: Words("The time was counted wrongly.")), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(983))
        try desk.move(to: "2015-09-01T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        #expect(try await file(desk).referral?.exit == nil)
        try await desk.close()
    }
}
