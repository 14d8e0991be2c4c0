import Kernel
import Testing

@testable import Casework

@Suite("Jobs and their proof")
struct EmploymentTests {
    @Test("Jobs that touch or overlap are one spell of work; a day between makes two (M-002)")
    func spells() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        try story.job("2011-08-01", "2011-08-20", employer: "A")
        try story.job("2011-08-21", "2011-09-10", employer: "B")
        try story.job("2011-09-01", "2011-09-05", employer: "C")
        try story.job("2011-09-12", employer: "D")
        let spells = story.file.employment.spells(until: day("2011-10-01"))
        #expect(spells.map(\.from) == [day("2011-08-01"), day("2011-09-12")])
        #expect(spells.map(\.last) == [day("2011-09-10"), nil])
        #expect(spells.map(\.jobs.count) == [3, 1])
        #expect(story.file.employment.spells(until: day("2011-08-10")).map(\.last) == [nil])
        #expect(story.file.employment.spells(until: day("2011-07-31")).isEmpty)
    }

    @Test("A job that ends before it starts is refused, and so is an end that has not come")
    func endDates() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        func end(_ last: String, on today: String = "2011-09-01") -> Refusal? {
            refusal {
                try story.perform(RecordJobEnd(job: job, last: day(last), reason: "F-252", words: nil), on: day(today))
            }
        }
        #expect(end("2011-07-31")?.code == "job.ends-first")
        #expect(end("2011-07-31")?.sentence.contains("1 August 2011") == true)
        #expect(end("2011-09-02")?.code == "job.end-ahead")
        #expect(end("2011-08-01") == nil)
        #expect(end("2011-08-05")?.code == "job.ended")
    }

    @Test("After the allotted time a provider records work that began within it, to its end, and no other (C12)")
    func afterTheTime() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let last = try #require(story.file.referral?.attachment?.until)
        let today = last.adding(days: 40)
        func start(_ started: CalendarDay, _ employer: String) throws -> RecordJobStart {
            try RecordJobStart(
                started: started, kind: .employed, hours: WeeklyHours(30), details: JobDetails(employer: employer))
        }
        try story.perform(start(last, "Corner Bakery"), on: today)
        let job = try #require(story.file.employment.jobs.first).id
        try story.perform(ChangeHours(job: job, from: last.adding(days: 5), hours: WeeklyHours(20)), on: today)
        try story.perform(
            RecordJobEnd(job: job, last: last.adding(days: 30), reason: "F-252", words: nil), on: today)
        #expect(story.file.employment.jobs[0].last == last.adding(days: 30))
        let late = refusal { try story.perform(start(last.adding(days: 32), "Mill Cafe"), on: today) }
        #expect(late?.code == "job.after-time" && late?.field == "started")
        #expect(late?.sentence.contains("ended on \(last.written)") == true)
        try story.perform(start(last.adding(days: 31), "The Mill Cafe"), on: today)
    }

    @Test("The reason a job ended comes from the programme's list, with words where it needs them (F18)")
    func endReasons() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        func end(_ reason: String, _ words: Words?) -> Refusal? {
            refusal {
                try story.perform(
                    RecordJobEnd(job: job, last: day("2011-08-10"), reason: reason, words: words), on: day("2011-09-01")
                )
            }
        }
        #expect(end("F-999", nil)?.code == "job.end-reason")
        #expect(end("other", nil)?.code == "job.end-words")
        #expect(end("other", Words("Moved away")) == nil)
        #expect(story.file.employment.jobs[0].end?.words == .open(Words("Moved away")))
    }

    @Test("An end recorded by mistake is taken back, and the job goes on")
    func withdrawnEnd() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        let take = WithdrawJobEnd(job: job, why: Words("Still there"))
        #expect(refusal { try story.perform(take, on: day("2011-09-01")) }?.code == "job.going-on")
        try story.perform(
            RecordJobEnd(job: job, last: day("2011-08-10"), reason: "F-252", words: nil), on: day("2011-09-01"))
        try story.perform(take, on: day("2011-09-02"))
        #expect(story.file.employment.jobs[0].isOpen(on: day("2011-09-02")))
    }

    @Test("A start over 31 days ahead is refused; one before attachment is taken (ours; claim rules)")
    func starts() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        func start(_ from: String, on today: String) -> Refusal? {
            refusal {
                try story.perform(
                    RecordJobStart(
                        started: day(from), kind: .agency, hours: try WeeklyHours(16),
                        details: try JobDetails(employer: "E \(from)")), on: day(today))
            }
        }
        #expect(start("2011-08-02", on: "2011-07-01")?.code == "job.far-ahead")
        #expect(start("2011-08-01", on: "2011-07-01") == nil)
        #expect(start("2011-06-25", on: "2011-07-05") == nil)
        #expect(start("1980-02-03", on: "2011-07-05")?.code == "job.before-birth")
    }

    @Test("The same job entered twice is refused, however the employer's name is typed")
    func jobTwice() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let first = try story.job("2011-08-01", employer: "Mill & Son")
        #expect(refusal { try story.job("2011-08-01", employer: " mill & son ") }?.code == "job.twice")
        #expect(refusal { try story.job("2011-08-02", employer: "Mill & Son") } == nil)
        try story.perform(WithdrawJob(job: first, why: Words("Wrong person")), on: day("2011-08-03"))
        #expect(refusal { try story.job("2011-08-01", employer: "Mill & Son") } == nil)
        #expect(
            refusal { try story.perform(WithdrawJob(job: first, why: Words("Again")), on: day("2011-08-03")) }?.code
                == "job.withdrawn")
    }

    @Test("Hours change from a day within the job, and a later word for the same day replaces it (J-061)")
    func hours() throws {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01", hours: 30)
        func change(_ from: String, _ hours: Int) -> Refusal? {
            refusal {
                try story.perform(
                    ChangeHours(job: job, from: day(from), hours: try WeeklyHours(hours)), on: day("2011-09-01"))
            }
        }
        #expect(change("2011-07-31", 20)?.code == "hours.outside")
        #expect(change("2011-10-03", 20)?.code == "hours.far-ahead")
        #expect(change("2011-08-10", 30)?.code == "hours.same")
        #expect(change("2011-08-22", 20) == nil)
        #expect(change("2011-08-15", 24) == nil)
        #expect(change("2011-08-22", 16) == nil)
        let held = story.file.employment.jobs[0]
        #expect(
            ["2011-08-14", "2011-08-15", "2011-08-21", "2011-08-22"].map { held.hours(on: day($0))?.quarters } == [
                120, 96, 96, 64,
            ])
    }

    @Test(
        "Hours are read in quarters and printed as they were typed",
        arguments: [("16", 64), ("37.5", 150), ("37.25", 149), ("0.75", 3), ("168", 672)])
    func hoursTyped(text: String, quarters: Int) throws {
        let hours = try WeeklyHours(typed: text)
        #expect(hours.quarters == quarters)
        #expect(hours.description == text)
    }

    @Test(
        "Hours that are none, too many or no number are refused",
        arguments: ["0", "169", "", "x", "-3", "7.1", "1.5.2", "9999"])
    func hoursRefused(text: String) {
        #expect(refusal { _ = try WeeklyHours(typed: text) }?.field == "hours")
    }
}

@Suite("Proof of work")
struct ProofTests {
    private func worked() throws -> (WorkStory, Identifier<Job>) {
        var story = try WorkStory(attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        return (story, job)
    }

    @Test("Proof twice for one week of one job is refused, naming the week and the earlier proof (C12)")
    func twice() throws {
        var (story, job) = try worked()
        try story.prove(job, "2011-08-01", "2011-08-14")
        let refused = refusal { try story.prove(job, "2011-08-08", "2011-08-21", kind: "customer-word") }
        #expect(refused?.code == "proof.twice")
        #expect(
            refused?.sentence
                == "The week from 8 August 2011 to 14 August 2011 already has proof for this job: “Employer's letter”, recorded on 14 August 2011. Prove other days, or withdraw that one if it is wrong."
        )
        #expect(refusal { try story.prove(job, "2011-08-15", "2011-08-21") } == nil)
    }

    @Test("The same week of another job is another proof, and a withdrawn proof leaves room")
    func roomForAnother() throws {
        var (story, job) = try worked()
        let second = try story.job("2011-08-01", employer: "Other")
        let proof = try story.prove(job, "2011-08-01", "2011-08-07")
        #expect(refusal { try story.prove(second, "2011-08-01", "2011-08-07") } == nil)
        try story.perform(WithdrawProof(proof: proof, why: Words("Wrong page")), on: day("2011-08-08"))
        #expect(refusal { try story.prove(job, "2011-08-01", "2011-08-07") } == nil)
        #expect(
            refusal { try story.perform(WithdrawProof(proof: proof, why: Words("Again")), on: day("2011-08-08")) }?.code
                == "proof.withdrawn")
    }

    @Test("A payslip after a letter is taken for what it adds; earnings are never taken twice")
    func adds() throws {
        var (story, job) = try worked()
        try story.prove(job, "2011-08-01", "2011-08-07")
        try story.prove(job, "2011-08-01", "2011-08-07", kind: "payslip", earnings: Money(pence: 20_000))
        #expect(
            refusal { try story.prove(job, "2011-08-07", "2011-08-14", kind: "payslip", earnings: Money(pence: 1)) }?
                .code
                == "proof.twice")
    }

    @Test("Days outside the job, in no order or not yet over are refused")
    func days() throws {
        var (story, job) = try worked()
        try story.perform(
            RecordJobEnd(job: job, last: day("2011-08-20"), reason: "F-252", words: nil), on: day("2011-08-20"))
        #expect(refusal { try story.prove(job, "2011-07-31", "2011-08-06") }?.field == "from")
        #expect(refusal { try story.prove(job, "2011-08-15", "2011-08-21") }?.code == "proof.outside")
        #expect(refusal { try story.prove(job, "2011-08-15", "2011-08-14") }?.code == "proof.ends-first")
        #expect(
            refusal {
                try story.perform(
                    RecordProof(job: job, kind: "payslip", from: day("2011-08-01"), until: day("2011-08-07")),
                    on: day("2011-08-06"))
            }?.code == "proof.ahead")
    }

    @Test("A kind the programme does not accept is refused with those it does")
    func kinds() throws {
        var (story, job) = try worked()
        let refused = refusal { try story.prove(job, "2011-08-01", "2011-08-07", kind: "hearsay") }
        #expect(refused?.code == "proof.kind")
        #expect(refused?.sentence.contains("Employer's letter; Payslip") == true)
    }

    @Test("Earnings are asked for where the tariff pays by them and the kind shows them")
    func earnings() throws {
        var story = try WorkStory(.earningsProgramme, attached: day("2011-07-04"))
        let job = try story.job("2011-08-01")
        #expect(
            refusal { try story.prove(job, "2011-08-01", "2011-08-07", kind: "payslip") }?.code
                == "proof.earnings-missing")
        #expect(
            refusal { try story.prove(job, "2011-08-01", "2011-08-07", kind: "payslip", earnings: Money(pence: -1)) }?
                .code
                == "proof.earnings-negative")
        #expect(
            refusal { try story.prove(job, "2011-08-01", "2011-08-07", kind: "employer-letter") }?.code == "proof.kind")
        var (other, work) = try worked()
        #expect(
            refusal { try other.prove(work, "2011-08-01", "2011-08-07", earnings: Money(pence: 1)) }?.code
                == "proof.earnings-unshown")
    }

    @Test("A document is named by its digest and nothing else")
    func document() throws {
        var (story, job) = try worked()
        func prove(_ digest: String) -> Refusal? {
            refusal {
                try story.perform(
                    RecordProof(
                        job: job, kind: "payslip", from: day("2011-08-01"), until: day("2011-08-07"), document: digest),
                    on: day("2011-08-08"))
            }
        }
        #expect(prove("abc")?.code == "proof.document")
        #expect(prove(String(repeating: "0a", count: 32)) == nil)
    }
}
