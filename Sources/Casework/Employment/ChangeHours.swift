public import Kernel

/// Records other hours for a job from a day on: fewer, as when hours are cut and the job is saved (J-061), or more.
/// - Refuses: a day outside the job, more than 31 days ahead, or hours that are already so.
public struct ChangeHours: CaseCommand {
    public let job: Identifier<Job>
    public let from: CalendarDay
    public let hours: WeeklyHours

    public init(job: Identifier<Job>, from: CalendarDay, hours: WeeklyHours) {
        self.job = job
        self.from = from
        self.hours = hours
    }

    public static let act = Act.recordJob

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let job = try file.employment.job(self.job)
        try file.requireWork(from: job.started, inTimeOf: context)
        guard from <= context.today.adding(days: RecordJobStart.daysAhead) else {
            throw Refusal(
                "hours.far-ahead",
                "\(from.written) is more than \(RecordJobStart.daysAhead) days from now. Check the date, or record it nearer the day.",
                rule: "ours", field: "from")
        }
        guard job.isOpen(on: from) else {
            throw Refusal(
                "hours.outside",
                "The job was held \(job.daysWritten), and not on \(from.written). Choose a day within it.",
                field: "from")
        }
        guard job.hours(on: from) != hours else {
            throw Refusal(
                "hours.same",
                "The job is already recorded with \(hours.written) on \(from.written), so nothing was saved.",
                field: "hours")
        }
        return [.employment(.hoursChanged(job.id, from: from, hours))]
    }
}

extension Job {
    /// `from 5 March 2012 to 8 June 2012`, for a sentence.
    var daysWritten: String {
        "from \(started.written)" + (last.map { " to \($0.written)" } ?? " and goes on")
    }
}
