import Kernel
import Testing

@testable import Casework

@Suite("Plan")
struct PlanTests {
    @Test("Goals are in the customer's words, and earlier ones stay to be read (C07, G-104)")
    func goals() throws {
        var room = try PlanRoom()
        try room.perform(SetGoal(words: Words("I want to cook.")))
        let first = try #require(room.plan.openGoals.first)
        try room.perform(SetGoal(words: Words("I want my own café."), replaces: first.id), by: room.customer)
        #expect(room.plan.openGoals.map(\.words.value?.text) == ["I want my own café."])
        #expect(room.plan.goals.count == 2)
        #expect(room.refused(SetGoal(words: Words("Again"), replaces: first.id)) == "plan.goal-none")
        for number in 1..<SetGoal.atMost { try room.perform(SetGoal(words: Words("Goal \(number)"))) }
        #expect(room.refused(SetGoal(words: Words("One more"))) == "plan.goals-many")
        let last = try #require(room.plan.openGoals.last)
        #expect(room.refused(CloseGoal(goal: last.id, reached: false, words: nil)) == "plan.goal-why")
        try room.perform(CloseGoal(goal: last.id, reached: true, words: nil))
        #expect(room.plan.openGoals.count == SetGoal.atMost - 1)
    }

    @Test("What is in the way is in the customer's order, and an order leaves nothing out (E-074, G-020)")
    func barriers() throws {
        var room = try PlanRoom()
        for code in ["debt", "digital"] { try room.perform(AddBarrier(code: code, first: false, words: nil)) }
        #expect(room.refused(AddBarrier(code: "debt", first: false, words: nil)) == "plan.barrier-twice")
        #expect(room.refused(AddBarrier(code: "nonsense", first: false, words: nil)) == "plan.barrier")
        let ids = room.plan.openBarriers.map(\.id)
        #expect(room.refused(OrderBarriers(order: [ids[1]])) == "plan.order")
        #expect(room.refused(OrderBarriers(order: [ids[1], ids[1]])) == "plan.order")
        #expect(room.refused(OrderBarriers(order: ids)) == "plan.order-same")
        try room.perform(OrderBarriers(order: ids.reversed()), by: room.customer)
        #expect(room.plan.openBarriers.map(\.named.code) == ["digital", "debt"])
        try room.perform(CloseBarrier(barrier: ids[0], words: nil))
        #expect(room.plan.openBarriers.map(\.named.code) == ["digital"])
        #expect(room.refused(CloseBarrier(barrier: ids[0], words: nil)) == "plan.barrier-none")
    }

    @Test("A private barrier is named only to those the person told; its place is kept (K-007)")
    func privateBarriers() throws {
        var room = try PlanRoom()
        let pain = AddBarrier(code: "pain", first: true, words: Words("My back"))
        #expect(room.refused(pain) == "assessment.consent")
        try room.perform(pain, by: room.customer)
        func seen() -> Plan? { room.file.sight(in: room.context(room.staff)).see(room.file).plan }
        #expect(seen()?.openBarriers.map(\.isPrivate) == [true])
        #expect(seen()?.openBarriers.first?.words.value == nil)
        room.agree(to: [.health], with: Story.council)
        #expect(seen()?.openBarriers.first?.named.code == "pain")
        let names = Names(organisation: { _ in "The council" }, person: { _ in "Somebody" })
        let told = Timeline.entries(
            room.events, through: room.file.sight(in: room.context(room.staff)), names: names, programmes: [:],
            tools: .madeUp)
        #expect(!told.contains { ($0.headline + ($0.detail ?? "")).contains("back") })
    }

    @Test("Nobody to whom the plan is shut works on it (A-144)")
    func shut() throws {
        var room = try PlanRoom(attached: false)
        let goal = SetGoal(words: Words("I want to cook."))
        #expect(room.refused(goal, by: Story.jane) == "assessment.consent")
        room.agree(to: [.plan], with: Story.jobcentre)
        #expect(room.refused(goal, by: Story.jane) == nil)
    }

    @Test("A suggestion is edited or refused with a reason, never taken as it stands (G-009, K-029)")
    func suggestions() throws {
        var room = try PlanRoom()
        func propose(_ text: String) -> ProposeAction {
            ProposeAction(text: Words(text), terms: PlanActionTerms(owner: .customer), suggestion: "debt-advice")
        }
        let shipped = try #require(PlanRoom.tools.barriers.suggestion("debt-advice"))
        #expect(room.refused(propose(shipped.text)) == "plan.suggestion-unedited")
        #expect(room.refused(propose(shipped.text.uppercased() + "  .")) == "plan.suggestion-unedited")
        let unsaid = ProposeAction(text: Words(shipped.text), terms: PlanActionTerms(owner: .customer))
        #expect(room.refused(unsaid) == "plan.suggestion-unedited", "copied without saying so")
        #expect(room.refused(propose("See Ann at the debt centre on Tuesday at ten")) == nil)
        let refuse = RefuseSuggestion(suggestion: "debt-advice", reason: .other, words: nil)
        #expect(room.refused(refuse) == "plan.suggestion-why")
        try room.perform(RefuseSuggestion(suggestion: "debt-advice", reason: .done, words: nil))
        #expect(room.refused(refuse) == "plan.suggestion-refused")
    }

    @Test("A review is due by the stream's interval, and is never put further off than six months (D-092)")
    func reviews() throws {
        var room = try PlanRoom()
        let review = ReviewPlan(on: day("2012-06-18"), next: nil, words: nil)
        #expect(room.refused(review) == "plan.empty")
        try room.perform(SetGoal(words: Words("I want to cook.")))
        #expect(room.plan.nextReview(stream: nil, ServiceRules.madeUp.planReviews) == day("2012-07-18"))
        #expect(room.plan.nextReview(stream: "search", ServiceRules.madeUp.planReviews) == day("2012-07-02"))
        func put(_ next: String) -> String? {
            room.refused(ReviewPlan(on: day("2012-06-18"), next: day(next), words: nil))
        }
        #expect(put("2012-06-18") == "plan.review-next" && put("2012-12-19") == "plan.review-next")
        #expect(put("2012-12-18") == nil)
        #expect(room.refused(ReviewPlan(on: day("2012-06-19"), next: nil, words: nil)) == "plan.review-day")
        try room.perform(review)
        room.at("2012-07-10")
        #expect(!room.standing().dues.contains { $0.code == .planReview })
        room.at("2012-07-11")
        #expect(room.standing().dues.first { $0.code == .planReview }?.overdue == false)
        room.at("2012-07-19")
        #expect(room.standing().dues.first { $0.code == .planReview }?.overdue == true)
    }

    @Test("Caring, courses and signing days are pointed out where something falls in them (E-073)")
    func conflicts() throws {
        var room = try PlanRoom(attached: true)
        func times(_ kind: CommitmentKind, from: Int, until: Int) throws -> CommitmentTimes {
            try CommitmentTimes(
                kind: kind, weekday: .tuesday, from: from, until: until, runs: DayRange(until: day("2012-12-31")))
        }
        try room.perform(AddCommitment(times: times(.course, from: 540, until: 960), words: nil))
        let caring = AddCommitment(times: try times(.caring, from: 960, until: 1080), words: Words("My mother"))
        #expect(room.refused(caring) == "assessment.consent")
        try room.perform(caring, by: room.customer)
        func book(_ hour: Int, _ minute: Int) throws {
            let slot = try Slot(
                starts: Instant(london: day("2012-06-26"), hour: hour, minute: minute), minutes: 60, mode: .phone)
            let booking = AppointmentFact.Booking(
                purpose: .review, adviser: Story.dana.person, office: Story.local, slot: slot)
            room.fold(.appointment(.booked(Identifier(high: 3, low: UInt64(hour)), booking)), by: Story.dana)
        }
        try book(8, 0)
        #expect(room.plan.conflicts(with: room.file.appointments, from: day("2012-06-18")).isEmpty)
        try book(15, 30)
        let found = room.plan.conflicts(with: room.file.appointments, from: day("2012-06-18"))
        #expect(found.map(\.kind) == [.appointment, .appointment])
        #expect(found.first?.sentence.contains("a course, Tuesdays, 9:00 to 16:00") == true)
        let seen = try #require(room.file.sight(in: room.context(Story.dana)).see(room.file).plan)
        let told = seen.conflicts(with: room.file.appointments, from: day("2012-06-18"))
        #expect(told.count == 2 && !told.contains { $0.sentence.contains("Looking after") })
        try room.propose("Hand in the form", due: "2012-06-26")
        #expect(room.plan.conflicts(with: [], from: day("2012-06-18")).map(\.kind) == [.dueDay])
        let course = try #require(room.plan.commitments.first)
        try room.perform(EndCommitment(commitment: course.id, last: day("2012-06-25")))
        #expect(room.plan.conflicts(with: [], from: day("2012-06-18")).isEmpty)
    }
}
