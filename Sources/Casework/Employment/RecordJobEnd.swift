public import Kernel

/// Records the last day of a job and why it ended (F18), with the customer's words where the reason asks for them, and
/// tells everybody else whom work concerns that it did (C14).
/// - Refuses: an end before the start or after today, a job that has ended, a reason that is not on the list, or no words
///   where the reason needs them.
public struct RecordJobEnd: CaseCommand {
    public let job: Identifier<Job>
    /// The last day of the job.
    public let last: CalendarDay
    /// A code of the programme's list of reasons why a job ended.
    public let reason: String
    public let words: Words?

    public init(job: Identifier<Job>, last: CalendarDay, reason: String, words: Words?) {
        self.job = job
        self.last = last
        self.reason = reason
        self.words = words
    }

    public static let act = Act.recordJob
    public var staleness: Staleness { .mustHaveSeen([.work]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let job = try file.employment.job(self.job)
        try file.requireWork(from: job.started, inTimeOf: context)
        if let earlier = job.last {
            throw Refusal(
                "job.ended",
                "This job is already recorded as ended on \(earlier.written). Withdraw that end first if it is wrong.")
        }
        guard last >= job.started else {
            throw Refusal(
                "job.ends-first",
                "The job started on \(job.started.written), so it cannot have ended on \(last.written). Check both dates.",
                field: "last")
        }
        guard last <= context.today else {
            throw Refusal(
                "job.end-ahead", "\(last.written) has not come yet. Record the end when the job is over.", field: "last"
            )
        }
        let reasons = try context.programmes(for: file).compactMap { $0.reason(reason, in: .jobEnd) }
        guard let known = reasons.first else {
            throw Refusal("job.end-reason", "Choose why the job ended from the list.", rule: "F18", field: "reason")
        }
        guard !known.needsNote || words != nil else {
            throw Refusal("job.end-words", "Say in a sentence why the job ended.", rule: "F18", field: "words")
        }
        return [.employment(.jobEnded(job.id, last: last, reason: reason, Sealed(given: words)))]
            + file.news(.ended, from: last.adding(days: 1), in: context)
    }
}
