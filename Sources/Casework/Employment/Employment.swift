public import Kernel

/// A person's jobs, and what shows that they were worked.
public struct Employment: Sendable, Equatable {
    /// In the order in which they were recorded, those recorded in error included.
    public private(set) var jobs: [Job] = []
    /// In the order in which they were recorded, those withdrawn included.
    public private(set) var proofs: [RecordedProof] = []

    public init() {}

    public mutating func apply(_ fact: EmploymentFact, _ stamp: EventStamp) {
        switch fact {
        case .jobStarted(let start, let details):
            jobs.append(
                Job(
                    id: start.job, recorded: stamp, started: start.started, kind: start.kind, details: details,
                    hours: start.hours))
        case .hoursChanged(let id, let day, let hours): change(id) { $0.change(hours: hours, from: day, stamp) }
        case .jobEnded(let id, let last, let reason, let words):
            change(id) { $0.ends(Job.End(event: stamp, last: last, reason: reason, words: words)) }
        case .endWithdrawn(let id, _, _): change(id) { $0.ends(nil) }
        case .jobWithdrawn(let id, _, _): change(id) { $0.withdrawn = stamp }
        case .proofRecorded(let proof): proofs.append(RecordedProof(event: stamp, proof: proof))
        case .proofWithdrawn(let id, _, _):
            if let found = proofs.lastIndex(where: { $0.proof.id == id }) { proofs[found].withdrawn = stamp }
        }
    }

    mutating func keep(_ kept: Set<Identifier<Job>>) {
        jobs.removeAll { !kept.contains($0.id) }
        proofs.removeAll { !kept.contains($0.proof.job) }
    }

    private mutating func change(_ id: Identifier<Job>, _ body: (inout Job) -> Void) {
        if let found = jobs.lastIndex(where: { $0.id == id }) { body(&jobs[found]) }
    }

    /// The jobs that were not recorded in error.
    public var heldJobs: [Job] { jobs.filter { $0.withdrawn == nil } }

    /// The proofs that stand: not withdrawn, and of a job that was not recorded in error.
    public var standingProofs: [RecordedProof] {
        proofs.filter { recorded in
            recorded.withdrawn == nil && jobs.contains { $0.id == recorded.proof.job && $0.withdrawn == nil }
        }
    }

    /// - Refuses: when there is no such job, or it was recorded in error.
    public func job(_ id: Identifier<Job>) throws(Refusal) -> Job {
        guard let job = jobs.last(where: { $0.id == id }) else {
            throw Refusal(
                "job.none", "There is no such job on this record. Choose one from the customer's jobs.", field: "job")
        }
        guard job.withdrawn == nil else {
            throw Refusal(
                "job.withdrawn",
                "This job was withdrawn as recorded in error. Record it again if it was right after all.", field: "job")
        }
        return job
    }
}
