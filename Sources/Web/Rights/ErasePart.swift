import Casework
import Kernel
import Office

/// What goes and what stays when a person is erased, class by class, before it is done.
struct ErasePart: Component {
    /// The field in which classes are chosen.
    static let classes = "classes"
    static let question = "What goes?"

    let page: RequestPage
    let state: FormState

    /// `6 years`.
    private var kept: String { page.visit.office.tools.rules.retention.written(.evidence) }

    var body: some HTML {
        NoticeBox(.attention, title: "Nothing brings back what is erased") {
            ul {
                li {
                    "Gone at once: \(RetentionClass.identity.title); \(RetentionClass.support.title); \(RetentionClass.safety.title)."
                }
                li {
                    "Kept: \(RetentionClass.evidence.title), apart from the person's details, until \(kept) after the last entry. Papers and words kept with it, such as a photographed payslip, stay sealed until then and may show a name. Then they go too."
                }
                li { "Kept for good: that something was erased, and counts of each month that name nobody." }
            }
            p { "Tell the person both parts. An older backup does not bring anything back." }
        }
        PostForm(to: page.address, seal: page.visit.seal(seen: page.opened.seen.sequence), state: state) {
            Checkboxes(
                Self.classes, label: Self.question,
                hint: "All but the proof, unless they asked for less. What has been erased already cannot go again.",
                RetentionClass.allCases.map { retention in
                    Choice(
                        retention.rawValue, retention.title.capitalisedFirst,
                        hint: retention == .evidence ? "Not before \(kept) after the last entry" : nil)
                }, in: shown)
            Checkbox("sure", label: "The person has been told what goes and what stays", in: state)
            Buttons { SubmitButton("Erase this person", .grave, choice: ("do", "erase")) }
        }
    }

    /// At first, what may go at once and has not gone is ticked.
    private var shown: FormState {
        guard state.fields["do"] == nil else { return state }
        let gone = Set(page.opened.seen.erasures.flatMap(\.erasure.classes))
        let first = RetentionClass.allCases.filter { $0 != .evidence && !gone.contains($0) }
        return FormState(
            FormFields(first.map { (Self.classes, $0.rawValue) }), errors: state.errors, words: state.words)
    }
}

/// The proof of what was erased, and what the person is told of it.
struct ErasureProofs: Component {
    let proofs: [ErasureProof]
    let erasures: [Customer.Erased]
    /// The one the person read.
    let language: Language

    var body: some HTML {
        ForEach(proofs) { proof in
            Section("Erased on \(proof.at.day.written)", id: "proof-\(proof.digest.prefix(12))") {
                if let erasure = erasures.first(where: { $0.erasure.proof == proof.digest })?.erasure {
                    p { "Erased: \(erasure.classes.map(\.title).joined(separator: "; "))." }
                    h3 { "Tell the person" }
                    ToldOfErasure(
                        sentences: Erased.told(
                            of: erasure.classes, evidenceUntil: erasure.evidenceUntil, in: language),
                        language: language)
                }
                h3 { "The proof" }
                ErasureProofLines(proof: proof)
            }
        }
    }
}

/// What the person is told of an erasure, in the language they read.
struct ToldOfErasure: Component {
    let sentences: [String]
    let language: Language

    var body: some HTML {
        div(.lang(language.rawValue)) { ForEach(sentences) { sentence in p { sentence } } }
    }
}

/// One proof, a line each.
struct ErasureProofLines: Component {
    let proof: ErasureProof

    var body: some HTML {
        ForEach(Array(proof.sentences.dropFirst())) { sentence in p(.class("digits")) { sentence } }
    }
}
