import Casework
import Kernel
import Office

/// Says what to do now, and records in one step that somebody may be in danger (K-019, G-079).
struct OpenUrgentForm: CaseForm {
    static let name = CaseFormName.openUrgent
    static let title = "Somebody may be in danger: what to do now"
    static let button = "Record that help is being got"
    static let said = Said.urgent

    let contacts: [UrgentContact]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        OpenUrgentForm(contacts: form.visit.office.tools.rules.urgent)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            UrgentContacts(contacts: contacts)
            h2 { "What to say" }
            ul {
                li { "Stay with them, or on the line. Listen, and do not hurry them." }
                li { "Ask plainly whether they think of ending their life. Asking does no harm." }
                li { "Say: I am glad that you told me. I will help you find somebody to talk to now." }
                li { "Ring one of these together. Do not promise to keep it secret." }
            }
            p { "Get help first. This takes one press, and the words can be left out." }
            TextArea(
                "words", label: "What you heard",
                hint:
                    "As near to their own words as you can. Whoever meets them reads it, and the safeguarding lead. Their own page says that help was got, and a copy of their record can have these words, unless the safeguarding lead keeps it from them.",
                rows: 3, optional: true, in: state)
            Checkbox(
                "hidden", label: "Keep this from their own page, as somebody else may read it there",
                hint: "Nor is it in a copy of their record then. The safeguarding lead can show it to them.", in: state)
        }
    }

    func read(_ form: FormReader) throws -> OpenUrgentPath {
        OpenUrgentPath(
            words: form.optionalText(
                "words", label: "What you heard", max: OpenUrgentPath.wordsAtMost, lines: true
            ).map { Words($0) }, hidden: form.ticked("hidden"))
    }
}

/// Records who took over, by which it closes.
struct HandOverUrgentForm: CaseForm {
    static let name = CaseFormName.handOverUrgent
    static let title = "Who took over"
    static let button = "Record who took over"
    static let said = Said.urgentHandedOver
    static let hasItem = true

    let path: Identifier<SafetyNotice>
    let contacts: [UrgentContact]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let path: Identifier<SafetyNotice> = try form.item()
        guard form.isSent || form.opened.seen.urgent.contains(where: { $0.id == path }) else {
            throw Refusal(
                "urgent.none", "This is not there, or somebody has taken over already. Look at the customer’s page.")
        }
        return HandOverUrgentForm(path: path, contacts: form.visit.office.tools.rules.urgent)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "It stays open until a person or a service that you can name has taken over." }
            TextField(
                "to", label: "Who has taken over?", hint: "The name of the person, and of the service", in: state)
            Radios("route", label: "How?", UrgentRoute.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            Disclosure("Nobody has yet? Whom to ring") { UrgentContacts(contacts: contacts) }
        }
    }

    func read(_ form: FormReader) throws -> HandOverUrgent {
        let to = form.text("to", label: "Who has taken over?", max: HandOverUrgent.nameAtMost)
        return HandOverUrgent(path: path, to: Words(to), route: form.choice("route", label: "How?"))
    }
}
