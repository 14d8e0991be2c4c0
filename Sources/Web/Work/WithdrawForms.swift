import Casework
import Kernel
import Office

/// Takes back a job that was recorded in error.
struct WithdrawJobForm: CaseForm {
    static let name = CaseFormName.withdrawJob
    static let title = "Withdraw a job recorded in error"
    static let button = "Withdraw this job"
    static let said = Said.withdrawn
    static let hasItem = true

    let job: Job

    static func load(_ form: CaseFormVisit) async throws -> Self { WithdrawJobForm(job: try form.job()) }

    func fields(in state: FormState) -> Fragment {
        withdrawing(job.written, "It and its proof stay in the record, and count for nothing.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawJob {
        WithdrawJob(job: job.id, why: try form.neededWords(label: "What was wrong?"))
    }
}

/// Takes back the end of a job that was recorded by mistake.
struct WithdrawEndForm: CaseForm {
    static let name = CaseFormName.withdrawEnd
    static let title = "Withdraw the end of a job"
    static let button = "Withdraw this end"
    static let said = Said.withdrawn
    static let hasItem = true

    let job: Job

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let job = try form.job()
        guard job.end != nil || form.isSent else {
            throw Refusal("job.going-on", "This job is recorded as still going on, so there is no end to withdraw.")
        }
        return WithdrawEndForm(job: job)
    }

    func fields(in state: FormState) -> Fragment {
        withdrawing(job.written, "The job then goes on; if it ended on another day, record that next.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawJobEnd {
        WithdrawJobEnd(job: job.id, why: try form.neededWords(label: "What was wrong?"))
    }
}

/// Takes back a proof that was recorded in error or found wanting.
struct WithdrawProofForm: CaseForm {
    static let name = CaseFormName.withdrawProof
    static let title = "Withdraw a proof"
    static let button = "Withdraw this proof"
    static let said = Said.withdrawn
    static let hasItem = true

    let proof: Proof
    let title: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Proof> = try form.item()
        guard let found = form.opened.seen.employment?.proofs.last(where: { $0.proof.id == id }),
            found.withdrawn == nil || form.isSent
        else {
            throw Refusal("proof.none", "There is no such proof to withdraw. Choose one from the customer's page.")
        }
        return WithdrawProofForm(
            proof: found.proof, title: form.programme()?.proof(found.proof.kind)?.title ?? found.proof.kind)
    }

    func fields(in state: FormState) -> Fragment {
        withdrawing(
            "\(title), from \(proof.from.written) to \(proof.until.written).",
            "It stays in the record, and shows nothing any more.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawProof {
        WithdrawProof(proof: proof.id, why: try form.neededWords(label: "What was wrong?"))
    }
}

private func withdrawing(_ what: String, _ follows: String, _ state: FormState) -> Fragment {
    Fragment {
        p { what }
        p { follows }
        TextArea("words", label: "What was wrong?", in: state)
    }
}
