import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

/// The prime provider takes a referral on.
struct AcknowledgeForm: CaseForm {
    static let name = CaseFormName.acknowledge
    static let title = "Acknowledge this referral"
    static let button = "Acknowledge this referral"
    static let said = Said.acknowledged

    let referral: Referral

    static func load(_ form: CaseFormVisit) async throws -> Self {
        AcknowledgeForm(referral: try form.referral())
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Referred on \(referral.on.written), group \(referral.group); \(referral.basisNow.plain). "
                "Acknowledging says that you take this customer on. Assigning an adviser comes next."
            }
        }
    }

    func read(_ form: FormReader) throws -> AcknowledgeReferral { AcknowledgeReferral() }
}

extension CaseFormVisit {
    /// Whether the form is being sent. A form sent twice finds its work done already, and gets the first answer again.
    var isSent: Bool { visit.request.method == .post }

    /// - Refuses: when the customer is on no programme.
    func referral() throws(Refusal) -> Referral {
        guard let referral = opened.seen.referral ?? (isSent ? opened.seen.referrals.last : nil) else {
            throw Refusal("referral.none", "This customer has not been referred to a programme. Refer them first.")
        }
        return referral
    }

    /// The reasons of a list of the programme the customer is on; of every programme, where they are on none.
    func reasons(_ list: ReasonList) -> [Choice] {
        let programmes = programme().map { [$0] } ?? visit.office.programmes.values.sorted { $0.id < $1.id }
        var seen = Set<String>()
        return programmes.flatMap { $0.reasons[list] ?? [] }.filter { seen.insert($0.code).inserted }.map {
            Choice($0.code, $0.text, hint: $0.needsNote ? "Say more below" : nil)
        }
    }
}

extension FormReader {
    /// Words in the field `words`; nil when nothing was typed.
    func words(label: String) throws -> Words? {
        try Words(typed: optionalText("words", label: label, max: 4000, lines: true), field: "words")
    }

    /// Words that have to be given, in the field `words`.
    func neededWords(label: String) throws -> Words {
        try need(Words(typed: text("words", label: label, max: 4000, lines: true), field: "words"))
    }
}
