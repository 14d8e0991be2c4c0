import Casework
import Kernel
import Office

/// Says that whoever has somebody keeps them, after another organisation could not take them on.
struct KeepForm: CaseForm {
    static let name = CaseFormName.keep
    static let title = "Keep them"
    static let button = "Keep them"
    static let said = Said.kept

    let organisation: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let referral = try form.referral()
        // For a form that is sent twice, the last one.
        let isAgain = form.isSent || form.opened.seen.id == SpecimenCase.id
        guard let hop = referral.refusedHop ?? (isAgain ? referral.chain.hops.last : nil) else {
            throw Refusal(
                "chain.not-refused", "No refusal waits for an answer here. Open the record to see who has them.")
        }
        return KeepForm(organisation: form.opened.names.organisation(hop.to))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(organisation) could not take them on. They stay with whoever has them, who looks for nobody else." }
        }
    }

    func read(_ form: FormReader) throws -> KeepThem { KeepThem() }
}
