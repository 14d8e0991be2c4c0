import Kernel

extension Telling {
    func told(_ fact: EmploymentFact) -> Told {
        switch fact {
        case .jobStarted(let start, let details):
            return Told(
                .done, "Job started\(employer(details))",
                "\(start.kind.title), \(start.hours.written)", opens ? details.value?.title : nil)
        case .hoursChanged(let job, _, let hours):
            return Told(.done, "Hours changed to \(hours.written)\(employer(job))")
        case .jobEnded(let job, _, let reason, let words):
            return Told(.done, "Job ended\(employer(job))", self.reason(reason, .jobEnd), said(words))
        case .endWithdrawn(let job, _, let words):
            return Told(.done, "End of a job withdrawn as a mistake\(employer(job))", said(words))
        case .jobWithdrawn(let job, _, let words):
            return Told(.done, "Job withdrawn as a mistake\(employer(job))", said(words))
        case .proofRecorded(let proof):
            return Told(
                .done, "Proof of work recorded: \(kind(proof.kind))",
                "Covers \(proof.from.written) to \(proof.until.written)", proof.earnings.map { "\($0) earned" })
        case .proofWithdrawn(let id, _, let words):
            let proof = file.employment.proofs.last { $0.proof.id == id }?.proof
            return Told(
                .done, "Proof of work withdrawn\(proof.map { ": \(kind($0.kind))" } ?? "")", said(words))
        }
    }

    private func employer(_ details: Sealed<JobDetails>) -> String {
        guard opens, let details = details.value else { return "" }
        return " at \(details.employer)"
    }

    private func employer(_ job: Identifier<Job>) -> String {
        employer(file.employment.jobs.last { $0.id == job }?.details ?? .shut)
    }

    private func kind(_ code: String) -> String {
        programmes.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.proof(code)?.title.lowercased() }.first ?? code
    }
}
