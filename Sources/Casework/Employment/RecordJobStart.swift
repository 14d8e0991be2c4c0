public import Kernel

/// Records that the customer started a job (C10: offer to started), and tells everybody else whom work concerns (C14). The
/// employer's name is kept sealed.
///
/// A job may have begun before attachment: somebody who finds work between referral and attachment is attached all the
/// same, and weeks count from the attachment on.
/// - Refuses: a start over 31 days ahead, a start before the person was born, work begun
///   after the time a former provider had them, and a job that is already on the record.
public struct RecordJobStart: CaseCommand {
    public let started: CalendarDay
    public let kind: JobKind
    public let hours: WeeklyHours
    public let details: JobDetails

    public init(started: CalendarDay, kind: JobKind, hours: WeeklyHours, details: JobDetails) {
        self.started = started
        self.kind = kind
        self.hours = hours
        self.details = details
    }

    public static let act = Act.recordJob
    /// How far ahead an agreed start may be recorded (ours).
    public static let daysAhead = 31

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        try file.requireWork(from: started, inTimeOf: context)
        guard started <= context.today.adding(days: Self.daysAhead) else {
            throw Refusal(
                "job.far-ahead",
                "The job starts on \(started.written), more than \(Self.daysAhead) days from now. Check the date, or record it nearer the day.",
                rule: "ours", field: "started")
        }
        if let born = customer.identity.value?.born, started <= born {
            throw Refusal(
                "job.before-birth",
                "The job starts on \(started.written), before the customer was born. Check the year.",
                field: "started")
        }
        if let same = file.employment.heldJobs.first(where: isSame) {
            throw Refusal(
                "job.twice",
                "This job, from \(started.written), is already on the record; it was recorded on \(same.recorded.recorded.day.written). Change that one instead.",
                field: "employer")
        }
        let start = EmploymentFact.JobStart(
            job: Identifier(context.command), started: started, kind: kind, hours: hours)
        return [.employment(.jobStarted(start, .open(details)))] + file.news(.started, from: started, in: context)
    }

    private func isSame(_ job: Job) -> Bool {
        guard job.started == started, let known = job.details.value else { return false }
        return known.employer.lowercased() == details.employer.lowercased()
    }
}
