import Kernel
import Testing

@testable import Casework

@Suite("A benefit back-dated over weeks that were counted (C14, M-002)")
struct BackdatedBenefitTests {
    /// Thirty weeks in work, known to be off the benefit: the job outcome and more are due.
    private func story() throws -> WorkStory {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        try story.prove(job, "2011-08-01", "2012-02-19")
        try story.off("JSA", "2011-08-01")
        try story.off("ESA", "2011-08-01")
        return story
    }

    @Test("The lines that rested on those weeks are due no longer, and everybody concerned is told in a sentence")
    func told() throws {
        var story = try story()
        let today = day("2012-02-20")
        let before = story.ledger.lines(for: story.file, until: today).filter { $0.dueOn != nil }
        #expect(before.contains { $0.key.kind == .jobOutcome })
        let statement = BenefitStatement(
            benefit: "JSA", on: true, from: day("2011-09-05"), until: day("2011-12-25"), certainty: .known,
            source: .jobcentre)
        let facts = try StateBenefit(statement: statement).decide(
            on: story.file, in: story.context(on: today, by: WorkStory.adviser, sharing: .test))
        for fact in facts { story.record(fact, on: today, by: WorkStory.adviser) }
        let change = try #require(story.file.circumstances.changes.last)
        #expect(change.kind == .benefit && change.told == [WorkStory.provider])
        let after = story.ledger.lines(for: story.file, until: today).filter { $0.dueOn != nil }
        #expect(!after.contains { $0.key.kind == .jobOutcome })
        let programmes = [story.programme.id: story.programme]
        let provider = story.file.sight(of: WorkStory.inWork, as: .attached, matrix: .test, on: today).see(story.file)
        let due = try #require(
            provider.standing(
                on: today, now: Instant(london: today, hour: 13, minute: 0), programmes: programmes, rules: .madeUp
            ).dues
                .first { $0.code == .applyChange })
        #expect(due.sentence.contains("16 weeks of work that were counted no longer count."))
        #expect(due.sentence.contains("Job outcome") && due.sentence.contains("is no longer due."))
        let told = Timeline.entries(
            story.events, through: provider.sight,
            names: Names(organisation: { _ in "Shaw" }, person: { _ in "Somebody" }), programmes: programmes,
            tools: .madeUp)
        #expect(told.contains { $0.detail?.contains("16 weeks of work that were counted no longer count.") ?? false })
    }

    @Test("Taking it back by naming it brings every line back as it was")
    func undone() throws {
        var story = try story()
        let today = day("2012-02-20")
        let before = story.ledger.lines(for: story.file, until: today)
        let statement = BenefitStatement(
            benefit: "JSA", on: true, from: day("2011-09-05"), until: nil, certainty: .claimed, source: .customer)
        let context = story.context(on: today, by: WorkStory.adviser, sharing: .test)
        for fact in try StateBenefit(statement: statement).decide(on: story.file, in: context) {
            story.record(fact, on: today, by: WorkStory.adviser)
        }
        #expect(story.ledger.lines(for: story.file, until: today) != before)
        let event = try #require(story.file.circumstances.changes.last?.event.id)
        for fact in try WithdrawChange(event: event, why: Words("Another person.")).decide(
            on: story.file, in: context)
        {
            story.record(fact, on: today, by: WorkStory.adviser)
        }
        #expect(story.ledger.lines(for: story.file, until: today) == before)
    }

    @Test("What takes no counted week away is told all the same, once, and what says nothing new to nobody (C14)")
    func quiet() throws {
        var story = try story()
        let today = day("2012-02-20")
        func stated(_ from: String, _ until: String?, on: Bool = true) throws -> [Fact] {
            let statement = BenefitStatement(
                benefit: "JSA", on: on, from: day(from), until: until.map(day), certainty: .known, source: .jobcentre)
            return try StateBenefit(statement: statement).decide(
                on: story.file, in: story.context(on: today, by: WorkStory.adviser, sharing: .test))
        }
        let facts = try stated("2011-06-01", "2011-07-31")
        for fact in facts { story.record(fact, on: today, by: WorkStory.adviser) }
        #expect(story.file.circumstances.changes.map(\.told) == [[WorkStory.provider]])
        #expect(try stated("2011-06-01", "2011-07-31").count == 1)
        #expect(try stated("2011-08-01", nil, on: false).count == 1)
    }
}
