import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The daily round")
struct RoundTests {
    private func commands(in store: TestStore) async throws -> Int {
        try await store.read { try $0.first("SELECT count(*) FROM commands") { try $0.int(0) } ?? 0 }
    }

    @Test(
        "Those who agreed to e-mail are reminded once, the working day before (B-014)", arguments: Engine.allCases)
    func reminders(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.bookedWithEmail(1)
        try await desk.bookedWithEmail(2, agreed: false)
        try desk.move(to: "2012-06-19T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 0)
        try desk.move(to: "2012-06-20T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: false).reminders == 0)
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 1)
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 0)
        try desk.move(to: "2012-06-21T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 0)
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        let message = try #require(courier.messages.first)
        #expect(message.subject == "Reminder: your appointment on 21 June 2012")
        #expect(message.text.contains("When: Thursday 21 June 2012 at 10:30 am"))
        #expect(!message.text.contains("Work Programme") && !message.text.contains("required"))
        try await desk.close()
    }

    @Test(
        "A council's own customer, on no programme, is reminded like any other (B-014, C21)", arguments: Engine.allCases
    )
    func remindsForCouncil(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let nell = Author(
            person: .init(high: 1, low: 51), organisation: desk.administrator.organisation, role: .adviser)
        var identity = try desk.identity()
        identity.email = "rosa@example.org"
        let rosa = desk.newCase(1)
        try await desk.office.perform(
            RegisterCustomer(identity: identity), on: rosa, as: nell, id: desk.command(1))
        try await desk.office.perform(ChooseEmail(agreed: true), on: rosa, as: nell, id: desk.command(2))
        let booked = try await desk.office.perform(
            BookAppointment(
                purpose: .review, adviser: nell.person, office: nell.organisation,
                slot: try Slot(starts: Instant("2012-06-21T09:00:00.000Z"), minutes: 30, mode: .faceToFace)),
            on: rosa, as: nell, id: desk.command(3))
        let appointment = try #require(booked.file.appointments.last).id
        try desk.move(to: "2012-06-20T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 1)
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 0)
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        #expect(courier.messages.first?.subject == "Reminder: your appointment on 21 June 2012")
        #expect(courier.messages.first?.from.name == "Partnership Office")
        // Whoever books there records by hand that they rang, too.
        try desk.move(to: "2012-06-21T08:00:00.000Z")
        try await desk.office.perform(
            RemindOfAppointment(appointment: appointment), on: rosa, as: nell, id: desk.command(4))
        try await desk.close()
    }

    @Test(
        "Support ends when the last payment falls due, dated by that day, once (C13)", arguments: Engine.allCases)
    func finalPayment(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let appointment = try await desk.bookedWithEmail(1)
        try desk.move(to: "2012-06-21T10:30:00.000Z")
        let subject = desk.newCase(1)
        try await desk.attend(appointment, 91)
        let (first, last) = (try CalendarDay("2012-07-02"), try CalendarDay("2014-01-31"))
        try desk.move(to: "2014-02-03T07:00:00.000Z")
        try await desk.office.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: first, until: nil, certainty: .known, source: .jobcentre)),
            on: subject, as: desk.adviser, id: desk.command(92))
        try await desk.office.perform(
            RecordJobStart(
                started: first, kind: .employed, hours: try WeeklyHours(30), details: try JobDetails(employer: "Mill")),
            on: subject, as: desk.provider, id: desk.command(93))
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        try await desk.office.perform(
            RecordProof(
                job: Identifier(desk.command(93)), kind: "employer", from: first, until: last, earnings: nil),
            on: subject, as: desk.provider, id: desk.command(94))
        let report = try await desk.office.makeRound(sendsMail: false)
        let file = try await desk.store.read { [office = desk.office] connection in
            try office.file(subject, in: connection)
        }
        let programme = try #require(desk.office.programmes[TestDesk.programme])
        let due = PaymentLedger(programme).account(for: file, until: desk.office.clock.today).finalDue
        #expect(report.exits == 1 && due != nil)
        #expect(file.referral?.exit?.on == due && file.referral?.exit?.reason == .finalPayment)
        #expect(try await desk.office.makeRound(sendsMail: false).exits == 0)
        try await desk.close()
    }

    @Test("A round that was missed is caught up, until the appointment starts")
    func caughtUp() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.bookedWithEmail(1)
        try await desk.bookedWithEmail(2, hour: 5)
        try desk.move(to: "2012-06-21T07:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 1)
        try await desk.close()
    }

    @Test("A reminder of an appointment cancelled since is not sent; one that is moved is reminded of anew")
    func changed() async throws {
        let desk = try await TestDesk.open(.sqlite)
        for number in UInt64(1)...2 { try await desk.bookedWithEmail(number) }
        try desk.move(to: "2012-06-20T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 2)
        try await desk.cancelFirstAndMoveSecond(to: "2012-06-28T09:00:00.000Z")
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 2)
        #expect(courier.messages.isEmpty)
        try desk.move(to: "2012-06-27T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 1)
        #expect(try await desk.worker(courier).sendAll() == 1)
        #expect(courier.messages.first?.subject == "Reminder: your appointment on 28 June 2012")
        try await desk.close()
    }

    @Test(
        "The round signs what moved and clears what is over, and is due once a day from its hour",
        arguments: Engine.allCases)
    func tidies(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let (store, position) = (
            desk.store,
            AccountRegister.Position(
                person: desk.adviser.person, organisation: desk.adviser.organisation, role: .adviser)
        )
        let start = desk.office.clock.now
        try await desk.refer(1)
        try await store.write {
            try SessionRegister.open(.init(position: position, made: start, seen: start), tokenHash: "old", in: $0)
        }
        try desk.move(to: "2012-06-02T05:00:00.000Z")
        #expect(try await !desk.office.isRoundDue(RoundSettings()), "six in the morning")
        try desk.move(to: "2012-06-02T06:00:00.000Z")
        #expect(try await desk.office.isRoundDue(RoundSettings()))
        let report = try await desk.office.makeRound(sendsMail: false)
        #expect(report == RoundReport(reminders: 0, checkpoints: 1, sessions: 1, answers: 0))
        #expect(try await !desk.office.isRoundDue(RoundSettings()))
        #expect(try await desk.office.makeRound(sendsMail: false) == RoundReport())
        let before = try await commands(in: store)
        try desk.move(to: "2013-08-01T09:00:00.000Z")
        let later = try await desk.office.makeRound(sendsMail: false)
        #expect(later.answers > 0 && later.checkpoints == 0)
        #expect(try await commands(in: store) == before - later.answers)
        #expect(try await desk.register(1).isRepeat, "what opened the case is answered for good")
        try await desk.close()
    }
}
