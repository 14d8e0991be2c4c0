public import Kernel

/// Takes back a job that was recorded in error, with what was told of it. It and its proof stay in the record and count for
/// nothing.
/// - Refuses: a job that is not there or was withdrawn already.
public struct WithdrawJob: CaseCommand {
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
        return [.employment(.jobWithdrawn(job.id, job.recorded.id, .open(why)))]
            + file.takingBack(.started, toldWith: job.recorded, why, in: context)
            + (job.end.map { file.takingBack(.ended, toldWith: $0.event, why, in: context) } ?? [])
    }
}
