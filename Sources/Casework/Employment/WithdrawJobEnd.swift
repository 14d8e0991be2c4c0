public import Kernel

/// Takes back the end of a job that was recorded by mistake: the job goes on, or its right end is recorded next.
/// - Refuses: a job that has not ended.
public struct WithdrawJobEnd: CaseCommand {
    public let job: Identifier<Job>
    public let why: Words

    public init(job: Identifier<Job>, why: Words) {
        self.job = job
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.work]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let job = try file.employment.job(self.job)
        guard let end = job.end else {
            throw Refusal("job.going-on", "This job is recorded as still going on, so there is no end to withdraw.")
        }
        return [.employment(.endWithdrawn(job.id, end.event.id, .open(why)))]
            + file.takingBack(.ended, toldWith: end.event, why, in: context)
    }
}
