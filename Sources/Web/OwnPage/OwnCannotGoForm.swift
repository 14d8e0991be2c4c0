import Casework
import Kernel
import Office

/// Says that they cannot go to a talk, and why where they want to.
struct OwnCannotGoForm: OwnForm {
    static let name = OwnFormName.cannotGo
    static var title: String { OwnJoiningWords.cannotGoTitle() }
    static var button: String { OwnJoiningWords.cannotGoButton() }
    static let said = Said.meCannotGo
    static let hasItem = true

    let place: SessionInvitation
    let host: String

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<SessionInvitation>(item ?? "")
        guard let place = own.seen.joining?.invitations.first(where: { $0.id == id }), place.isOpen,
            place.terms.starts > own.now
        else { throw Refusal("session.begun", RuleWords.talkOver()) }
        return OwnCannotGoForm(place: place, host: own.names.organisation(place.terms.host))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                OwnJoiningWords.session(
                    host, place.day, WrittenMoment.clock(place.terms.starts), OwnJoiningWords.format(place.terms.format)
                )
            }
            TextArea(
                "words", label: OwnJoiningWords.words(), hint: OwnJoiningWords.cannotGoHint(host), rows: 3,
                optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> SayCannotGo {
        SayCannotGo(invitation: place.id, words: try form.words(label: OwnJoiningWords.words()))
    }
}
