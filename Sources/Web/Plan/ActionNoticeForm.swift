import Casework
import Kernel
import Office
import Records

/// Serves the dated notice of an action that is set as required. Its exact text is shown before it goes, and kept as it
/// went.
struct ActionNoticeForm: PlanForm {
    static let name = CaseFormName.planNotice
    static let title = "Serve the notice of a required action"
    static let button = "Serve this notice"
    static let said = Said.planNoticed
    static let checks = true
    static let hasItem = true

    let held: PlanAction
    let draft: ActionNoticeText
    let address: [String]
    /// What the customer reads.
    let language: Language
    /// How they would have it printed.
    let wish: PrintWish
    let today: CalendarDay
    let nation: Nation

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let held = try form.planAction()
        let seen = form.opened.seen
        let head = try await form.visit.letterHead(to: seen, about: seen.referral?.programme ?? "")
        return ActionNoticeForm(
            held: held,
            draft: ActionNoticeText(
                head, action: held.text.value?.text ?? "", due: held.terms.due ?? form.visit.today,
                whyRequired: held.whyRequired.value?.text),
            address: seen.identity?.address?.addressLines ?? [], language: seen.language ?? .english,
            wish: PrintWish(seen, tools: form.visit.office.tools), today: form.visit.today,
            nation: seen.referral?.nation ?? .england)
    }

    var initial: FormFields { FormFields(["route": NoticeRoute.post.rawValue]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            p { "The action is required from the day its notice is served. Until then it is a choice." }
            Radios(
                "route", label: "How does it go?",
                GiveActionNotice.routes.map { Choice($0.rawValue, $0.title, hint: "Served \(served($0)).") }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> GiveActionNotice {
        let chosen = form.choice("route", label: "How does it go?", of: GiveActionNotice.routes.map(\.rawValue))
        let route = NoticeRoute(rawValue: chosen) ?? .post
        let command = GiveActionNotice(action: held.id, route: route, digest: Documents.digest(of: bytes(route)))
        form.requireSame(letter: command.digest)
        return command
    }

    func answers(_ command: GiveActionNotice) -> [(String, String)] {
        [
            ("Action", held.text.value?.text ?? ""), ("How it goes", command.route.title),
            ("Served", served(command.route)),
        ]
    }

    func preview(_ command: GiveActionNotice) -> Fragment? {
        Fragment {
            h2 { "The notice, word for word" }
            PrintedLetter(text: text(command.route), language: language, wish: wish)
            if language != .english {
                Disclosure("The same in English") { pre(.class("letter")) { notice(command.route).text } }
            }
            SameLetter(digest: command.digest)
        }
    }

    func documents(_ command: GiveActionNotice) -> [AttachedDocument] {
        // It holds the words of the action and goes with them, and with the name it begins with; its digest stays.
        [AttachedDocument(bytes(command.route), .support)]
    }

    private func served(_ route: NoticeRoute) -> String {
        WrittenDay.short(GiveNotice.served(route, sent: today, nation: nation))
    }

    /// Only a posted notice has the customer's address on it.
    private func notice(_ route: NoticeRoute) -> ActionNoticeText {
        var notice = draft
        if route == .post { notice.customerAddress = address }
        return notice
    }

    private func text(_ route: NoticeRoute) -> String {
        let notice = notice(route)
        return language.write { notice.text }
    }

    private func bytes(_ route: NoticeRoute) -> [UInt8] { Array(text(route).utf8) }
}
