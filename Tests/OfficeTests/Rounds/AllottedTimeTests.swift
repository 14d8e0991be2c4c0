import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The end of the allotted time, in the daily round")
struct AllottedTimeTests {
    /// Attached on 21 June 2012, so that the last of 104 weeks ends on 18 June 2014.
    /// - Parameter agreed: for each customer, whether they agreed to e-mail.
    private func attached(_ desk: TestDesk, agreed: [Bool] = [true]) async throws {
        var booked: [Identifier<Appointment>] = []
        for (index, agreed) in agreed.enumerated() {
            booked.append(try await desk.bookedWithEmail(UInt64(index + 1), agreed: agreed))
        }
        try desk.move(to: "2012-06-21T12:30:00.000Z")
        for (index, appointment) in booked.enumerated() {
            try await desk.attend(appointment, of: UInt64(index + 1), 8001 + UInt64(index))
        }
    }

    private func file(_ desk: TestDesk) async throws -> CaseFile {
        try await desk.store.read { [office = desk.office] in try office.file(desk.newCase(1), in: $0) }
    }

    private func benefit(_ desk: TestDesk, on: Bool, from first: String, _ command: UInt64) async throws {
        let first = try CalendarDay(first)
        try await desk.office.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: on, from: first, until: nil, certainty: .known, source: .jobcentre)),
            on: desk.newCase(1), as: desk.adviser, id: desk.command(command))
    }

    /// What the provider's adviser is asked for.
    private func summaryDue(_ desk: TestDesk) async throws -> Due? {
        try await desk.office.open(desk.newCase(1), as: desk.provider).standing.dues.first { $0.code == .handBack }
    }

    @Test(
        "A week after the last allotted day the round records the end, dated by that day, once (C13, D-030)",
        arguments: Engine.allCases)
    func ends(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await attached(desk)
        let until = try CalendarDay("2014-06-18")
        #expect(try await file(desk).referral?.attachment?.until == until)
        try desk.move(to: "2014-06-18T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        #expect(try await file(desk).referral?.exit == nil)
        // Until then it waits for news that comes late.
        try desk.move(to: "2014-06-25T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        #expect(try await file(desk).referral?.overSince(on: desk.office.clock.today) == until)
        // A round that was missed for some days is caught up, and dates the end by the rule's day.
        try desk.move(to: "2014-06-30T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 1)
        let exit = try #require(try await file(desk).referral?.exit)
        #expect(exit.on == until && exit.reason == .completedTime)
        #expect(exit.event.by.role == .system && exit.event.by.organisation == desk.adviser.organisation)
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        // A former provider may still hand back, and is asked to until it has.
        #expect(try await summaryDue(desk)?.day == until)
        try await desk.office.perform(
            HandBack(summary: Words("You learned to weld."), seenByPerson: true), on: desk.newCase(1),
            as: desk.provider, id: desk.command(96))
        #expect(try await summaryDue(desk) == nil)
        try await desk.close()
    }

    @Test(
        "Off the benefit past the last day is the reason where the record says so of both days (C13, D-031)",
        arguments: Engine.allCases)
    func offBenefit(engine: Engine) async throws {
        let cases: [(Bool, ExitReason)] = [(false, .offBenefit), (true, .completedTime)]
        for (isBack, reason) in cases {
            let desk = try await TestDesk.open(engine)
            try await attached(desk)
            try desk.move(to: "2014-06-19T07:00:00.000Z")
            #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
            // Told days after the time was over, and still the reason.
            try desk.move(to: "2014-06-26T06:00:00.000Z")
            try await benefit(desk, on: false, from: "2014-03-01", 92)
            // A new claim on the day after the last is no stay off the benefit past it.
            if isBack { try await benefit(desk, on: true, from: "2014-06-19", 93) }
            #expect(try await desk.office.makeRound(sendsMail: false).exits == 1)
            #expect(try await file(desk).referral?.exit?.reason == reason)
            try await desk.close()
        }
    }

    @Test(
        "A return inside the time that is told after the round has its place, and the time was used up (D-032)",
        arguments: Engine.allCases)
    func lateReturn(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await attached(desk)
        try desk.move(to: "2014-06-26T06:00:00.000Z")
        try await benefit(desk, on: false, from: "2014-03-01", 92)
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 1)
        #expect(try await file(desk).referral?.exit?.reason == .offBenefit)
        func back(_ day: String, _ command: UInt64) async throws {
            try await desk.office.perform(
                RecordReturn(on: try CalendarDay(day)), on: desk.newCase(1), as: desk.adviser,
                id: desk.command(command))
        }
        #expect(await refusal { try await back("2014-06-19", 93) }?.code == "return.over")
        try await back("2014-06-16", 94)
        let referral = try #require(try await file(desk).referral)
        #expect(referral.returns.map(\.on.description) == ["2014-06-16"])
        #expect(referral.exit?.reason == .completedTime && referral.exit?.on == referral.attachment?.until)
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        try await desk.close()
    }

    @Test(
        "An end that somebody recorded stands: the round adds none (C13, D-031)", arguments: Engine.allCases)
    func recorded(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await attached(desk)
        try desk.move(to: "2013-02-04T10:00:00.000Z")
        try await desk.office.perform(
            EndReferral(reason: .workChoice, on: try CalendarDay("2013-02-04")), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(95))
        try desk.move(to: "2014-06-27T07:00:00.000Z")
        let report = try await desk.office.makeRound(sendsMail: true)
        #expect(report.exits == 0 && report.endings == 0)
        #expect(try await file(desk).referral?.exit?.reason == .workChoice)
        try await desk.close()
    }

    @Test(
        "Four weeks before, whoever agreed to e-mail is told once when it ends and what follows (A-013)",
        arguments: Engine.allCases)
    func tells(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await attached(desk, agreed: [true, false])
        let courier = try TestCourier()
        try desk.move(to: "2014-05-20T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 0)
        try desk.move(to: "2014-05-21T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).endings == 0)
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 1)
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 0)
        #expect(try await desk.worker(courier).sendAll() == 1)
        let letter = try #require(courier.messages.first)
        #expect(letter.subject == "Your time with us ends on 18 June 2014")
        #expect(letter.text.contains("the Work Programme is 18 June 2014"))
        #expect(letter.text.contains("go to your jobcentre") && letter.text.contains("01632 960000"))
        try desk.move(to: "2014-06-10T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 0)
        #expect(try await desk.worker(courier).sendAll() == 0)
        try await desk.close()
    }

    @Test("When that letter is refused, the address is doubtful, and the adviser is asked for another (design §4.5)")
    func refused() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await attached(desk)
        try desk.move(to: "2014-05-21T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 1)
        #expect(try await desk.worker(try TestCourier { _ in .refused }).sendAll() == 1)
        let dues = try await desk.office.open(desk.newCase(1), as: desk.adviser).standing.dues
        #expect(dues.contains { $0.code == .contactDoubtful })
        #expect(try await file(desk).circumstances.failures.map(\.reason) == [.refused])
        try await desk.close()
    }

    @Test(
        "The letter is in Welsh for whoever chose it, and does not go once an end is recorded (G-245, design §4.5)",
        arguments: Engine.allCases)
    func welsh(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await attached(desk)
        try await desk.office.perform(
            ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(61))
        try desk.move(to: "2014-06-02T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).endings == 1)
        let welsh = try TestCourier()
        #expect(try await desk.worker(welsh).sendAll() == 1)
        #expect(welsh.messages.first?.subject == "Daw eich amser gyda ni i ben ar 18 Mehefin 2014")
        #expect(welsh.messages.first?.text.contains("y Rhaglen Waith") == true)
        try await desk.close()

        let other = try await TestDesk.open(engine)
        try await attached(other)
        try other.move(to: "2014-06-02T07:00:00.000Z")
        #expect(try await other.office.makeRound(sendsMail: true).endings == 1)
        try await other.office.perform(
            EndReferral(reason: .workChoice, on: try CalendarDay("2014-06-02")), on: other.newCase(1),
            as: other.adviser, id: other.command(95))
        let none = try TestCourier()
        #expect(try await other.worker(none).sendAll() == 1 && none.messages.isEmpty)
        try await other.close()
    }

    @Test("From the same day the adviser's list asks for the summary, until some weeks after the end (A-013, C13)")
    func asks() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await attached(desk)
        try desk.move(to: "2014-05-20T07:00:00.000Z")
        #expect(try await summaryDue(desk) == nil)
        try desk.move(to: "2014-05-21T07:00:00.000Z")
        #expect(try await summaryDue(desk)?.act == .handBack)
        // A list is not filled by those of long ago.
        try desk.move(to: "2014-07-16T07:00:00.000Z")
        #expect(try await summaryDue(desk) != nil)
        try desk.move(to: "2014-07-17T07:00:00.000Z")
        #expect(try await summaryDue(desk) == nil)
        try await desk.close()
    }
}
