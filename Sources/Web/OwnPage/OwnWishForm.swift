import Casework
import Kernel
import Office

/// Says whom they would rather see.
struct OwnWishForm: OwnForm {
    static let name = OwnFormName.wish
    static var title: String { OwnMeetingWords.formTitle() }
    static var button: String { OwnMeetingWords.button() }
    static let said = Said.meWished
    static let back = SiteURL.mePeople

    static func load(_ own: OwnVisit, item: String?) async throws -> Self { OwnWishForm() }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "wish", label: OwnMeetingWords.label(), hint: OwnMeetingWords.hint(),
                AdviserWish.allCases.map { Choice($0.rawValue, OwnMeetingWords.wish($0)) }, in: state)
        }
    }
    func read(_ form: FormReader) throws -> WishForAdviser {
        WishForAdviser(form.choice("wish", label: OwnMeetingWords.label()))
    }
}

/// How they are met, and whom they would rather see, on the page of those who help them.
struct OwnMeetingSection: Component {
    let own: OwnVisit

    var body: some HTML {
        let notices = own.seen.safety?.holding(on: own.today) ?? []
        let wish = own.seen.safety?.wish?.value
        if !notices.isEmpty || own.may(.wishForAdviser) {
            Section(OwnMeetingWords.title(), id: "meeting") {
                ForEach(notices, content: notice)
                if !notices.isEmpty { p { OwnMeetingWords.wrong() } }
                if let wish, wish != .either { p { wish == .woman ? OwnMeetingWords.woman() : OwnMeetingWords.man() } }
                if own.may(.wishForAdviser) {
                    Buttons { LinkButton(OwnMeetingWords.say(), to: SiteURL.meForm(.wish).address) }
                }
            }
        }
    }

    private func notice(_ notice: SafetyNotice) -> Fragment {
        Fragment {
            p { OwnMeetingWords.lead() }
            ul { ForEach(notice.terms.value?.asks ?? []) { ask in li { OwnMeetingWords.ask(ask) } } }
            if let words = notice.terms.value?.words { blockquote { words.text } }
            p { OwnMeetingWords.until(notice.review) }
        }
    }
}
