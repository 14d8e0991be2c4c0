import Casework
import Kernel
import Testing

@testable import Office

@Suite("How advisers of Pathways to Work helped (reference J3)")
struct PathwaysHelpTests {
    private static let agreed: [Casework.Category] = [.assessment, .plan, .health, .household]

    @Test("While he waits for treatment, steps that are no job are progress and are shown as such (J-023)")
    func softProgress() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .b, "Highly qualified; has not worked since a breakdown, and wants help.")
        let waiting = try await life.stands(inTheWay: "waiting-list", first: true)
        try await life.does(RateBarriers([BarrierViews("confidence", customer: .much)]))
        let team = try await life.plans("See the condition management team until the counselling begins", for: waiting)
        // What he sets himself needs nobody's leave.
        try await life.does(
            ProposeAction(text: Words("Swim on Tuesdays, and the gym on Fridays"), terms: .init(owner: .customer)),
            as: life.oneself)
        let swimming = try #require(life.plan.actions.last)
        #expect(swimming.state == .agreed && swimming.proposer == .customer)
        try await life.meets("2004-03-09", .interview)
        try await life.done(team, .seen)
        try await life.done(swimming.id)
        try await life.does(RateBarriers([BarrierViews("confidence", customer: .some)]))
        try await life.seen(at: .c, "Speaks of what he could do, and came by himself.")

        #expect(life.points == [.b, .c] && life.file.employment.heldJobs.isEmpty, "on the way, with no job")
        let confidence = try #require(life.file.assessments.barriers.first { $0.barrier == "confidence" }?.customer)
        #expect(confidence.weight == BarrierWeight.some)
        #expect(life.plan.actions.map(\.state) == [.done, .done])
        #expect(life.plan.openBarriers.map(\.named.code) == ["waiting-list"], "the treatment is still waited for")
        try await life.close()
    }

    @Test("Help with another claim is the office's own task, and is kept; work comes by the fifth meeting (J-026)")
    func claimHelped() async throws {
        var life = try await ReportedLife(.pathways, aged: 35, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .a, "Very low, and asked about Disability Living Allowance.")
        try await life.stands(inTheWay: "mental-health", first: true)
        let form = try await life.plans(
            "Fill in the form for Disability Living Allowance with him",
            by: .organisation(life.helper.organisation))
        #expect(life.plan.openActions.map(\.terms.owner) == [.organisation(life.helper.organisation)])
        try await life.meets("2004-02-10", .interview)
        try await life.done(form, .document, "Sent today, with his doctor's letter.")
        try await life.meets("2004-03-09", .interview)
        let team = try await life.plans("Go to the condition management team")
        try await life.seen(at: .b, "Says yes to help with his health.")
        try await life.meets("2004-04-06", .interview)
        try await life.done(team, .seen)
        try await life.seen(at: .c, "Has two jobs in mind.")
        try await life.meets("2004-05-11", .interview)
        try await life.tellsOfWork("A job of 30 hours a week, from 17 May.")

        #expect(life.points == [.a, .b, .c])
        #expect(life.file.appointments.filter { $0.attendance != nil }.count == 5)
        guard case .done(_, let day, .document, let words)? = life.plan.actions.first(where: { $0.id == form })?.end
        else {
            Issue.record("The help with the claim is kept, with what shows it")
            return
        }
        #expect(day == (try CalendarDay("2004-02-10")) && words.value != nil)
        // What he can have on top of his wage, by the programme's own terms (D-130).
        let credit = try #require(
            life.desk.office.programmes.values.first?.funds.first { $0.id == "return-to-work-credit" })
        #expect(credit.hoursAtLeast?.value == 16 && credit.weeksAtMost?.value == 52)
        try await life.close()
    }

    @Test("Fewer hours are asked of her old employer in words she agreed, and help goes on when she is back (J-027)")
    func hours() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.stands(inTheWay: "loss", first: true)
        try await life.seen(at: .a, "Cried, and was not asked for anything.")
        #expect(life.plan.actions.isEmpty)
        try await life.meets("2004-02-10", .interview)
        let team = try await life.plans("Go to the condition management team")
        try await life.seen(at: .b, "Wants to be well first.")
        try await life.meets("2004-04-06", .interview)
        try await life.done(team, .seen)
        try await life.wants("My old job, at fewer hours.")
        let asking = try await life.plans(
            "Ask her employer for 20 hours a week, and say nothing of her health",
            by: .organisation(life.helper.organisation))
        #expect(life.plan.openActions.first { $0.id == asking }?.waitingFor == [.customer], "her yes first (K-014)")
        try await life.does(AgreeAction(action: asking, forCustomer: false, route: .online), as: life.oneself)
        #expect(life.plan.openActions.first { $0.id == asking }?.state == .agreed)
        try life.on("2004-04-20")
        try await life.done(asking, .letter, "They offer 20 hours from 10 May.")
        try await life.seen(at: .c, "Goes back in May.")
        try life.on("2004-05-11")
        try await life.tellsOfWork("Back at her old work, 20 hours a week.")
        try await life.does(CloseGoal(goal: #require(life.plan.openGoals.first).id, reached: true, words: nil))
        try await life.plans("Ring her at work once a fortnight", by: .organisation(life.helper.organisation))

        #expect(life.points == [.a, .b, .c])
        #expect(life.file.circumstances.changes.last?.kind == .work)
        #expect(life.plan.openActions.count == 1, "help in work goes on")
        try await life.close()
    }

    @Test("Somebody who says no to every offer loses nothing by it, and is offered another adviser (J-032)")
    func ownWay() async throws {
        var life = try await ReportedLife(.pathways, agrees: Self.agreed)
        try await life.meets("2004-01-13", .interview)
        try await life.seen(at: .a, "Will deal with his depression in his own way.")
        try await life.stands(inTheWay: "mental-health")
        let before = try await life.outgoing()
        try await life.does(
            RefuseSuggestion(suggestion: "mental-health-gp", reason: .customer, words: Words("He said no to it.")))
        for offer in ["Meet the condition management team in March", "Come to the job club on Thursdays"] {
            let action = try await life.plans(offer)
            try await life.does(
                ObjectToAction(
                    action: action, forCustomer: true, route: .inPerson, words: Words("I do it my own way.")))
            #expect(life.plan.openActions.first { $0.id == action }?.state == .objected)
            try await life.does(DropAction(action: action, reason: .objected, words: nil))
        }
        let colleague = Author(
            person: .init(high: 1, low: 8), organisation: life.desk.adviser.organisation, role: .adviser)
        let slot = try Slot(
            starts: Instant(london: CalendarDay("2004-02-10"), hour: 10, minute: 0), minutes: 45, mode: .faceToFace)
        try await life.does(
            BookAppointment(
                purpose: .interview, adviser: colleague.person, office: colleague.organisation, slot: slot))

        #expect(life.plan.openActions.isEmpty && life.plan.refusedSuggestions.map(\.why) == [.customer])
        #expect(life.plan.actions.flatMap(\.answers).allSatisfy { $0.words.value?.text == "I do it my own way." })
        #expect(try await life.outgoing() == before, "nobody is told, and nothing is doubted")
        #expect(life.points == [.a])
        #expect(life.file.appointments.map(\.adviser) == [life.helper.person, colleague.person])
        // The colleague finds what was said, and need not ask again.
        let seen = try await life.desk.office.open(life.subject, as: colleague).seen
        #expect(seen.plan?.actions.count == 2)
        try await life.close()
    }
}
