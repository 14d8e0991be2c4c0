import Kernel
import Testing

@testable import Casework

@Suite("Weeks in work")
struct WeekInWorkTests {
    /// Attached on Monday 4 July 2011, so that the allotted time ends on Sunday 30 June 2013.
    private func story(_ programme: Programme = .workProgramme, off: String? = "2011-07-01") throws -> WorkStory {
        var story = try WorkStory(programme, attached: day("2011-07-04"))
        if let off {
            try story.off("JSA", off)
            try story.off("ESA", off)
        }
        return story
    }

    private func codes(_ account: PaymentAccount) -> [[String]] { account.weeks.map { $0.why.map(\.code) } }

    @Test("A week is seven days from the start of a spell, and counts once it is over (M-002)")
    func sevenDays() throws {
        var story = try story()
        try story.job("2011-08-03")
        #expect(codes(story.account("2011-08-09")) == [[]])
        #expect(story.account("2011-08-09").weeks[0].to == day("2011-08-09"))
        #expect(codes(story.account("2011-08-10")) == [[], ["not-over"]])
        #expect(story.account("2011-08-10").weeks[1].why == [.notOver(day("2011-08-16"))])
        #expect(codes(story.account("2011-08-08")) == [["not-over"]])
    }

    @Test("Odd days are not carried from one spell to the next (M-002, ours)")
    func oddDays() throws {
        var story = try story()
        try story.job("2011-08-01", "2011-08-10", employer: "A")
        try story.job("2011-08-15", "2011-08-25", employer: "B")
        let account = story.account("2011-10-01")
        #expect(codes(account) == [[], ["work-stopped"], [], ["work-stopped"]])
        #expect(account.weeks[1].from == day("2011-08-08"))
        #expect(account.weeks[1].to == day("2011-08-10"))
    }

    @Test("Jobs that touch are counted through, across the change (M-002)")
    func touching() throws {
        var story = try story()
        try story.job("2011-08-01", "2011-08-10", employer: "A")
        try story.job("2011-08-11", "2011-08-21", employer: "B")
        #expect(codes(story.account("2011-10-01")) == [[], [], []])
    }

    @Test("Jobs that overlap are counted once (M-002)")
    func overlapping() throws {
        var story = try story()
        try story.job("2011-08-01", "2011-08-14", employer: "A")
        try story.job("2011-08-05", "2011-08-21", employer: "B")
        #expect(codes(story.account("2011-10-01")) == [[], [], []])
    }

    @Test("A benefit only claimed to have stopped leaves the week waiting, with why (M-002)")
    func claimed() throws {
        var story = try story(off: nil)
        try story.off("ESA", "2011-07-01")
        try story.off("JSA", "2011-08-01", nil, .claimed)
        try story.job("2011-08-01")
        let week = try #require(story.account("2011-08-07").weeks.first)
        #expect(week.why == [.benefit(NotKnownOff(benefit: "JSA", day: day("2011-08-01"), why: .claimedOnly))])
        let waits = story.line(.jobOutcome, until: "2011-08-21")
        guard case .notYet(let reasons, _)? = waits?.state else { Issue.record("not waiting"); return }
        #expect(reasons.contains { $0.code == "benefit-claimed-only" })
        try story.off("JSA", "2011-08-01")
        #expect(codes(story.account("2011-08-07")) == [[]])
    }

    @Test("One day on a benefit takes the whole week; it may be recorded long after (M-002)")
    func backDated() throws {
        var story = try story()
        try story.job("2011-08-01")
        #expect(codes(story.account("2011-08-21")) == [[], [], []])
        try story.state("JSA", on: true, "2011-08-14", "2011-08-14")
        #expect(codes(story.account("2011-08-21")) == [[], ["benefit-on-it"], []])
        #expect(
            story.account("2011-08-21").weeks[1].why.first?.sentence == "The customer was on JSA on 14 August 2011.")
    }

    @Test("A benefit nobody spoke of and one that is unknown both wait (M-002)")
    func neverStated() throws {
        var story = try story(off: nil)
        try story.job("2011-08-01")
        #expect(codes(story.account("2011-08-07")) == [["benefit-never-stated"]])
        try story.state("JSA", on: false, "2011-08-01", nil, .unknown)
        try story.off("ESA", "2011-08-01")
        #expect(codes(story.account("2011-08-07")) == [["benefit-unknown"]])
    }

    @Test("Work begun before attachment counts from the attachment, in weeks that start there (ours; claim rules)")
    func beforeAttachment() throws {
        var story = try story()
        try story.job("2011-06-25", employer: "Before")
        let account = story.account("2011-07-17")
        #expect(codes(account) == [["before-attachment"], [], []])
        #expect(account.weeks[0].to == day("2011-07-03"))
        #expect(account.weeks[1].from == day("2011-07-04"))
    }

    @Test("Hours matter only where the tariff gives a least number, added over jobs held together (M-002, J-061)")
    func hours() throws {
        var plain = try story()
        try plain.job("2011-08-01", hours: 4)
        #expect(codes(plain.account("2011-08-07")) == [[]])

        var story = try story(.workProgramme.changed { $0.hoursAtLeast = Figure(16, .ours, source: "test") })
        let job = try story.job("2011-08-01", hours: 16)
        try story.perform(
            ChangeHours(job: job, from: day("2011-08-10"), hours: try WeeklyHours(quarters: 63)), on: day("2011-08-10"))
        #expect(codes(story.account("2011-08-21")) == [[], ["hours-below"], ["hours-below"]])
        try story.job("2011-08-15", employer: "Second", hours: 1)
        #expect(codes(story.account("2011-08-21")) == [[], ["hours-below"], []])
    }

    /// Work begun after the time, which no provider can record any more; a record that holds it all the same pays nothing.
    private func recordLate(in story: inout WorkStory, _ from: String) throws {
        let start = EmploymentFact.JobStart(
            job: Identifier(high: 0x7000, low: 1 << 63 | 900), started: day(from), kind: .employed,
            hours: try WeeklyHours(30))
        story.record(.employment(.jobStarted(start, .open(try JobDetails(employer: "B")))), on: day(from))
    }

    @Test("A job that ends on the last allotted day counts to that day (M-002)")
    func endsOnLastDay() throws {
        var story = try story()
        try story.job("2013-06-10", "2013-06-30")
        #expect(codes(story.account("2013-12-31")) == [[], [], []])
    }

    @Test("Work running on the last allotted day goes on to its first break; nothing begun later counts (164391)")
    func afterAllottedTime() throws {
        var story = try story()
        try story.job("2013-06-10", "2013-08-04", employer: "A")
        try recordLate(in: &story, "2013-08-06")
        let account = story.account("2013-12-31")
        #expect(account.weeks.filter(\.counted).count == 8)
        #expect(account.weeks.last?.why == [.afterAllottedTime(day("2013-06-30"))])
        #expect(account.weeks.last?.from == day("2013-08-06"))
    }

    @Test("A job begun the day after the last allotted day counts only when it carries a running spell on (M-002)")
    func touchingTheEnd() throws {
        var touching = try story()
        try touching.job("2013-06-10", "2013-06-30", employer: "A")
        try touching.job("2013-07-01", employer: "B")
        #expect(touching.account("2013-07-14").weeks.filter(\.counted).count == 5)
        var alone = try story()
        try recordLate(in: &alone, "2013-07-01")
        #expect(codes(alone.account("2013-07-14")) == [["after-allotted-time"]])
    }

    @Test("Under a tariff where counting stops with the allotted time, a week must end inside it")
    func stops() throws {
        let programme = Programme.workProgramme.changed { row in
            let terms = row.sustainment!
            row.sustainment = SustainmentTerms(
                fee: terms.fee, everyWeeks: terms.everyWeeks, atMost: terms.atMost,
                workingDaysAfter: terms.workingDaysAfter,
                afterAllottedTime: .stops)
        }
        var story = try story(programme)
        try story.job("2013-06-12")
        let account = story.account("2013-08-31")
        #expect(codes(account) == [[], [], ["after-allotted-time"], ["after-allotted-time"]])
        #expect(account.weeks[2].to == day("2013-06-30"))
        #expect(account.lines.last?.state == .never(.allottedTimeOver(day("2013-06-30"))))
        #expect(story.line(.jobOutcome, until: "2013-06-20")?.state == .never(.tooLittleTime(day("2013-06-30"))))
    }

    @Test("A week is proven when accepted proofs cover all of it, adjacent ones together (C12)")
    func proven() throws {
        var story = try story()
        let job = try story.job("2011-08-01")
        try story.prove(job, "2011-08-01", "2011-08-04")
        #expect(story.account("2011-08-31").weeks.map(\.isProven) == [false, false, false, false, false])
        try story.prove(job, "2011-08-05", "2011-08-14", kind: "customer-word")
        let weeks = story.account("2011-08-31").weeks
        #expect(weeks.map(\.isProven) == [true, true, false, false, false])
        #expect(weeks[0].proofs.map(\.word) == ["employer", "customer"])
        #expect(weeks[0].counted)
    }

    @Test("Proof of a job that was withdrawn, and a withdrawn proof, show nothing")
    func withdrawn() throws {
        var story = try story()
        let job = try story.job("2011-08-01")
        let second = try story.job("2011-08-01", employer: "Second")
        let proof = try story.prove(job, "2011-08-01", "2011-08-07")
        try story.perform(WithdrawProof(proof: proof, why: Words("Not theirs")), on: day("2011-08-08"))
        #expect(story.account("2011-08-07").weeks.map(\.isProven) == [false])
        try story.prove(second, "2011-08-01", "2011-08-07")
        #expect(story.account("2011-08-07").weeks.map(\.isProven) == [true])
        try story.perform(WithdrawJob(job: second, why: Words("Not theirs")), on: day("2011-08-08"))
        #expect(story.account("2011-08-07").weeks.map(\.isProven) == [false])
    }
}
