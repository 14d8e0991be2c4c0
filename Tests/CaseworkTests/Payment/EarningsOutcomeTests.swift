import Kernel
import Testing

@testable import Casework

@Suite("An outcome by earnings")
struct EarningsOutcomeTests {
    /// Attached on 4 July 2011: support to 1 October 2012, tracking to 1 April 2013.
    private func story() throws -> (WorkStory, Identifier<Job>) {
        var story = try WorkStory(.earningsProgramme, attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        return (story, job)
    }

    @Test("£2,995.20 of proven earnings makes it due on the last day of the proof that reaches it")
    func reached() throws {
        var (story, job) = try story()
        try story.prove(job, "2011-08-01", "2011-08-31", kind: "payslip", earnings: Money(pence: 150_000))
        try story.prove(job, "2011-09-01", "2011-09-30", kind: "payslip", earnings: Money(pence: 149_520))
        let line = try #require(story.line(.jobOutcome, until: "2011-09-30"))
        #expect(line.dueOn == day("2011-09-30"))
        #expect(line.amount?.value == Money(pence: 150_000))
        let kinds = Dictionary(uniqueKeysWithValues: story.events.map { ($0.id, $0.fact.kind) })
        #expect(
            line.proof.map { kinds[$0] } == [
                "employment.jobStarted", "employment.proofRecorded", "employment.proofRecorded",
            ])
        #expect(story.line(.attachment, until: "2011-09-30") == nil)
    }

    @Test("One penny short is not due, and the line says how far it is")
    func pennyShort() throws {
        var (story, job) = try story()
        try story.prove(job, "2011-08-01", "2011-08-31", kind: "payslip", earnings: Money(pence: 299_519))
        let line = try #require(story.line(.jobOutcome, until: "2011-12-31"))
        #expect(
            line.state
                == .notYet(
                    [.earnings(Money(pence: 299_519), of: Money(pence: 299_520), until: day("2013-04-01"))],
                    earliest: day("2012-01-01")))
        #expect(line.state.sentences == ["£2,995.19 of £2,995.20 proven as earned; earnings count until 1 April 2013."])
    }

    @Test("Earnings to the last day of tracking count; those a day later never do")
    func lastDay() throws {
        var (inTime, job) = try story()
        try inTime.prove(job, "2013-03-01", "2013-04-01", kind: "payslip", earnings: Money(pence: 299_520))
        #expect(inTime.line(.jobOutcome, until: "2013-04-01")?.dueOn == day("2013-04-01"))
        var (late, work) = try story()
        try late.prove(work, "2013-03-02", "2013-04-02", kind: "payslip", earnings: Money(pence: 299_520))
        #expect(late.line(.jobOutcome, until: "2013-04-02")?.state == .never(.earningsTimeOver(day("2013-04-01"))))
    }

    @Test("Earnings from before the attachment do not count")
    func beforeAttachment() throws {
        var story = try WorkStory(.earningsProgramme, attached: day("2011-07-04"))
        let job = try story.job("2011-06-25")
        try story.prove(job, "2011-06-25", "2011-07-24", kind: "payslip", earnings: Money(pence: 299_520))
        #expect(story.line(.jobOutcome, until: "2011-08-31")?.dueOn == nil)
    }

    @Test("A benefit the tariff lists holds the earnings back until it is known to have stopped (M-002)")
    func benefit() throws {
        var story = try WorkStory(.earningsProgramme.changed { $0.offBenefit = ["JSA"] }, attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        try story.prove(job, "2011-08-01", "2011-08-31", kind: "payslip", earnings: Money(pence: 299_520))
        guard case .notYet(let reasons, _)? = story.line(.jobOutcome, until: "2011-09-30")?.state else {
            Issue.record("due without a known benefit")
            return
        }
        #expect(reasons.map(\.code) == ["earnings", "benefit-never-stated"])
        try story.off("JSA", "2011-08-01")
        #expect(story.line(.jobOutcome, until: "2011-09-30")?.dueOn == day("2011-08-31"))
    }
}
