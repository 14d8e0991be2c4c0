import Kernel
import Testing

@testable import Casework

@Suite("What falls due")
struct PaymentLedgerTests {
    /// Attached on 4 July 2011, off benefit and in one proven job from a day.
    private func working(
        from start: String, until last: String? = nil, proven: String = "2014-12-31", group: String = "2",
        nation: Nation = .england, _ programme: Programme = .workProgramme
    ) throws -> WorkStory {
        var story = try WorkStory(programme, group: group, attached: day("2011-07-04"), nation: nation)
        try story.off("JSA", "2011-07-01")
        try story.off("ESA", "2011-07-01")
        let job = try story.job(start, last)
        try story.prove(job, start, last ?? proven)
        return story
    }

    @Test(
        "Each group's outcome, first and last sustainment fall due on their days, and add up to the published total (D-034, D-036)",
        arguments: [
            ("1", "2012-01-29", "2012-03-16", "2013-02-15", 13, 381000),
            ("2", "2012-01-29", "2012-03-16", "2013-02-15", 13, 439500),
            ("3", "2011-10-30", "2011-12-16", "2013-06-03", 20, 660000),
            ("4", "2011-10-30", "2011-12-16", "2013-06-03", 20, 660000),
            ("5", "2011-10-30", "2011-12-16", "2013-06-03", 20, 370000),
            ("6", "2011-10-30", "2011-12-16", "2013-06-03", 20, 650000),
            ("7", "2011-10-30", "2011-12-16", "2013-11-15", 26, 1_372_000),
            ("8", "2011-10-30", "2011-12-16", "2012-11-16", 13, 328500),
            ("9", "2012-01-29", "2012-03-16", "2013-09-02", 20, 550000),
        ])
    func groups(group: String, outcome: String, first: String, last: String, payments: Int, total: Int) throws {
        let story = try working(from: "2011-08-01", group: group)
        let lines = story.account("2014-12-31").lines
        #expect(lines.allSatisfy { $0.dueOn != nil })
        #expect(lines.map(\.key.kind) == [.attachment, .jobOutcome] + Array(repeating: .sustainment, count: payments))
        #expect(lines[0].dueOn == day("2011-07-04"))
        #expect(lines[1].dueOn == day(outcome))
        #expect(lines[2].dueOn == day(first))
        #expect(lines.last?.dueOn == day(last))
        #expect(lines.reduce(Money.zero) { $0 + $1.amount!.value } == Money(pence: total))
    }

    @Test(
        "The first sustainment is earned at 17 or at 30 weeks in work (D-035, M-003)",
        arguments: [("3", 17), ("2", 30)])
    func firstSustainment(group: String, weeks: Int) throws {
        let story = try working(from: "2011-08-01", group: group)
        let account = story.account("2014-12-31")
        let used = try #require(account.lines.first { $0.key.kind == .sustainment }?.weeks)
        #expect(used == [weeks - 3, weeks - 2, weeks - 1, weeks])
        #expect(account.weeks[weeks - 1].to == day("2011-08-01").adding(days: weeks * 7 - 1))
    }

    @Test("Fifteen working days pass over the bank holidays of 4 and 5 June 2012 (164391)")
    func jubilee() throws {
        let story = try working(from: "2012-01-23", group: "3")
        #expect(story.line(.sustainment, until: "2012-06-12")?.dueOn == day("2012-06-12"))
        guard case .notYet(let reasons, let earliest)? = story.line(.sustainment, until: "2012-06-11")?.state else {
            Issue.record("due too early")
            return
        }
        #expect(reasons == [.workingDays(15, after: day("2012-05-20"), until: day("2012-06-12"))])
        #expect(earliest == day("2012-06-12"))
    }

    @Test(
        "Working days are those of the contract area's nation",
        arguments: [(Nation.england, "2013-01-02"), (.wales, "2013-01-02"), (.scotland, "2013-01-03")])
    func nations(nation: Nation, due: String) throws {
        let story = try working(from: "2012-08-13", group: "3", nation: nation)
        #expect(story.line(.sustainment, until: "2013-06-01")?.dueOn == day(due))
    }

    @Test("The job outcome is due on the day the number is reached, and not a day before")
    func outcomeDay() throws {
        let story = try working(from: "2011-08-01")
        #expect(story.line(.jobOutcome, until: "2012-01-29")?.dueOn == day("2012-01-29"))
        guard case .notYet(let reasons, let earliest)? = story.line(.jobOutcome, until: "2012-01-28")?.state else {
            Issue.record("due too early")
            return
        }
        #expect(reasons == [.weeks(counted: 25, of: 26, next: day("2012-01-29"))])
        #expect(earliest == day("2012-01-29"))
        #expect(
            story.line(.jobOutcome, until: "2012-01-28")?.sentence
                == "Job outcome, £1,200.00: not yet. 25 of 26 weeks counted; the next can be counted on 29 January 2012."
        )
    }

    @Test("Weeks add up over several jobs inside the attachment (HC 162 paragraph 17)")
    func cumulative() throws {
        var story = try working(from: "2011-08-01", until: "2011-09-25", group: "3")
        let second = try story.job("2011-11-07", employer: "Second")
        try story.prove(second, "2011-11-07", "2012-03-31")
        let line = try #require(story.line(.jobOutcome, until: "2012-03-31"))
        #expect(line.dueOn == day("2011-12-11"))
        #expect(line.weeks == Array(1...13))
    }

    @Test("Where a tariff counts weeks running, a gap starts the number again")
    func continuous() throws {
        let programme = Programme.workProgramme.changed { row in
            guard case .weeks(let terms)? = row.outcome else { return }
            row.outcome = .weeks(WeeksOutcome(fee: terms.fee, weeks: terms.weeks, counted: .continuous))
        }
        var story = try working(from: "2011-08-01", until: "2011-09-25", group: "3", programme)
        let second = try story.job("2011-11-07", employer: "Second")
        try story.prove(second, "2011-11-07", "2012-03-31")
        let line = try #require(story.line(.jobOutcome, until: "2012-03-31"))
        #expect(line.dueOn == day("2012-02-05"))
        #expect(
            story.line(.jobOutcome, until: "2011-11-01")?.state
                == .notYet([.weeksRunning(counted: 0, of: 13, next: nil), .noWork], earliest: day("2012-01-31")))
    }

    @Test("A break between two payments is allowed; one inside a period starts it again (M-003)")
    func breaks() throws {
        var between = try working(from: "2011-08-01", until: "2011-11-27", group: "3")
        let later = try between.job("2012-02-06", employer: "Later")
        try between.prove(later, "2012-02-06", "2012-12-31")
        let first = try #require(between.line(.sustainment, 1, until: "2012-12-31"))
        #expect(first.weeks == [14, 15, 16, 17])
        #expect(between.line(.sustainment, 2, until: "2012-12-31")?.weeks == [18, 19, 20, 21])

        var inside = try working(from: "2011-08-01", until: "2011-11-20", group: "3")
        let second = try inside.job("2011-11-28", employer: "Later")
        try inside.prove(second, "2011-11-28", "2012-12-31")
        let restarted = try #require(inside.line(.sustainment, 1, until: "2012-12-31"))
        #expect(restarted.weeks == [17, 18, 19, 20])
    }

    @Test("A week on benefit inside a period starts it again, though the job goes on (164391)")
    func weekOnBenefit() throws {
        var story = try working(from: "2011-08-01", group: "3")
        try story.state("JSA", on: true, "2011-11-16", "2011-11-16")
        #expect(story.line(.sustainment, 1, until: "2012-12-31")?.weeks == [17, 18, 19, 20])
        #expect(story.line(.sustainment, 2, until: "2012-12-31")?.weeks == [21, 22, 23, 24])
    }

    @Test("After the allotted time work goes on earning to its first break, the job outcome included (164391)")
    func afterAllottedTime() throws {
        let running = try working(from: "2013-06-10", until: "2014-03-02", group: "3")
        #expect(running.line(.jobOutcome, until: "2014-12-31")?.dueOn == day("2013-09-08"))
        #expect(running.account("2014-12-31").due.filter { $0.key.kind == .sustainment }.count == 6)
        #expect(
            running.account("2014-12-31").lines.last?.state == .never(.brokenAfterAllottedTime(day("2014-03-02"))))
    }

    @Test("After the allotted time a week on benefit ends sustainment, though the job goes on (ours)")
    func gapAfterAllottedTime() throws {
        var story = try working(from: "2013-02-04", group: "3")
        try story.state("JSA", on: true, "2013-07-05", "2013-07-05")
        let lines = story.account("2014-12-31").lines.filter { $0.key.kind == .sustainment }
        #expect(lines.filter { $0.dueOn != nil }.count == 2)
        #expect(lines.last?.state == .never(.brokenAfterAllottedTime(day("2013-07-01"))))
        var inside = try working(from: "2013-02-04", group: "3")
        try inside.state("JSA", on: true, "2013-06-14", "2013-06-14")
        #expect(inside.account("2014-12-31").due.filter { $0.key.kind == .sustainment }.count == 20)
    }

    @Test("A job that ends on the last allotted day leaves nothing that can still be earned")
    func endsOnLastDay() throws {
        let story = try working(from: "2013-06-03", until: "2013-06-30", group: "3")
        #expect(story.line(.jobOutcome, until: "2013-07-01")?.state == .never(.allottedTimeOver(day("2013-06-30"))))
        guard case .notYet? = story.line(.jobOutcome, until: "2013-06-30")?.state else {
            Issue.record("a job may still begin on the last day")
            return
        }
    }

    @Test("Nothing is listed past the most payments there are (D-035)")
    func cap() throws {
        let story = try working(from: "2011-08-01", group: "8")
        let lines = story.account("2014-12-31").lines
        #expect(lines.count == 15)
        #expect(lines.last?.key.ordinal == 13)
    }

    @Test("A line whose weeks lack accepted proof is not due, and names them (evidence before consequence, J-062)")
    func unproven() throws {
        var story = try working(from: "2011-08-01", proven: "2011-10-16", group: "3")
        let waits = try #require(story.line(.jobOutcome, until: "2011-12-31"))
        guard case .notYet(let reasons, let earliest) = waits.state else { Issue.record("due unproven"); return }
        #expect(
            reasons == [
                .unproven([
                    .init(number: 12, from: day("2011-10-17"), to: day("2011-10-23")),
                    .init(number: 13, from: day("2011-10-24"), to: day("2011-10-30")),
                ])
            ])
        #expect(earliest == day("2011-10-30"))
        #expect(
            waits.state.sentences == [
                "Proof of work is missing for 2 weeks: 17 October 2011 to 23 October 2011; 24 October 2011 to 30 October 2011."
            ])
        guard case .notYet(let after, _)? = story.line(.sustainment, until: "2011-12-31")?.state else {
            Issue.record("sustainment due before the outcome")
            return
        }
        #expect(after.contains(.jobOutcomeFirst))
        let job = story.file.employment.jobs[0].id
        try story.prove(job, "2011-10-17", "2011-10-30", kind: "payslip")
        #expect(story.line(.jobOutcome, until: "2011-12-31")?.dueOn == day("2011-10-30"))
    }

    @Test("A tariff that names no proof asks for none")
    func noProofAsked() throws {
        let story = try working(
            from: "2011-08-01", proven: "2011-08-01", group: "3", .workProgramme.changed { $0.proof = [] })
        #expect(story.line(.jobOutcome, until: "2011-12-31")?.dueOn == day("2011-10-30"))
    }

    @Test("A line is proven by events: contact and acknowledgement, or jobs, benefits and proofs")
    func provingEvents() throws {
        let story = try working(from: "2011-08-01")
        let kinds = Dictionary(uniqueKeysWithValues: story.events.map { ($0.id, $0.fact.kind) })
        #expect(
            story.line(.attachment, until: "2011-07-04")?.proof.map { kinds[$0] }
                == ["referral.acknowledged", "appointment.attended", "referral.attached"])
        #expect(
            story.line(.jobOutcome, until: "2012-01-29")?.proof.map { kinds[$0] } == [
                "employment.jobStarted", "circumstance.benefitStated", "circumstance.benefitStated",
                "employment.proofRecorded",
            ])
    }
}

extension DueLine.State {
    var sentences: [String] {
        if case .notYet(let reasons, _) = self { reasons.map(\.sentence) } else { [] }
    }
}
