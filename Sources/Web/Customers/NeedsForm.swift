import Casework
import Kernel
import Office

/// Records what a customer needs to be spoken with and written to.
struct NeedsForm: CaseForm {
    static let name = CaseFormName.needs
    static let title = "How to talk with them and write to them"
    static let button = "Record what they need"
    static let said = Said.needs

    let needs: CommunicationNeeds?
    /// What they said would help at a first meeting, while nobody has recorded what they need.
    let offered: SaidToHelp?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let seen = form.opened.seen
        guard seen.sight.sees(.contact) else {
            throw Refusal(
                "needs.not-shared",
                "You do not see how to reach this person, so do not record this. Ask them whether they want to share it with you.",
                rule: "K-007")
        }
        let offered = seen.needs == nil ? SaidToHelp(seen, tools: form.visit.office.tools) : nil
        return NeedsForm(needs: seen.needs?.needs.value, offered: offered)
    }

    var initial: FormFields {
        FormFields(
            (needs.map { NeedsFields.initial($0) } ?? offered?.fields ?? [])
                + [("source", ChangeSource.customer.rawValue)])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Ask them. Whoever books a meeting is held to it, and letters are printed by it." }
            if let sentence = offered?.sentence { p(.class("hint")) { "\(sentence) Ask whether that is still so." } }
            NeedsFields.staff.fields(in: state)
            Radios(
                "source", label: "Whose word is it?", ChangeSource.allCases.map { Choice($0.rawValue, $0.title) },
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> StateNeeds {
        let source: ChangeSource = form.choice("source", label: "Whose word is it?")
        return StateNeeds(try NeedsFields.staff.read(form), source: source)
    }
}

/// What a customer needs, in one line at the head of their page, and the way to say it.
struct NeedsLine: Component {
    let page: CustomerPage

    var body: some HTML {
        let stated = page.seen.needs
        let mayState = page.offers.may(.needs) && page.sight.sees(.contact)
        if stated != nil || mayState {
            p {
                if let stated, let needs = stated.needs.value {
                    strong { needs.sentence }
                    " On the word of \(stated.source.title.inSentence), \(stated.event.recorded.day.written). "
                } else if let offered = SaidToHelp(page.seen, tools: page.tools) {
                    "\(offered.sentence) "
                }
                if mayState { Link(NeedsForm.title, to: SiteURL.form(.needs, page.seen.id).address) }
            }
        }
    }
}
