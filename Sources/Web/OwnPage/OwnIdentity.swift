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
            if held != nil, let stamp = event(saying: details) {
                p(.class("hint")) { own.source(of: stamp, isOwnWord: false, isSupporters: false) }
            }
        }
    }

    /// What a detail stands by: the last correction of it in this record, or else the registration.
    private func event(saying details: Set<IdentityDetail>) -> EventStamp? {
        let names = Set(details.map(\.rawValue))
        let corrected = own.opened.events.last { event in
            guard event.subject == own.seen.id, case .customer(.corrected(_, let fields, _)) = event.fact else {
                return false
            }
            return !names.isDisjoint(with: fields)
        }
        return corrected.map { EventStamp($0) } ?? own.seen.registered
    }

    private var correction: String {
        SiteURL.Route.ask.filled([own.seen.id.description], query: [("kind", RightsKind.correction.rawValue)])
    }
}
