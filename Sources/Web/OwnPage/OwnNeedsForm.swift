import Casework
import Kernel
import Office

/// Says what they need to be spoken with and written to.
struct OwnNeedsForm: OwnForm {
    static let name = OwnFormName.needs
    static var title: String { NeedsWords.title() }
    static var button: String { NeedsWords.button() }
    static let said = Said.meNeeds
    static let back = SiteURL.meTell

    let needs: CommunicationNeeds?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        guard own.seen.sight.sees(.contact) else {
            throw Refusal("own-tell.not-found", OwnPageWords.notShown())
        }
        return OwnNeedsForm(needs: own.seen.needs?.needs.value)
    }

    var initial: FormFields { FormFields(NeedsFields.initial(needs)) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { NeedsWords.lead() }
            NeedsFields.own.fields(in: state)
        }
    }

    func read(_ form: FormReader) throws -> StateNeeds { StateNeeds(try NeedsFields.own.read(form)) }
}

/// What is on record of how to talk with them and write to them, with whose word it is.
struct OwnNeedsSection: Component {
    let own: OwnVisit

    var body: some HTML {
        Section(NeedsWords.title(), id: "needs") {
            if let stated = own.seen.needs, let needs = stated.needs.value {
                p { NeedsWords.said(needs) }
                p(.class("hint")) {
                    own.source(
                        of: stated.event, isOwnWord: stated.source == .customer,
                        isSupporters: stated.source == .supporter)
                }
            } else {
                p { NeedsWords.notSaid() }
            }
            if own.may(.stateNeeds) { p { Link(NeedsWords.say(), to: SiteURL.meForm(.needs).address) } }
        }
    }
}
