import Casework
import Kernel
import Testing

@testable import Office

@Suite("People whom advisers of Pathways to Work told of (reference J3)")
struct PathwaysExamplesTests {
    private static let agreed: [Casework.Category] = [.assessment, .plan, .health, .household]

    @Test("Somebody who comes by choice is seen at C; what was applied for is kept, and ends in a job (J-018)")
    func byChoice() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .c, "Uses a wheelchair, wants work, and asked to come.")
        for (day, place) in [("2004-02-10", "the council"), ("2004-03-09", "a bank")] {
            let applied = try await life.plans("Apply to \(place)")
            try await life.meets(day, .interview)
            try await life.done(applied, .letter, "Turned down.")
        }
        let last = try await life.plans("Apply for the administrative job")
        try life.on("2004-03-23")
        try await life.done(last, .letter, "Begins in April.")
        try await life.tellsOfWork("An administrative job, from April.")

        #expect(life.file.appointments.filter { $0.purpose == .interview && $0.attendance != nil }.count == 3)
        #expect(life.points == [.c])
        #expect(life.plan.actions.map(\.state) == [.done, .done, .done], "every application and what came of it")
        let must = ProposeAction(
            text: Words("Apply again"),
            terms: PlanActionTerms(owner: .customer, due: life.today.adding(days: 30), mandatory: true),
            explained: true)
        #expect(await life.refused(must) != nil, "nothing is required of somebody on no programme")
        try await life.close()
    }

    @Test(
        "Somebody who says nothing is given time and an interpreter, and nothing is asked of her till she speaks (J-024)"
    )
    func silence() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        let interpreter = try await life.plans(
            "Find the same interpreter for every meeting", by: .organisation(life.helper.organisation))
        try await life.needsInterpreter(of: "Tigrinya")
        let unsaid = try await life.refused(life.booking("2004-01-13", .interview))
        #expect(unsaid?.code == "interpreter.unsaid" && unsaid?.rule == "G-033")
        #expect(unsaid?.sentence.contains("They need a Tigrinya interpreter.") == true)
        let days = ["2004-01-13", "2004-02-10", "2004-03-09", "2004-04-06", "2004-05-11", "2004-06-08"]
        for day in days {
            try await life.meets(day, .interview, interpreter: MeetingInterpreter(.booked))
            if day == days[0] { try await life.seen(at: .a, "Came, and did not speak.") }
            #expect(life.plan.actions.allSatisfy { $0.terms.owner != .customer })
            #expect(try await life.dues().allSatisfy { $0 != .actionOverdue })
        }
        try await life.seen(at: .b, "Spoke of what happened to her, at the sixth meeting.")
        try await life.stands(inTheWay: "language")
        try await life.wants("Learn English with other women.")

        #expect(life.points == [.a, .b])
        #expect(life.file.appointments.filter { $0.attendance != nil }.count == 6)
        #expect(life.file.appointments.allSatisfy { $0.interpreter.value?.answer == .booked })
        #expect(life.plan.actions.first { $0.id == interpreter }?.isOpen == true)
        try await life.close()
    }

    @Test("A supporter comes along for as long as they are wanted, and not a day longer (J-025)")
    func supporter() async throws {
        var life = try await ReportedLife(.pathways, aged: 20, agrees: Self.agreed)
        try await life.does(
            NameSupporter(
                details: SupporterDetails(name: "A social worker", relationship: "my social worker"),
                terms: SupporterTerms(rights: [.appointments], until: life.today.adding(months: 6)), how: .inPerson))
        let named = try #require(life.file.access.supporters.first)
        let worker = Author(person: named.person, organisation: life.desk.adviser.organisation, role: .supporter)
        for day in ["2004-01-15", "2004-02-12"] {
            let meeting = try await life.books(day, .interview)
            try await life.does(ConfirmAppointment(appointment: meeting), as: worker)
            try await life.comes(to: meeting, with: MeetingCompany(with: .supporter, timeAlone: .taken))
        }
        // The third time she comes alone.
        try await life.does(EndSupporter(supporter: named.id, how: .inPerson))
        let third = try await life.books("2004-03-11", .interview)
        #expect(await life.refused(ConfirmAppointment(appointment: third), as: worker) != nil)
        try await life.does(ConfirmAppointment(appointment: third), as: life.oneself)
        try await life.comes(to: third, with: MeetingCompany(with: .alone, timeAlone: nil))
        #expect(
            life.file.appointments.map { $0.attendance?.company.value?.with } == [.supporter, .supporter, .alone])
        #expect(life.file.appointments.map(\.confirmed?.by.role) == [.supporter, .supporter, .customer])
        try await life.close()
    }

    @Test("A relapse is written down as a step back, help begins again, and the way on goes to 30 hours a week (J-028)")
    func relapse() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .b, "Her husband brought her and did the talking.")
        let team = try await life.plans("Go to the condition management team")
        try await life.meets("2004-03-09", .interview)
        try await life.done(team, .seen)
        let course = try await life.plans("Take the computer course")
        try await life.seen(at: .c, "Came alone, and asked for a course.")
        try await life.meets("2004-05-11", .interview)
        try await life.done(course, .certificate)
        // The office where she worked on trial closed.
        try await life.seen(at: .b, "The office closed, and she is low again.")
        let again = try await life.plans("Go to the condition management team")
        try await life.meets("2004-07-13", .interview)
        try await life.done(again, .seen)
        let broker = try await life.plans("See the job broker about office work")
        try await life.seen(at: .c, "Has three applications out.")
        try life.on("2004-08-10")
        try await life.done(broker, .seen)
        try await life.tellsOfWork("Office work, 30 hours a week.")

        #expect(life.points == [.b, .c, .b, .c], "the step back stays on record")
        #expect(life.plan.actions.map(\.state) == [.done, .done, .done, .done])
        #expect(life.file.circumstances.changes.last?.kind == .work)
        try await life.close()
    }

    @Test("A spasm on the way back to work moves a meeting, misses none, and puts the operation first (J-030)")
    func spasm() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .c, "Has agreed a day with his old employer.")
        try await life.stands(inTheWay: "physical-health")
        let next = try await life.books("2004-02-10", .interview)
        try life.on("2004-02-09")
        try await life.does(AskToMove(appointment: next, words: Words("My back has gone.")), as: life.oneself)
        try await life.does(
            MoveAppointment(
                appointment: next,
                slot: Slot(
                    starts: Instant(london: CalendarDay("2004-03-09"), hour: 10, minute: 0), minutes: 45,
                    mode: .phone), asked: .customer, reason: "ill"))
        try await life.stands(inTheWay: "waiting-list", first: true)
        try await life.seen(at: .b, "On the list for an operation.")

        let moved = try life.file.appointment(next)
        #expect(moved.state == .booked && moved.moves.map(\.asked) == [.customer] && moved.waitingMove == nil)
        #expect(life.plan.openBarriers.first { $0.named.first }?.named.code == "waiting-list")
        #expect(life.points == [.c, .b])
        try await life.close()
    }

    @Test("Nothing follows from suspicion: it is nobody's code, changes no benefit and is told to nobody (J-033)")
    func suspicion() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.does(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "IB", on: true, from: CalendarDay("2003-10-13"), until: nil, certainty: .known,
                    source: .jobcentre)))
        try await life.meets("2004-01-13", .interview)
        let before = (try await life.dues(), life.file.circumstances, try await life.outgoing())
        let said = try await life.does(
            SeeProgressPoint(.b, evidence: Words("Came with oil on his hands, and was a mechanic.")))

        #expect(said.events.count == 1)
        #expect(try await life.dues() == before.0)
        #expect(life.file.circumstances == before.1)
        #expect(try await life.outgoing() == before.2)
        #expect(life.file.circumstances.status(benefit: "IB", on: life.today).on == true)
        #expect(!Act.allCases.contains { $0.words.contains("suspic") || $0.words.contains("fraud") })
        // Staff gave it as a reason to put somebody off; the programme marks it as an attitude and no rule (F-022).
        let programme = try #require(life.desk.office.programmes.values.first)
        #expect(programme.reasons[.deferral]?.first { $0.code == "F-022" }?.attitude == true)
        try await life.close()
    }

    @Test(
        "Little English means an interpreter before the first meeting, and is never a ground to leave her out (J-035)")
    func interpreterFirst() async throws {
        var life = try await ReportedLife(.pathways, aged: 57, agrees: Self.agreed)
        try await life.needsInterpreter(of: "Punjabi")
        for mode in [ContactMode.faceToFace, .phone] {
            let without = try await life.refused(life.booking("2004-01-20", .interview, mode: mode))
            #expect(without?.code == "interpreter.unsaid")
        }
        let meeting = try await life.books("2004-01-20", .interview, interpreter: MeetingInterpreter(.booked))
        let language = try await life.stands(inTheWay: "language", first: true)
        let interpreter = try await life.plans(
            "Ring with an interpreter before the first meeting, and bring her to it",
            by: .organisation(life.helper.organisation), for: language, due: "2004-01-16")
        try life.on("2004-01-15")
        try await life.done(interpreter, .seen)
        try await life.comes(to: meeting)

        guard case .done(_, let day, _, _)? = life.plan.actions.first(where: { $0.id == interpreter })?.end else {
            Issue.record("The interpreter was found")
            return
        }
        #expect(day < (try life.file.appointment(meeting).slot.day))
        // What some staff thought of her community is kept to be counted, and is marked as an attitude (F-009, F-010).
        let waivers = life.desk.office.programmes.values.first?.reasons[.waiver] ?? []
        #expect(waivers.filter { ["F-009", "F-010"].contains($0.code) }.map(\.attitude) == [true, true])
        try await life.close()
    }

    @Test("Somebody for whom another speaks is asked alone: he may keep her diary, and not say how she is (J-036)")
    func alone() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.does(
            NameSupporter(
                details: SupporterDetails(name: "Her husband", relationship: "my husband"),
                terms: SupporterTerms(rights: [.appointments], until: life.today.adding(months: 6)), how: .inPerson))
        let named = try #require(life.file.access.supporters.first)
        let husband = Author(person: named.person, organisation: life.desk.adviser.organisation, role: .supporter)
        func health(_ source: ChangeSource, _ route: ChangeRoute, alone: Bool) -> ReportChange {
            ReportChange(
                .health, ChangeDetail(code: HealthPrognosis.notSaid.rawValue, words: "She tires early in the day."),
                from: life.today, source: source, route: route, heardInPrivate: alone)
        }
        #expect(await life.refused(health(.supporter, .online, alone: false), as: husband) != nil)
        let goal = SetGoal(words: Words("She wants to stay at home."))
        #expect(await life.refused(goal, as: husband) != nil)
        for (day, offered) in [("2004-01-15", MeetingCompany.TimeAlone.notOffered), ("2004-02-12", .taken)] {
            let meeting = try await life.books(day, .interview)
            try await life.comes(to: meeting, with: MeetingCompany(with: .somebodyElse, timeAlone: offered))
        }
        let company = life.file.appointments.map { $0.attendance?.company.value }
        #expect(company.map { $0?.leavesTimeAlone } == [true, false])
        // Said with him in the room it is not taken down; she is asked again in a room of her own.
        let heard = await life.refused(health(.customer, .inPerson, alone: false))
        #expect(heard?.code == "change.private" && heard?.rule == "K-005")
        try await life.does(health(.customer, .inPerson, alone: true))
        try await life.wants("Work in the mornings, near the school.")
        #expect(life.plan.openGoals.count == 1)
        #expect(life.file.circumstances.changes.last?.terms.source == .customer)
        try await life.close()
    }
}
