import Kernel
import Testing

@testable import Casework

@Suite("The same course twice")
struct NamedCourseTests {
    @Test(
        "A line names a course by what it is in, before it or after it, in English or Welsh (ours)",
        arguments: [
            ("Go on a CV course at the library", ["cv"]), ("Second CV course, with the council", ["cv"]),
            ("Take the basic computers class on Mondays", ["basic", "computer"]),
            ("Ask about a course in cooking at the college", ["cooking"]),
            ("Begin training as a chef", ["chef"]), ("First aid training course", ["first", "aid"]),
            ("Go to Wakefield College for an IT workshop", ["it"]), ("Come to the course, with the crèche", []),
            ("A course on Tuesdays", []), ("Mynd ar gwrs coginio yn y coleg", ["coginio"]),
            ("Dechrau’r cwrs CV", ["cv"]), ("Write a CV with the council", nil), ("Ring the college", nil), ("", nil),
        ] as [(String, Set<String>?)])
    func named(line: String, title: Set<String>?) { #expect(NamedCourse(line)?.title == title) }

    @Test(
        "Two are alike when all that one says it is in the other says too, whatever its case and spaces (ours, G-010)",
        arguments: [
            ("Go on a CV course", "go on a  cv COURSE", true), ("A CV course", "The CV writing workshop", true),
            ("A basic computer course", "Computers class", true), ("A course in cooking", "Cooking lessons", true),
            ("A CV course", "An IT course", false), ("A food hygiene course", "A food truck course", false),
            ("Go on a course", "Go on a course", false), ("A CV course", "Write a CV", false),
            ("Cwrs coginio", "Gweithdy coginio", true),
        ])
    func alike(one: String, other: String, areAlike: Bool) {
        func isLike(_ one: String, _ other: String) -> Bool {
            NamedCourse(other).flatMap { NamedCourse(one)?.isLike($0) } ?? false
        }
        #expect(isLike(one, other) == areAlike)
        #expect(isLike(other, one) == areAlike, "it does not matter which came first")
    }

    private func again(_ text: String, _ why: String? = nil) -> ProposeAction {
        ProposeAction(
            text: Words(text), terms: PlanActionTerms(owner: .customer), again: why.map { Words($0) })
    }

    @Test("A course like one done or still to be done takes a reason; after one dropped it takes none (J-009)")
    func reasons() throws {
        var room = try PlanRoom()
        let dropped = try room.propose("Go on a cooking course")
        try room.perform(DropAction(action: dropped, reason: .unsuitable, words: nil))
        #expect(room.refused(again("Take a cooking class")) == nil)
        let done = try room.propose("Go on a CV course")
        #expect(room.refused(again("Take a CV class")) == "plan.course-again", "they are booked on it")
        try room.perform(CompleteAction(action: done, on: room.now.day, evidence: .certificate, words: nil))
        let refused = try #require(
            refusal { _ = try again("Take a CV class").decide(on: room.file, in: room.context(room.staff)) })
        #expect(refused.sentence.contains("“Go on a CV course”") && refused.sentence.contains("done on 18 June 2012"))
        #expect(refused.field == "again" && refused.rule == "G-010")
        try room.perform(again("Take a CV class", "The last was before she worked."))
        let second = try #require(room.plan.actions.last)
        #expect(second.again.value?.text == "The last was before she worked.")
        #expect(room.plan.courses(before: second).map(\.id) == [done])
        #expect(try room.plan.courses(before: room.action(done)).isEmpty)
        // A reason that nothing asks for is not kept.
        try room.perform(again("Ring the college", "No reason."))
        #expect(room.plan.actions.last?.again == .shut)
    }

    @Test("A plan that is brought in says why where a line repeats a course, of the plan or of its own (G-010, J-009)")
    func bringingIn() throws {
        var room = try PlanRoom()
        let done = try room.propose("Go on a CV course")
        try room.perform(CompleteAction(action: done, on: room.now.day, evidence: .certificate, words: nil))
        let texts = ["Take a CV class", "Ring the college", "Forklift training", "A forklift truck course"]
        func bring(_ why: String?) -> BringInPlan {
            BringInPlan(
                from: Story.rival,
                lines: texts.map { BringInPlan.Line(text: Words($0), owner: .customer) },
                again: why.map { Words($0) })
        }
        let refused = try #require(
            refusal { _ = try bring(nil).decide(on: room.file, in: room.context(room.staff)) })
        #expect(refused.code == "plan.course-again" && refused.field == "again" && refused.rule == "G-010")
        #expect(refused.sentence.contains("“Take a CV class” is like “Go on a CV course”, from another organisation"))
        #expect(refused.sentence.contains("“A forklift truck course” is like “Forklift training”, in the same plan."))
        try room.perform(bring("The first was an hour."))
        let brought = room.plan.actions.filter { $0.source == Story.rival }
        let why = "The first was an hour."
        #expect(brought.map(\.again.value?.text) == [why, nil, nil, why])
        // A course that was done there asks for nobody to go again.
        let past = BringInPlan(
            from: Story.local,
            lines: [.init(text: Words("The CV course"), owner: .customer, done: day("2012-06-04"))])
        #expect(room.refused(past) == nil)
    }

    @Test("What another agency’s plan brought in counts, with that agency as whoever sent them")
    func broughtIn() throws {
        var room = try PlanRoom()
        try room.perform(
            BringInPlan(from: Story.rival, lines: [.init(text: Words("Forklift training"), owner: .customer)]))
        #expect(room.refused(again("A forklift truck course")) == "plan.course-again")
        let context = room.context(room.staff)
        var surroundings = Surroundings()
        surroundings.organisations = [Story.rival: "Ashcombe Skills"]
        let named = Context(
            now: context.now, random: context.random, actor: context.actor, command: context.command,
            programmes: context.programmes, tools: context.tools, sharing: context.sharing,
            surroundings: surroundings)
        let sentence = refusal { _ = try again("A forklift truck course").decide(on: room.file, in: named) }?.sentence
        #expect(sentence?.contains("from Ashcombe Skills on 18 June 2012, not done yet") == true)
    }

    @Test(
        "What they choose themselves needs no reason, and a change to such a course says why in its own words (G-008)")
    func others() throws {
        var room = try PlanRoom()
        try room.propose("Go on a CV course")
        #expect(room.refused(again("Take a CV class"), by: room.customer) == nil)
        let other = try room.propose("Ring the college")
        func change(_ why: String?) -> ChangeAction {
            ChangeAction(
                action: other, text: Words("Take a CV class"), terms: PlanActionTerms(owner: .customer),
                why: why.map { Words($0) })
        }
        #expect(room.refused(change(nil)) == "plan.course-again")
        #expect(room.refused(change("The first was cancelled.")) == nil)
        // Its own line is no course before itself.
        let course = try #require(room.plan.actions.first)
        let later = ChangeAction(
            action: course.id, text: Words("Go on the CV course in Leeds"), terms: course.terms, why: nil)
        #expect(room.refused(later) == nil)
    }

    @Test("The reason is sealed beside the words, and a line stored before there were reasons has none")
    func coding() throws {
        let fact = PlanFact.actionProposed(
            Identifier(high: 1, low: 2), PlanActionTerms(owner: .customer),
            PlanOrigin(again: .open(Words("secret"))), .open(Words("A course")))
        #expect(!fact.clear.text.contains("secret"))
        let read = try PlanFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: fact.sealed?.json)
        #expect(read == fact)
        let old = try PlanFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: ["words": "A course"])
        guard case .actionProposed(_, _, let origin, _) = old else { throw JSONFault("not an action") }
        #expect(origin.again == .shut)
    }
}
