import Casework
import Kernel
import Office

/// Records something that shows a job was worked over some days.
struct ProofForm: CaseForm {
    static let name = CaseFormName.proof
    static let title = "Record proof of work"
    static let button = "Record this proof"
    static let said = Said.proof
    static let hasItem = true
    static let file: String? = PaperField.name

    let job: Job
    let kinds: [ProofKind]
    let initial: FormFields
    /// What may be kept with it.
    let photograph: PaperField

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let job = try form.job()
        let today = form.visit.today
        let proofs = form.opened.seen.employment?.standingProofs.filter { $0.proof.job == job.id } ?? []
        // The days that nothing shows yet are what is most likely to be proven next.
        let from = proofs.map(\.proof.until).max()?.adding(days: 1) ?? job.started
        let until = min(job.last ?? today, today)
        return ProofForm(
            job: job, kinds: accepted(form),
            initial: from <= until
                ? FormFields(["from": from.written, "until": until.written]) : FormFields(),
            photograph: PaperField(
                "A photograph or scan of it",
                hint:
                    "A JPEG, PNG or PDF of up to 10 MB. It is kept with the proof, and opened by whoever sees this work.",
                among: form.files))
    }

    /// The kinds the tariff accepts for this customer; every kind of the programme where it names none.
    private static func accepted(_ form: CaseFormVisit) -> [ProofKind] {
        guard let programme = form.programme(), let referral = form.opened.seen.referral else { return [] }
        let row = referral.attachment.flatMap { programme.tariff.row(group: referral.group, attached: $0.on) }
        let codes = row?.proof ?? []
        return codes.isEmpty ? programme.proofs : programme.proofs.filter { codes.contains($0.code) }
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { job.written }
            Radios(
                "kind", label: "What shows it?",
                kinds.map { Choice($0.code, $0.title, hint: "On the word of: \($0.word)") }, in: state)
            DayField("from", label: "First day it covers", .typed, in: state)
            DayField("until", label: "Last day it covers", .typed, in: state)
            if kinds.contains(where: { $0.shows.contains(.earnings) }) {
                MoneyField(
                    "earnings", label: "Earned over those days", hint: "Before deductions, where the proof shows it",
                    optional: true, in: state)
            }
            photograph.field(in: state)
        }
    }

    func documents(_ command: RecordProof) -> [AttachedDocument] {
        photograph.documents(.evidence)
    }

    func read(_ form: FormReader) throws -> RecordProof {
        let document = photograph.read(form)
        return RecordProof(
            job: job.id, kind: form.choice("kind", label: "What shows it?", of: kinds.map(\.code)),
            from: form.day("from", label: "First day it covers"),
            until: form.day("until", label: "Last day it covers"),
            earnings: form.optionalMoney("earnings", label: "Earned over those days"),
            document: document)
    }
}
