import Casework
import Kernel
import Office
import Records

/// Withdraws what was recorded of one place by mistake, where the host of the session reads no more than a name.
struct SessionMistake: Component {
    let place: SessionPlaceRow
    let visit: Visit
    let session: Identifier<InformationSession>

    var body: some HTML {
        Disclosure("Put it right for \(place.name ?? "this person")") {
            PostForm(to: SiteURL.session(session).address, seal: visit.seal()) {
                input(.type(.hidden), .name("invitation"), .value(place.invitation.description))
                input(.type(.hidden), .name("came"), .value("mistake"))
                TextField("why-\(place.invitation)", label: "What was wrong?", in: FormState())
                Buttons { SubmitButton("Withdraw this record", .secondary) }
            }
        }
    }
}
