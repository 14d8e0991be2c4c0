import Casework
import Kernel
import Office
import Records

/// Withdraws what was recorded of one place by mistake, where the host of the session reads no more than a name.
struct SessionMistake: Component {
    /// What it sends, where the other buttons of a place send whether somebody came.
    static let choice = "mistake"

    let place: SessionPlaceRow
    let visit: Visit
    let session: Identifier<InformationSession>
    /// What was typed of this place, and what is wrong with it.
    let state: FormState

    /// Where it is said what was wrong: each place on the page has one.
    static func field(_ place: SessionPlaceRow) -> String { "why-\(place.invitation)" }

    var body: some HTML {
        Disclosure("Put it right for \(place.name ?? "this person")", open: !state.errors.isEmpty) {
            PostForm(to: SiteURL.session(session).address, seal: visit.seal(keeping: state.fields), state: state) {
                p {
                    "Once that is withdrawn, you can record whether they came anew. The mistake and its correction are "
                    "both kept."
                }
                input(.type(.hidden), .name("invitation"), .value(place.invitation.description))
                input(.type(.hidden), .name("came"), .value(Self.choice))
                TextField(Self.field(place), label: "What was wrong?", in: state)
                Buttons { SubmitButton("Withdraw this record", .secondary) }
            }
        }
    }
}
