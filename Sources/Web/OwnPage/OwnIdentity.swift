import Casework
import Kernel
import Office

/// Who they are as it is held: the name, the birth date and the National Insurance number, each with its source and its
/// age, and the way to have it put right (G-246). Nothing to somebody who acts for them, who sees neither of the last two.
struct OwnIdentity: Component {
    let own: OwnVisit

    var body: some HTML {
        if let identity = own.seen.identity, let born = own.seen.born {
            Section(OwnTellWords.identityHeld(), id: "identity") {
                SummaryList {
                    row(OwnTellWords.ownName(), identity.name, [.given, .family])
                    row(OwnTellWords.ownBorn(), born.said, [.born])
                    row(OwnTellWords.ownNumber(), identity.nationalInsurance?.spaced, [.number])
                }
                if own.may(.askRight) { p { Link(OwnTellWords.putRight(), to: correction) } }
            }
        }
    }

    private func row(_ name: String, _ held: String?, _ details: Set<IdentityDetail>) -> some HTML {
        SummaryRow(name) {
            held ?? OwnTellWords.none()
            if held != nil, let stamp = own.opened.event(saying: details) {
                p(.class("hint")) { own.source(of: stamp, isOwnWord: false, isSupporters: false) }
            }
        }
    }

    private var correction: String {
        SiteURL.Route.ask.filled([own.seen.id.description], query: [("kind", RightsKind.correction.rawValue)])
    }
}
