public import Kernel

/// Records something that shows a job was worked over some days, by its kind and so on somebody's word (C12).
///
/// A second proof of the same days is taken only when it shows something the first does not, as a payslip shows earnings
/// that an employer's letter leaves out; earnings are never taken twice.
/// - Refuses: a kind the programme does not accept, days that are not over or lie outside the job, days already proven,
///   and no earnings where the tariff pays by earnings and the kind shows them.
public struct RecordProof: CaseCommand {
    public let job: Identifier<Job>
    public let kind: String
    public let from: CalendarDay
    /// The last day it covers.
    public let until: CalendarDay
    public let earnings: Money?
    /// SHA-256 of the document, in hexadecimal.
    public let document: String?

    public init(
        job: Identifier<Job>, kind: String, from: CalendarDay, until: CalendarDay, earnings: Money? = nil,
        document: String? = nil
    ) {
        self.job = job
        self.kind = kind
        self.from = from
        self.until = until
        self.earnings = earnings
        self.document = document
    }

    public static let act = Act.recordProof

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let job = try file.employment.job(self.job)
        let referral = try file.currentReferral()
        let programme = try context.programme(referral.programme)
        let row = referral.attachment.flatMap { programme.tariff.row(group: referral.group, attached: $0.on) }
        let kind = try accepted(in: programme, row)
        try requireDays(of: job, today: context.today)
        try requireEarnings(kind, row)
        if let document, !document.isDigest {
            throw Refusal(
                "proof.document", "The document's reference is damaged. Add the document again.", field: "document")
        }
        for earlier in file.employment.proofs where earlier.withdrawn == nil && earlier.proof.job == job.id {
            try requireNew(kind, against: earlier, in: programme)
        }
        let proof = Proof(
            id: Identifier(context.command), job: job.id, kind: kind.code, from: from, until: until, earnings: earnings,
            document: document)
        return [.employment(.proofRecorded(proof))]
    }

    private func accepted(in programme: Programme, _ row: TariffRow?) throws(Refusal) -> ProofKind {
        let codes = row.map(\.proof).flatMap { $0.isEmpty ? nil : $0 } ?? programme.proofs.map(\.code)
        guard codes.contains(kind), let found = programme.proof(kind) else {
            let titles = codes.compactMap { programme.proof($0)?.title }.joined(separator: "; ")
            throw Refusal(
                "proof.kind", "“\(kind.prefix(40))” is not a proof this programme accepts. Choose one of: \(titles).",
                field: "kind")
        }
        return found
    }

    private func requireDays(of job: Job, today: CalendarDay) throws(Refusal) {
        guard from <= until else {
            throw Refusal(
                "proof.ends-first",
                "The last day, \(until.written), is before the first, \(from.written). Change one of them.",
                field: "until")
        }
        guard until <= today else {
            throw Refusal(
                "proof.ahead",
                "Work on \(until.written) cannot be proven before that day is over. Prove the days up to today.",
                field: "until")
        }
        guard from >= job.started, job.last.map({ until <= $0 }) ?? true else {
            throw Refusal(
                "proof.outside",
                "The job was held \(job.daysWritten). Prove days within it, or put the job's dates right first.",
                field: from < job.started ? "from" : "until")
        }
    }

    private func requireEarnings(_ kind: ProofKind, _ row: TariffRow?) throws(Refusal) {
        if let earnings {
            guard earnings >= .zero else {
                throw Refusal(
                    "proof.earnings-negative", "Earnings cannot be less than nothing. Check the amount.",
                    field: "earnings")
            }
            guard kind.shows.contains(.earnings) else {
                throw Refusal(
                    "proof.earnings-unshown",
                    "This kind of proof does not show earnings. Leave the amount empty, or choose the kind that does.",
                    field: "earnings")
            }
        } else if kind.shows.contains(.earnings), case .earnings? = row?.outcome {
            throw Refusal(
                "proof.earnings-missing",
                "This programme pays by what was earned. Enter the amount the proof shows for these days, before deductions.",
                field: "earnings")
        }
    }

    private func requireNew(_ kind: ProofKind, against earlier: RecordedProof, in programme: Programme) throws(Refusal)
    {
        let (first, last) = (max(from, earlier.proof.from), min(until, earlier.proof.until))
        guard first <= last else { return }
        let shown = programme.proof(earlier.proof.kind)?.shows ?? []
        let same = earlier.proof.kind == kind.code || kind.shows.isSubset(of: shown)
        guard same || (earnings != nil && earlier.proof.earnings != nil) else { return }
        let title = programme.proof(earlier.proof.kind)?.title ?? earlier.proof.kind
        throw Refusal(
            "proof.twice",
            "The week from \(first.written) to \(last.written) already has proof for this job: “\(title)”, recorded on \(earlier.event.recorded.day.written). Prove other days, or withdraw that one if it is wrong.",
            field: "from")
    }
}
