import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People who were moved to and within the Work Programme (reference J4)")
struct ParticipantsMovedTests {
    private static let scheme = Specialist.organisation
    private let manager = Specialist.manager
    private let trainer = Specialist.adviser

    @Test(
        "A scheme that closes mid-course passes its people on, and the course and the plan go with them (J-064)",
        arguments: Engine.allCases)
    func schemeClosed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine, at: "2012-06-06T09:00:00.000Z")
        try await desk.openSpecialist(called: "Harbour Scheme")
        var life = try await ReportedLife(.workProgramme, at: desk)
        try await life.meets("2012-06-11", .first)
        try await life.does(
            PassOn(to: Self.scheme, reason: "chain-work", words: nil), as: desk.manager)
        try await life.does(TakeOn(adviser: trainer.person), as: manager)
        try await life.does(SetGoal(words: Words("Drive a fork-lift truck for a living.")), as: trainer)
        try await life.does(
            ProposeAction(
                text: Words("Finish the fork-lift course, weeks one to eight"),
                terms: PlanActionTerms(owner: .customer, due: CalendarDay("2012-08-10"))), as: trainer)
        let course = try #require(life.plan.openActions.first).id

        // In the fourth week the scheme closes.
        try life.on("2012-07-09")
        try await life.does(
            PassOn(
                to: desk.manager.organisation, reason: "chain-closed",
                words: Words("Has done four weeks of eight; the trainer's notes are in the plan.")), as: manager)
        #expect(life.file.referral?.holder == Self.scheme, "nobody is without somebody meanwhile")
        try await life.does(TakeOn(adviser: desk.provider.person), as: desk.manager)
        let referral = try #require(life.file.referral)
        #expect(referral.holder == desk.manager.organisation && referral.assignment?.adviser == desk.provider.person)
        #expect(referral.chain.hops.map(\.reason) == ["chain-work", "chain-closed"])
        #expect(referral.attachment?.on == (try CalendarDay("2012-06-11")), "her time runs on and does not begin again")
        // The plan is the same one, and goes on: nothing has to be told again.
        let seen = try await desk.office.open(life.subject, as: desk.provider).seen
        #expect(seen.plan?.openActions.map(\.id) == [course])
        #expect(seen.plan?.openGoals.count == 1)
        try await life.done(course, .word, "Sat the test with another trainer.")
        #expect(life.plan.actions.map(\.state) == [.done])
        try await desk.close()
    }

    @Test(
        "Told four months before, and taken to meet who helps her next, she comes to the first appointment (J-065)",
        arguments: Engine.allCases)
    func goldHandover(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine, at: "2012-02-06T09:00:00.000Z")
        var life = try await ReportedLife(.wakefield, aged: 33, agrees: [.household], at: desk)
        try await life.does(
            ReportChange(
                .household, ChangeDetail(code: HouseholdKind.loneParent.rawValue), from: life.today,
                source: .customer, route: .inPerson))
        let topics = desk.office.programmes[TestDesk.programme]?.referralInterview.map(\.id) ?? []
        try await life.does(
            RecordReferralInterview(
                programme: TestDesk.programme, explained: topics, inWriting: true, agreed: [],
                words: Words("Told that she moves in June; wants the same day of the week.")))
        #expect(life.file.referrals.isEmpty)

        try life.on("2012-06-06")
        try await life.does(
            ReferCustomer(
                programme: TestDesk.programme, area: desk.area,
                claim: ClaimAnswers(benefit: "JSA", since: CalendarDay("2010-06-06"), circumstances: [])))
        try await life.does(AcknowledgeReferral(), as: desk.manager)
        try await life.does(
            AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person), as: desk.manager)
        // The three meet; where to go, and when, is settled there.
        try await life.does(
            RecordHandover(
                meeting: WarmHandover(
                    from: .init(desk.adviser.person, at: desk.adviser.organisation),
                    to: .init(desk.provider.person, at: desk.provider.organisation), mode: .faceToFace,
                    on: life.today), customerWasThere: true,
                words: Words("Showed her the way on a map.")))
        let slot = try Slot(
            starts: Instant(london: CalendarDay("2012-06-07"), hour: 10, minute: 0), minutes: 45, mode: .faceToFace)
        try await life.does(
            BookAppointment(
                purpose: .first, adviser: desk.provider.person, office: desk.provider.organisation, slot: slot),
            as: desk.adviser)
        let first = try #require(life.file.appointments.last)
        desk.time.with { $0 = slot.starts.adding(minutes: 60) }
        try await life.does(
            RecordAttendance(
                appointment: first.id, attendance: Attendance(mode: .faceToFace, minutes: 45, late: 0)),
            as: desk.provider)

        let referral = try #require(life.file.referral)
        let told = try #require(life.file.referralInterview).event.recorded.day
        #expect(told.adding(months: 4) <= referral.on, "four months' warning")
        #expect(referral.chain.handovers.map(\.meeting.from.person) == [desk.adviser.person])
        #expect(referral.chain.handovers.map(\.meeting.to.person) == [desk.provider.person])
        #expect(referral.attachment?.on == (try CalendarDay("2012-06-07")))
        let contact = FirstContact(
            referral, life.file.appointments, in: desk.office.programmes[TestDesk.programme])
        #expect(contact?.inTime == true)
        try await desk.close()
    }
}
