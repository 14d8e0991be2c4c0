import Casework
import Kernel
import Office

extension OwnVisit {
    /// The ways to reach the customer that they can say are right still, with when that was last sure.
    fileprivate var sure: [(kind: ChangeKind, on: CalendarDay)] {
        ChangeKind.contacts.compactMap { kind in
            seen.circumstances?.lastSure(of: kind, on: today).map { (kind: kind, on: $0.recorded.day) }
        }
    }
}

/// One press that says how we reach them is still right; nothing where it was said today, or there is nothing to say it of.
struct OwnStillRight: Component {
    let own: OwnVisit

    var body: some HTML {
        if own.may(.reportChange), own.sure.contains(where: { $0.on < own.today }) {
            PostForm(
                to: SiteURL.meForm(.stillRight).address, seal: own.visit.seal(seen: own.seen.sequence)
            ) {
                Buttons { SubmitButton(OwnTellWords.stillRight(), .secondary) }
            }
        }
    }
}

/// Says that how we reach them is still right.
struct OwnStillRightForm: OwnForm {
    static let name = OwnFormName.stillRight
    static var title: String { OwnTellWords.stillRight() }
    static var button: String { OwnTellWords.stillRight() }
    static let said = Said.meStillRight
    static let back = SiteURL.meTell

    let held: [(name: String, words: String)]

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let held = own.sure.compactMap { one in
            own.seen.identity?.contact(one.kind).map { (name: OwnTellWords.name(one.kind), words: $0) }
        }
        guard !held.isEmpty else { throw Refusal("contact.none-sure", RuleWords.changeGone()) }
        return OwnStillRightForm(held: held)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            ul { ForEach(held) { one in li { "\(one.name): \(one.words)" } } }
        }
    }

    func read(_ form: FormReader) throws -> ConfirmContacts { ConfirmContacts() }
}
