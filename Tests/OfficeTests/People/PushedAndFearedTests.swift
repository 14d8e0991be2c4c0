import Casework
import Kernel
import Testing

@testable import Office

@Suite("What people feared, and what was thought of them (reference J3 and J4)")
struct PushedAndFearedTests {
    @Test("The provider of her course tells that she works, and the adviser who sent her hears it (J-021)")
    func providerFeedback() async throws {
        var life = try await ReportedLife(.pathways, aged: 23, agrees: [.assessment, .plan])
        let centre = life.desk.provider
        try await life.meets("2004-01-13", .interview)
        let firstJob = try await life.stands(inTheWay: "first-job", first: true)
        let course = try await life.plans("Take the confidence course at the Programme Centre", for: firstJob)
        try await life.does(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: centre.organisation, categories: [.identity, .plan, .work], purpose: "training"),
                until: CalendarDay("2004-12-31"), how: .inPerson))
        try life.on("2004-02-23")
        try await life.does(
            CompleteAction(action: course, on: life.today, evidence: .certificate, words: nil), as: centre)
        try life.on("2004-03-15")
        try await life.does(
            ReportChange(
                .work, ChangeDetail(words: "Began in a shop, and likes it."), from: CalendarDay("2004-03-08"),
                source: .provider, route: .ownRecords), as: centre)

        let news = try #require(life.file.circumstances.changes.last)
        #expect(news.told == [life.helper.organisation])
        #expect(try await life.dues().contains(.applyChange))
        try await life.does(AcknowledgeChange(change: news.id))
        try await life.does(ApplyChange(change: news.id))
        #expect(life.file.circumstances.changes.last?.state == .applied)
        #expect(try await !life.dues().contains(.applyChange))
        #expect(life.plan.actions.map(\.state) == [.done])
        try await life.close()
    }

    @Test("Alarmed by the papers he asks about his benefit and is answered, and nothing on record moves (J-034)")
    func newsInThePapers() async throws {
        var life = try await ReportedLife(.pathways, aged: 50, agrees: [.assessment, .plan])
        try await life.does(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "IB", on: true, from: CalendarDay("2003-10-13"), until: nil, certainty: .known,
                    source: .jobcentre)))
        let before = life.file.circumstances
        let words = Words("The paper says they are ending my benefit.")
        try await life.does(RateBarriers([BarrierViews("better-off", customer: .much)], words: words), as: life.oneself)
        try await life.does(
            AskQuestion(to: life.helper.organisation, words: Words("Will my money stop?")), as: life.oneself)
        let question = try #require(life.file.voices.waiting.first?.id)
        #expect(try await life.dues().contains(.answerQuestion))
        let answer = Words("Nothing about yours has changed. You would have a letter first.")
        try await life.does(AnswerQuestion(voice: question, words: answer))

        let own = try await life.desk.office.open(life.subject, as: life.oneself)
        #expect(own.seen.voices?.all.first?.answer?.words.value == answer)
        #expect(life.file.circumstances == before)
        #expect(life.file.circumstances.status(benefit: "IB", on: life.today).on == true)
        #expect(life.file.assessments.barriers.compactMap(\.words) == [words.text], "the fear is in his own words")
        try await life.close()
    }

    @Test("With little English she has an interpreter first, and agrees to nothing that was not said to her (J-042)")
    func loneParent() async throws {
        var life = try await ReportedLife.attached(agrees: [.household])
        try await life.does(
            ReportChange(
                .household, ChangeDetail(code: HouseholdKind.loneParent.rawValue), from: life.today,
                source: .customer, route: .inPerson))
        try await life.needsInterpreter(of: "Somali")
        let without = try await life.refused(life.booking("2012-06-18"))
        #expect(without?.code == "interpreter.unsaid")
        let unexplained = MeetingInterpreter(.without)
        let silent = try await life.refused(life.booking("2012-06-18", interpreter: unexplained))
        #expect(silent?.code == "interpreter.why" && silent?.field == "interpreter-why")
        try await life.books("2012-06-18", interpreter: MeetingInterpreter(.booked))
        let language = try await life.stands(inTheWay: "language", first: true)
        let interpreter = try await life.plans(
            "Ring with an interpreter before anything is agreed", by: .organisation(life.helper.organisation),
            for: language)
        try await life.does(
            ProposeAction(
                text: Words("Apply for two cleaning jobs in school hours"),
                terms: PlanActionTerms(owner: .customer, due: CalendarDay("2012-07-09"), mandatory: true),
                explained: true, whyRequired: Words("Nothing was applied for since April.")))
        let required = try #require(life.plan.openActions.last).id
        let unsaid = await life.refused(AgreeAction(action: required, forCustomer: true, route: .inPerson))
        #expect(unsaid?.code == "plan.mandatory-unexplained" && unsaid?.rule == "G-041")
        #expect(life.plan.openActions.first { $0.id == required }?.state == .proposed)

        try await life.does(
            AskQuestion(to: life.helper.organisation, words: Words("If I miss one, is my rent not paid?")),
            as: life.oneself)
        let question = try #require(life.file.voices.waiting.first?.id)
        try await life.does(
            AnswerQuestion(voice: question, words: Words("No. Help with your rent is not part of this.")))
        try await life.done(interpreter, .seen, "Said in her own language what can follow, and what cannot.")
        try await life.does(AgreeAction(action: required, forCustomer: true, route: .inPerson, explained: true))
        #expect(life.plan.openActions.first { $0.id == required }?.state == .agreed)
        #expect(life.file.voices.waiting.isEmpty)
        try await life.close()
    }

    @Test(
        "Whatever her level, who was not heard of is rung on the same day, and the push is a step of her own (J-050)",
        arguments: ["closeness-1", "closeness-2", "closeness-3"])
    func push(level: String) async throws {
        var life = try await ReportedLife.attached()
        try await life.isSet(at: level, because: "Has not looked for work since the spring.")
        try life.on("2012-06-24")
        #expect(try await !life.dues().contains(.silence))
        try life.on("2012-06-25")
        let seen = try await life.desk.office.open(life.subject, as: life.helper)
        let silence = try #require(seen.standing.dues.first { $0.code == .silence })
        // The programme's standard (D-085): the level neither puts it off nor makes it a letter (E-023, E-025).
        #expect(silence.day == (try CalendarDay("2012-06-25")) && silence.act == .bookAppointment)

        try await life.meets("2012-06-25")
        try await life.wants("Something that gets me out in the mornings.")
        let step = try await life.plans("Come to the job club on Wednesday with Pat")
        try await life.does(AgreeAction(action: step, forCustomer: true, route: .inPerson))
        try life.on("2012-06-27")
        try await life.done(step, .seen)
        #expect(try await !life.dues().contains(.silence))
        #expect(life.plan.actions.allSatisfy { $0.state == .done && !$0.terms.mandatory })
        try await life.close()
    }

    @Test("Thought to drink, he says no: his word stands beside it, and it is no barrier of his plan (J-070)")
    func suspected() async throws {
        var life = try await ReportedLife.attached(agrees: [.health])
        let revisit = try CalendarDay("2012-07-09")
        func views(_ own: BarrierWeight?, _ adviser: BarrierWeight?) -> RateBarriers {
            RateBarriers(
                [BarrierViews("drugs-alcohol", customer: own, adviser: adviser)], revisit: revisit, heardInPrivate: true
            )
        }
        let before = (life.file.circumstances, try await life.outgoing())
        #expect(await life.refused(views(nil, .much))?.code == "barrier.suspected")
        #expect(life.file.assessments.barriers.isEmpty, "what is only thought is written nowhere")

        try await life.does(views(.nothing, .some))
        let denied = await life.refused(
            AddBarrier(code: "drugs-alcohol", first: false, words: nil, heardInPrivate: true))
        #expect(denied?.code == "plan.barrier-denied")
        let brought = BringInPlan(
            from: life.desk.adviser.organisation, barriers: [.init(code: "drugs-alcohol")], lines: [])
        #expect(await life.refused(brought)?.code == "plan.barrier-denied", "nor by way of another agency's plan")
        #expect(life.plan.openBarriers.isEmpty)
        #expect(life.file.circumstances == before.0)
        #expect(try await life.outgoing() == before.1)
        let jobcentre = try await life.desk.office.open(life.subject, as: life.desk.adviser).seen
        #expect(jobcentre.assessments?.barriers.isEmpty != false, "nobody else reads it")

        // In stages: what he wants first, and the rest once he says it himself.
        let check = try await life.plans("Have the health check that the GP offers")
        try life.on("2012-07-09")
        try await life.done(check)
        try await life.does(views(.some, nil))
        let barrier = try await life.stands(inTheWay: "drugs-alcohol")
        let service = try await life.plans("Go along to the drug and alcohol service on Friday", for: barrier)
        let step = try #require(life.plan.openActions.first { $0.id == service })
        #expect(step.state == .proposed && !step.terms.mandatory, "and it is his to take or leave")
        try await life.close()
    }
}

extension ReportedLife {
    /// Goes through the questions on closeness to work, and sets a level with what showed it.
    fileprivate mutating func isSet(at level: String, because why: String) async throws {
        let closeness = try #require(desk.office.tools.instrument("closeness", version: 1))
        let stream = try #require(closeness.streamOfLevel(level)).code
        try await does(BeginAssessment(instrument: closeness.id, version: 1, mode: .inPrivate))
        let id = try #require(file.assessments.all.last).id
        try await does(SaveAnswers(assessment: id, mode: .inPrivate, answers: ["near": .chosen(["lot"])]))
        try await does(FinishAssessment(assessment: id, mode: .inPrivate))
        try await does(StreamCustomer(assessment: id, rating: level, stream: stream, why: Words(why)))
    }
}
