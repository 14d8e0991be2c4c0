import Kernel
import Testing

@testable import Casework

@Suite("Actions of a plan")
struct PlanActionTests {
    @Test("An action is agreed when the person and whoever does it have said so; nobody answers for another (G-008)")
    func agreeing() throws {
        var room = try PlanRoom()
        let own = try room.propose("Ring the college", by: room.customer)
        #expect(try room.action(own).state == .agreed, "what a person sets for themselves needs nobody's leave")
        let told = try room.propose("Bring the letter")
        #expect(try room.action(told).waitingFor == [.customer])
        room.agree(to: [.plan], with: Story.local)
        let elsewhere = try room.propose("Find a place", .organisation(Story.local))
        #expect(try room.action(elsewhere).waitingFor == [.customer, .organisation(Story.local)])
        let forThem = AgreeAction(action: elsewhere, forCustomer: false, route: .inPerson)
        #expect(room.refused(forThem) == "plan.not-yours")
        #expect(room.refused(AgreeAction(action: told, forCustomer: true, route: .online)) == "plan.route")
        try room.perform(AgreeAction(action: told, forCustomer: true, route: .signed))
        #expect(try room.action(told).state == .agreed)
        #expect(room.refused(AgreeAction(action: told, forCustomer: true, route: .signed)) == "plan.answered")
        try room.perform(AgreeAction(action: elsewhere, forCustomer: true, route: .online), by: room.customer)
        #expect(try room.action(elsewhere).waitingFor == [.organisation(Story.local)])
        let asked = try room.propose("Write me a reference", .organisation(Story.council), by: room.customer)
        #expect(try room.action(asked).waitingFor == [.organisation(Story.council)])
    }

    @Test("Nothing is given to an organisation to do that cannot read the plan; their yes lets it (G-005, K-007)")
    func doers() throws {
        var room = try PlanRoom(attached: false)
        func propose(_ owner: PlanOwner) -> ProposeAction {
            ProposeAction(text: Words("Keep a place"), terms: PlanActionTerms(owner: owner, due: day("2012-06-25")))
        }
        let clerk = PlanOwner.adviser(Story.jane.person, at: Story.jobcentre)
        for owner in [PlanOwner.organisation(Story.jobcentre), .organisation(Story.rival), clerk] {
            #expect(room.refused(propose(owner)) == "plan.owner-unseen")
            #expect(room.refused(propose(owner), by: room.customer) == "plan.owner-unseen")
        }
        let own = try room.propose("Ring the college")
        func change(_ owner: PlanOwner, _ text: String = "Ring the college") -> ChangeAction {
            ChangeAction(action: own, text: Words(text), terms: PlanActionTerms(owner: owner), why: nil)
        }
        #expect(room.refused(change(clerk)) == "plan.owner-unseen")

        room.agree(to: [.plan], with: Story.jobcentre)
        try room.perform(propose(.organisation(Story.jobcentre)))
        let given = try #require(room.plan.actions.last?.id)
        #expect(room.plan.waiting(for: Story.jobcentre).map(\.id) == [given])
        #expect(room.plan.waiting(for: Story.rival).isEmpty)
        #expect(room.plan.late(of: Story.jobcentre, on: day("2012-06-25")).isEmpty)
        #expect(room.plan.late(of: Story.jobcentre, on: day("2012-06-26")).map(\.id) == [given])
        try room.perform(change(clerk))
        for consent in room.file.consents.given {
            room.fold(.sharing(.withdrawn(consent.id, .online)), by: room.customer)
        }
        #expect(room.refused(change(clerk, "Ring them on Monday")) == "plan.owner-unseen", "nobody there reads it now")
        #expect(room.refused(change(.customer)) == nil)
    }

    @Test("An objection keeps the person's words, and a change asks them again (C07)")
    func objecting() throws {
        var room = try PlanRoom()
        let action = try room.propose("Apply for ten jobs a week")
        let object = ObjectToAction(
            action: action, forCustomer: true, route: .online, words: Words("Ten is too many with the baby."))
        try room.perform(object, by: room.customer)
        #expect(try room.action(action).state == .objected)
        #expect(room.refused(object, by: room.customer) == "plan.objected")
        let terms = try room.action(action).terms
        let same = ChangeAction(action: action, text: Words("Apply for ten jobs a week"), terms: terms, why: nil)
        #expect(room.refused(same) == "plan.unchanged")
        try room.perform(
            ChangeAction(action: action, text: Words("Apply for three"), terms: terms, why: Words("As you asked")))
        let changed = try room.action(action)
        #expect(changed.state == .proposed && changed.waitingFor == [.customer])
        #expect(changed.changes.first?.text.value?.text == "Apply for ten jobs a week")
        #expect(changed.answers.first?.words.value?.text == "Ten is too many with the baby.")
        try room.perform(AgreeAction(action: action, forCustomer: true, route: .online), by: room.customer)
        #expect(try room.action(action).state == .agreed)
    }

    @Test("An objection is answered with why the step stands, which settles it until it is made again (C07)")
    func answering() throws {
        var room = try PlanRoom()
        let action = try room.propose("Apply for ten jobs a week", due: "2012-06-20")
        func object(_ words: String) -> ObjectToAction {
            ObjectToAction(action: action, forCustomer: true, route: .online, words: Words(words))
        }
        func isDue() -> Bool { room.standing().dues.contains { $0.code == .answerProposal } }
        let answer = AnswerObjection(action: action, words: Words("The college asks for ten. I help with five."))
        #expect(room.refused(answer) == "plan.nothing-to-answer")
        try room.perform(AgreeAction(action: action, forCustomer: true, route: .online), by: room.customer)
        try room.perform(object("Ten is too many."), by: room.customer)
        #expect(isDue())
        try room.perform(answer)
        #expect(!isDue(), "answered")
        #expect(room.refused(answer) == "plan.nothing-to-answer")
        let answered = try room.action(action)
        #expect(answered.state == .objected && answered.objections.count == 1, "the objection stays beside it")
        #expect(answered.standsBecause.map(\.words.value?.text) == ["The college asks for ten. I help with five."])
        try room.perform(object("Ten is too many."), by: room.customer)
        #expect(isDue() && room.refused(answer) == nil, "they still disagree")
        try room.perform(answer)
        try room.perform(DropAction(action: action, reason: .objected, words: nil))
        #expect(!isDue() && room.refused(answer) == "plan.action-ended")
        #expect(Powers.grant(AnswerObjection.act, to: .customer, as: .oneself) == nil)
    }

    @Test("A changed action asks anew, and what was said of it before is of what it was")
    func answeredBefore() throws {
        var room = try PlanRoom()
        let action = try room.propose("Apply for ten jobs a week")
        let object = ObjectToAction(action: action, forCustomer: true, route: .byPhone, words: Words("Too many."))
        try room.perform(object)
        try room.perform(AnswerObjection(action: action, words: Words("The college asks for ten.")))
        let terms = try room.action(action).terms
        try room.perform(ChangeAction(action: action, text: Words("Apply for five"), terms: terms, why: nil))
        #expect(try room.action(action).standsBecause.isEmpty)
        try room.perform(object)
        let asked = try room.action(action)
        #expect(asked.unanswered.count == 1 && asked.standsBecause.isEmpty)
    }

    @Test("Done with what shows it, or dropped with a reason; then it changes no more (G-009)")
    func ending() throws {
        var room = try PlanRoom()
        let action = try room.propose("Get the certificate", due: "2012-06-20")
        func done(_ text: String) -> CompleteAction {
            CompleteAction(action: action, on: day(text), evidence: .certificate, words: nil)
        }
        #expect(room.refused(done("2012-06-19")) == "plan.done-day")
        #expect(room.refused(DropAction(action: action, reason: .other, words: nil)) == "plan.drop-why")
        try room.perform(done("2012-06-18"))
        #expect(room.refused(DropAction(action: action, reason: .changed, words: nil)) == "plan.action-ended")
        let other = try room.propose("Visit the shop")
        try room.perform(DropAction(action: other, reason: .unsuitable, words: nil), by: room.customer)
        #expect(try room.action(other).state == .dropped && room.plan.openActions.isEmpty)
    }

    @Test("The same words twice, a day that has passed and a step of many steps are refused")
    func proposing() throws {
        var room = try PlanRoom()
        try room.propose("Ring the college")
        func propose(_ text: String, due: String? = nil) -> String? {
            room.refused(
                ProposeAction(
                    text: Words(text), terms: PlanActionTerms(owner: .customer, due: due.map { day($0) })))
        }
        #expect(propose("ring the College.") == "plan.action-twice")
        #expect(propose("Ring the school", due: "2012-06-17") == "plan.due")
        #expect(propose("Ring the school", due: "2014-06-19") == "plan.due")
        #expect(propose(String(repeating: "and ", count: 200)) == "plan.action-long")
        #expect(propose("Ring the school", due: "2012-06-18") == nil)
    }

    @Test("Without a programme nothing is ever required, whoever asks (M-081)")
    func council() throws {
        let room = try PlanRoom()
        let terms = PlanActionTerms(owner: .customer, due: day("2012-09-01"), mandatory: true)
        let required = ProposeAction(text: Words("Come to the club"), terms: terms, explained: true)
        #expect(room.refused(required) == "power.none")
        #expect(
            refusal { _ = try RequiredActions.duties(of: room.file, on: day("2012-06-18"), programmes: [:]) }?.code
                == "plan.no-programme")
    }

    @Test("Nobody who takes part by choice is made to do anything, and the customer cannot mandate (M-010, A-133)")
    func volunteers() throws {
        let chose = try PlanRoom(attached: true)
        let terms = PlanActionTerms(owner: .customer, due: day("2012-09-01"), mandatory: true)
        let required = ProposeAction(
            text: Words("Come to the club"), terms: terms, explained: true, whyRequired: Words("Missed twice."))
        #expect(chose.refused(required) == "plan.voluntary")
        let told = try PlanRoom(attached: false)
        #expect(told.refused(required) == nil)
        #expect(told.refused(required, by: told.customer) == "power.none")
        var unsigned = told
        unsigned.programme = .madeUp
        #expect(unsigned.refused(required) == "plan.no-duty", "duties that require nothing")
        unsigned.programme.duties = [
            Duties(
                id: "take-part", title: "", says: "", doubtedFor: [.notAttending], needs: [.signedUnderstanding],
                source: "")
        ]
        #expect(unsigned.refused(required) == "plan.no-duty", "bound only by an understanding nobody signed")
    }

    @Test("A required action is dated, in time, the customer's own, and its meaning is said first (C07, D-062, G-041)")
    func required() throws {
        var room = try PlanRoom(attached: false)
        func propose(_ owner: PlanOwner = .customer, due: String?, explained: Bool = true) -> ProposeAction {
            ProposeAction(
                text: Words("Come to the club"),
                terms: PlanActionTerms(owner: owner, due: due.map { day($0) }, mandatory: true), explained: explained,
                whyRequired: Words("Missed twice."))
        }
        #expect(room.refused(propose(due: nil)) == "plan.mandatory-due")
        #expect(room.refused(propose(due: "2012-06-22")) == "plan.mandatory-soon")
        #expect(room.refused(propose(due: "2012-06-25", explained: false)) == "plan.mandatory-unexplained")
        #expect(room.refused(propose(.organisation(Story.local), due: "2012-06-25")) == "plan.mandatory-owner")
        try room.perform(propose(due: "2012-06-25"))
        let action = try #require(room.plan.actions.first).id
        #expect(
            room.refused(AgreeAction(action: action, forCustomer: true, route: .online), by: room.customer)
                == "plan.mandatory-unexplained")
        #expect(
            room.refused(DropAction(action: action, reason: .objected, words: nil), by: room.customer)
                == "plan.drop-mandatory")
        try room.perform(
            AgreeAction(action: action, forCustomer: true, route: .online, explained: true), by: room.customer)
        #expect(try room.action(action).state == .agreed)
        room.at("2014-06-12")
        let seen = room.file.sight(in: room.context(Story.dana)).see(room.file)
        #expect(seen.duties(on: room.now.day, programmes: [room.programme.id: room.programme]) == nil)
    }

    @Test("What is required is changed, dropped or joined only by whoever may require it (A-133, M-010)")
    func onlyByWhoRequires() throws {
        var room = try PlanRoom(attached: false)
        room.agree(to: [.plan], with: Story.jobcentre)
        let customer = Author(person: Identifier(room.file.id), organisation: Story.jobcentre, role: .customer)
        try room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: ""),
                terms: SupporterTerms(rights: [.plan], until: day("2012-09-01")), how: .online), by: customer)
        let sam = Author(
            person: try #require(room.file.access.supporters.last).person, organisation: Story.jobcentre,
            role: .supporter)
        let required = try room.propose("Go to the course", due: "2012-07-02", mandatory: true, explained: true)
        let other = try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        func change(mandatory: Bool = false) -> ChangeAction {
            ChangeAction(
                action: required, text: Words("Go to the library"),
                terms: PlanActionTerms(owner: .customer, due: day("2012-07-02"), mandatory: mandatory), why: nil,
                explained: mandatory)
        }
        let drop = DropAction(action: required, reason: .noLonger, words: nil)
        for (actor, code) in [
            (customer, "plan.drop-mandatory"), (sam, "plan.drop-mandatory"), (Story.jane, "plan.mandatory-theirs"),
        ] {
            #expect(room.refused(change(), by: actor) == code)
            #expect(room.refused(change(mandatory: true), by: actor) == code)
            #expect(room.refused(drop, by: actor) == code)
            #expect(room.refused(JoinActions(required, into: other), by: actor) == code)
        }
        #expect(room.refused(drop) == nil && room.refused(JoinActions(required, into: other)) == nil)
        try room.perform(change())
        #expect(room.refused(drop, by: customer) == nil, "a choice again")
        // Where nothing can be required any more, it is a choice too.
        let drops = DropAction(action: other, reason: .noLonger, words: nil)
        room.programme.duties = []
        #expect(room.refused(drops, by: customer) == nil)
    }

    @Test("A required step is pointed out while something that comes first is open (G-020)")
    func order() throws {
        var room = try PlanRoom(attached: false)
        try room.perform(AddBarrier(code: "housing", first: true, words: nil), by: room.customer)
        try room.propose("Apply for a job", due: "2012-07-02", mandatory: true, explained: true)
        let pointedOut = room.plan.conflicts(with: [], from: day("2012-06-18"))
        #expect(pointedOut.map(\.kind) == [.order])
        #expect(pointedOut.first?.sentence.contains("offer it as a choice") == true, "what can be done about it")
        let barrier = try #require(room.plan.openBarriers.first)
        try room.perform(CloseBarrier(barrier: barrier.id, words: nil))
        #expect(room.plan.conflicts(with: [], from: day("2012-06-18")).isEmpty)
    }

    @Test("Answers waited for, objections and what is overdue are due on today's list")
    func dues() throws {
        var room = try PlanRoom()
        let action = try room.propose("Ring the college", due: "2012-06-20")
        func dues(_ code: DueCode) -> [Due] { room.standing().dues.filter { $0.code == code } }
        #expect(dues(.answerProposal).map(\.act) == [.answerPlan])
        try room.perform(
            ObjectToAction(action: action, forCustomer: true, route: .byPhone, words: Words("I did that.")))
        #expect(dues(.answerProposal).map(\.act) == [.editPlan])
        #expect(dues(.actionOverdue).isEmpty)
        try room.perform(AgreeAction(action: action, forCustomer: true, route: .byPhone))
        room.at("2012-06-20")
        #expect(dues(.actionOverdue).isEmpty && dues(.answerProposal).isEmpty)
        room.at("2012-06-21")
        #expect(dues(.actionOverdue).first?.overdue == true)
        let stranger = Author(person: Identifier(high: 9, low: 9), organisation: Story.rival, role: .adviser)
        #expect(!room.standing(stranger).dues.contains { $0.code == .actionOverdue })
    }
}

@Suite("Bringing a plan in")
struct BringInPlanTests {
    private func bring() -> BringInPlan {
        BringInPlan(
            from: Story.local, goals: [Words("Any job")], barriers: [.init(code: "debt")],
            lines: [
                .init(text: Words("Write the first CV with Dana on Friday"), owner: .customer, due: day("2012-05-01")),
                .init(
                    text: Words("Search for work every morning"), owner: .customer,
                    objection: Words("Not at school time")),
                .init(text: Words("Pay the bus fare"), owner: .organisation(Story.local)),
            ])
    }

    @Test("Every line of the other plan is here as a proposal with its source, objections kept (G-005)")
    func lines() throws {
        var room = try PlanRoom()
        try room.propose("Write a first CV with somebody", by: room.customer)
        try room.perform(bring())
        #expect(room.plan.actions.count == 4 && room.plan.goals.count == 1 && room.plan.barriers.count == 1)
        let lines = room.plan.actions.dropFirst()
        #expect(lines.allSatisfy { $0.source == Story.local && !$0.terms.mandatory })
        #expect(lines.map(\.state) == [.proposed, .objected, .proposed])
        #expect(lines.map(\.terms.due) == [day("2012-05-01"), nil, nil], "a day that has passed is not lost")
        #expect(lines.last?.waitingFor == [.customer], "the agency whose line it is proposed it")
        #expect(Set(room.plan.actions.map(\.id)).count == 4)
        #expect(room.plan.broughtIn.map(\.lines) == [5])
        #expect(room.refused(BringInPlan(from: Story.local, lines: [])) == "plan.lines")
    }

    /// Whatever two agencies' plans hold, and however much they say the same.
    @Test(
        "Every line brought in is found on the plan with its agency and its words (G-005)",
        arguments: 1...20 as ClosedRange<UInt64>)
    func everyLine(seed: UInt64) throws {
        var room = try PlanRoom()
        let random = RandomSource.seeded(seed)
        if random.below(2) == 0 { try room.perform(AddBarrier(code: "debt", first: true, words: nil)) }
        for (place, agency) in [Story.local, Story.rival, Story.local].enumerated() {
            func words(_ kind: String, _ line: Int) -> Words { Words("\(kind) \(place)-\(line)") }
            let codes = ["debt", "digital"]
            let barriers = (0..<random.below(5)).map { line in
                BringInPlan.BarrierLine(code: codes[random.below(2)], words: words("In the way", line))
            }
            let lines = (0...random.below(4)).map { line in
                BringInPlan.Line(
                    text: words("Step", line), owner: .customer,
                    due: random.below(2) == 0 ? day("2012-07-02") : nil,
                    objection: random.below(2) == 0 ? words("No", line) : nil)
            }
            let goals = (0..<random.below(3)).map { words("Goal", $0) }
            let bring = BringInPlan(from: agency, goals: goals, barriers: barriers, lines: lines)
            let facts = try room.perform(bring)
            let plan = room.plan
            let count = goals.count + barriers.count + lines.count
            let objections = lines.filter { $0.objection != nil }.count
            #expect(plan.broughtIn.last?.lines == count)
            #expect(facts.count == 1 + count + objections)
            for goal in bring.goals {
                #expect(plan.openGoals.contains { $0.words.value == goal && $0.source == agency })
            }
            for line in bring.barriers {
                let held = plan.openBarriers.filter { $0.named.code == line.code }
                #expect(held.count == 1)
                let one = try #require(held.first)
                let isFirst = one.named.source == agency && one.words.value == line.words
                let isShared = one.shared.contains { $0.source == agency && $0.words.value == line.words }
                #expect(one.sources.contains(agency))
                #expect(isFirst || isShared)
            }
            for line in bring.lines {
                let found = try #require(plan.openActions.first { $0.text.value == line.text && $0.source == agency })
                #expect(found.terms.due == line.due)
                #expect(found.objections.map(\.words.value) == [line.objection].filter { $0 != nil })
            }
        }
        #expect(CaseFile(id: room.file.id, folding: room.events) == room.file)
    }

    @Test("A step done there comes in done on its day, and an objection leaves a step with whoever does it (G-005)")
    func doneThere() throws {
        var room = try PlanRoom()
        func bring(done: String) -> BringInPlan {
            BringInPlan(
                from: Story.local,
                lines: [
                    .init(text: Words("Write a first CV"), owner: .customer, done: day(done)),
                    .init(
                        text: Words("Ring her employer"), owner: .organisation(Story.local),
                        objection: Words("Not without me")),
                ])
        }
        #expect(room.refused(bring(done: "2012-06-19")) == "plan.done-day")
        try room.perform(bring(done: "2012-06-04"))
        #expect(room.plan.actions.map(\.state) == [.done, .objected])
        guard case .done(_, let on, _, _) = room.plan.actions.first?.end else {
            Issue.record("It is done")
            return
        }
        #expect(on == day("2012-06-04"))
        #expect(room.plan.actions.last?.terms.owner == .organisation(Story.local))
        #expect(CaseFile(id: room.file.id, folding: room.events) == room.file)
    }

    @Test("Likenesses are shown, joined only by a person, and an objection goes with the line (G-005)")
    func joining() throws {
        var room = try PlanRoom()
        let own = try room.propose("Write the first CV with the council", by: room.customer)
        try room.perform(bring())
        let pair = try #require(room.plan.likenesses.first)
        #expect(room.plan.likenesses.count == 1 && pair.kept.id == own && pair.other.source == Story.local)
        try room.perform(
            ObjectToAction(action: pair.other.id, forCustomer: true, route: .byPhone, words: Words("Not Friday")))
        #expect(room.refused(JoinActions(own, into: own)) == "plan.join-same")
        try room.perform(JoinActions(pair.other.id, into: own))
        #expect(try room.action(pair.other.id).state == .joined)
        #expect(try room.action(own).objections.map(\.words.value?.text) == ["Not Friday"])
        #expect(room.plan.likenesses.isEmpty && room.plan.actions.count == 4)
        #expect(room.plan.joined(into: own).map(\.id) == [pair.other.id], "its words stand with the other's")
        #expect(room.refused(JoinActions(pair.other.id, into: own)) == "plan.action-ended")
    }

    @Test("A required action and a choice are never joined into one (M-010)")
    func mandatory() throws {
        var room = try PlanRoom(attached: false)
        let choice = try room.propose("Come to the club")
        let required = try room.propose(
            "Come to the job club", due: "2012-07-02", mandatory: true, explained: true)
        #expect(room.refused(JoinActions(choice, into: required)) == "plan.join-mandatory")
    }

    /// Whatever is proposed, answered, changed, joined or dropped, no line ever leaves the plan.
    @Test("No order of doings loses a line", arguments: 1...20 as ClosedRange<UInt64>)
    func nothingLost(seed: UInt64) throws {
        var room = try PlanRoom()
        let random = RandomSource.seeded(seed)
        var proposed = 0
        for step in 0..<60 {
            let before = room.plan.actions
            let open = room.plan.openActions
            let pick = open.isEmpty ? nil : open[random.below(open.count)].id
            switch (random.below(7), pick) {
            case (0, _), (_, nil):
                try room.propose("Step number \(step)", by: random.below(2) == 0 ? room.customer : nil)
                proposed += 1
            case (1, let id?): _ = try? room.perform(AgreeAction(action: id, forCustomer: true, route: .signed))
            case (2, let id?):
                _ = try? room.perform(
                    ObjectToAction(action: id, forCustomer: true, route: .signed, words: Words("No \(step)")))
            case (3, let id?):
                try room.perform(
                    ChangeAction(
                        action: id, text: Words("Changed \(step)"), terms: PlanActionTerms(owner: .customer), why: nil))
            case (4, let id?): try room.perform(DropAction(action: id, reason: .changed, words: nil))
            case (5, let id?):
                try room.perform(
                    CompleteAction(action: id, on: room.now.day, evidence: .word, words: nil))
            case (_, let id?):
                let other = open[random.below(open.count)].id
                if other != id { try room.perform(JoinActions(id, into: other)) }
            }
            #expect(before.map(\.id) == Array(room.plan.actions.map(\.id).prefix(before.count)))
        }
        #expect(room.plan.actions.count == proposed)
        #expect(CaseFile(id: room.file.id, folding: room.events) == room.file)
    }
}
