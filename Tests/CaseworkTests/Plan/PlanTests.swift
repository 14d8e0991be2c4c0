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

    @Test("What is about health is put on the plan only where nobody else could hear (G-018, K-005)")
    func inPrivate() throws {
        var room = try PlanRoom()
        room.agree(to: [.health], with: Story.council)
        #expect(room.refused(AddBarrier(code: "pain", first: true, words: nil)) == "barrier.private")
        #expect(room.refused(AddBarrier(code: "pain", first: true, words: nil, heardInPrivate: true)) == nil)
        #expect(room.refused(AddBarrier(code: "debt", first: true, words: nil)) == nil)
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
        let search = PlanStream("search")
        #expect(room.plan.nextReview(stream: search, ServiceRules.madeUp.planReviews) == day("2012-07-02"))
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

    private func times(
        _ kind: CommitmentKind, _ weekday: Weekday = .tuesday, from: Int, until: Int, first: String? = nil,
        every: Int = 1
    ) throws -> CommitmentTimes {
        try CommitmentTimes(
            kind: kind, weekday: weekday, from: from, until: until, runs: DayRange(from: first.map { day($0) }),
            every: every)
    }

    @Test("A course is compared with caring hours before it is put on the plan (G-011, J-002)")
    func course() throws {
        var room = try PlanRoom()
        let caringHours = try times(.caring, from: 15 * 60 + 15, until: 18 * 60)
        try room.perform(AddCommitment(times: caringHours, words: nil), by: room.customer)
        let fits = try times(.course, from: 9 * 60, until: 15 * 60)
        let clashes = try times(.course, from: 9 * 60, until: 16 * 60, first: "2012-07-02")
        let today = day("2012-06-18")
        #expect(room.plan.conflicts(of: fits, from: today).isEmpty)
        let another = try times(.course, .monday, from: 9 * 60, until: 16 * 60)
        #expect(room.plan.conflicts(of: another, from: today).isEmpty)
        let found = try #require(room.plan.conflicts(of: clashes, from: today).first)
        #expect(found.kind == .times && found.day == day("2012-07-03") && found.sentence.contains("a course"))
        // Pointed out, never refused; on the plan it is still said.
        try room.perform(AddCommitment(times: clashes, words: nil))
        #expect(room.plan.conflicts(with: [], from: today).map(\.kind) == [.times])
        let caring = try #require(room.plan.commitments.first)
        try room.perform(EndCommitment(commitment: caring.id, last: day("2012-07-02")))
        #expect(room.plan.conflicts(with: [], from: today).isEmpty, "the caring ends before the course begins")
    }

    @Test(
        "Signing is every second week from a first day, and a meeting is held against those days alone (B-100, G-017)")
    func signing() throws {
        var room = try PlanRoom()
        #expect(refusal { _ = try times(.signing, from: 600, until: 615, every: 2) }?.code == "commitment.every")
        #expect(refusal { _ = try times(.signing, from: 600, until: 615, first: "2012-06-20", every: 3) } != nil)
        // The first Tuesday from Wednesday 20 June is the 26th.
        let signing = try times(.signing, from: 600, until: 615, first: "2012-06-20", every: 2)
        try room.perform(AddCommitment(times: signing, words: nil))
        func clashes(_ text: String) throws -> Bool {
            let slot = try Slot(
                starts: Instant(london: day(text), hour: 9, minute: 30), minutes: 60, mode: .faceToFace)
            return !room.plan.conflicts(of: slot, for: .review).isEmpty
        }
        let days = ["2012-06-19", "2012-06-26", "2012-07-03", "2012-07-10"]
        let found = try days.map { try clashes($0) }
        #expect(found == [false, true, false, true])
        #expect(signing.written == "Tuesdays every second week, 10:00 to 10:15")
        let fact = PlanFact.commitmentAdded(Identifier(high: 1, low: 2), signing, .shut)
        let read = try PlanFact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: nil)
        #expect(read == fact)
        // A fortnightly time and another on the weeks between never meet.
        let between = try times(.course, from: 540, until: 720, first: "2012-07-03", every: 2)
        #expect(room.plan.conflicts(of: between, from: day("2012-06-18")).isEmpty)
        let weekly = try times(.course, from: 540, until: 720)
        #expect(room.plan.conflicts(of: weekly, from: day("2012-06-18")).count == 1)
    }

    @Test("A changed stream moves the next review and asks for one (D-092)")
    func restreamed() throws {
        var room = try PlanRoom()
        try room.perform(SetGoal(words: Words("I want to cook.")))
        try room.perform(ReviewPlan(on: day("2012-06-18"), next: day("2012-12-01"), words: nil))
        let reviewing = ServiceRules.madeUp.planReviews
        #expect(room.plan.nextReview(stream: nil, reviewing) == day("2012-12-01"))
        #expect(!room.plan.isOfAnotherStream(than: nil), "whoever does not see the stream is told nothing of it")
        #expect(room.plan.isOfAnotherStream(than: PlanStream("search")))
        #expect(room.plan.nextReview(stream: PlanStream("search"), reviewing) == day("2012-07-02"))
        let kept = PlanReviewTerms(on: day("2012-06-19"), next: day("2012-07-20"), stream: "search")
        room.fold(.plan(.reviewed(kept, .shut)), by: room.staff)
        #expect(!room.plan.isOfAnotherStream(than: PlanStream("search")))
        #expect(room.plan.nextReview(stream: PlanStream("search"), reviewing) == day("2012-07-20"), "the day they set")
        let last = try #require(room.plan.reviews.last).event.sequence
        let before = PlanStream("search", provisionalSince: last - 1)
        #expect(room.plan.nextReview(stream: before, reviewing) == day("2012-07-20"), "they knew when they set it")
        let since = PlanStream("search", provisionalSince: last + 1)
        #expect(!room.plan.isOfAnotherStream(than: since))
        let shortest = reviewing.due(after: day("2012-06-19"), stream: since)
        #expect(shortest < day("2012-07-20") && room.plan.nextReview(stream: since, reviewing) == shortest)
        let soon = PlanReviewTerms(on: day("2012-06-19"), next: day("2012-06-21"), stream: "search")
        room.fold(.plan(.reviewed(soon, .shut)), by: room.staff)
        let again = PlanStream("search", provisionalSince: last + 2)
        #expect(room.plan.nextReview(stream: again, reviewing) == day("2012-06-21"), "it makes nothing later")
    }

    @Test("What the two see differently is due on the day they come back to it (G-019)")
    func revisit() throws {
        var room = try PlanRoom()
        func rate(_ customer: BarrierWeight, revisit: CalendarDay?) {
            let said = BarrierSaid([BarrierViews("debt", customer: customer, adviser: .much)])
            room.fold(.assessment(.barriersRated(.assessment, revisit: revisit, .open(said))), by: room.staff)
        }
        func due() -> Due? {
            room.file.standing(
                on: room.now.day, now: room.now, programmes: [room.programme.id: room.programme], rules: .madeUp
            ).dues.first { $0.code == .revisitBarriers }
        }
        rate(.nothing, revisit: day("2012-06-25"))
        room.at("2012-06-24")
        #expect(due() == nil)
        room.at("2012-06-25")
        #expect(due()?.act == .rateBarriers && due()?.overdue == false)
        room.at("2012-06-26")
        #expect(due()?.overdue == true)
        #expect(!room.standing().dues.contains { $0.code == .revisitBarriers }, "no assessment is shared with them")
        rate(.much, revisit: nil)
        #expect(due() == nil)
    }
}
