import Casework
import Kernel
import Office
import Records

/// Sends the dated notice of an appointment. Its exact text is shown before it goes, and kept as it went.
struct NoticeForm: CaseForm {
    static let name = CaseFormName.notice
    static let title = "Send a notice"
    static let button = "Send this notice"
    static let said = Said.noticed
    static let checks = true
    static let hasItem = true

    let appointment: Appointment
    let letter: NoticeLetter
    let today: CalendarDay
    let nation: Nation
    let canBeRequired: Bool
    let email: EmailOffer

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let appointment = try form.appointment()
        let referral = form.opened.seen.referral
        return NoticeForm(
            appointment: appointment, letter: try await NoticeLetter.load(form, appointment), today: form.visit.today,
            nation: referral?.nation ?? .england,
            canBeRequired: form.opened.seen.isRequiredNow(on: form.visit.today, in: form.programme()),
            email: EmailOffer(form))
    }

    /// What a person can do themselves, and e-mail where it can reach the customer: a notice that was not sent must not
    /// count as served.
    var routes: [NoticeRoute] {
        if case .to = email { [.post, .email, .byHand] } else { [.post, .byHand] }
    }

    var initial: FormFields { FormFields(["route": "post", "says": canBeRequired ? "required" : "invitation"]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            Radios(
                "route", label: "How does it go?",
                routes.map { route in
                    let served = GiveNotice.served(route, sent: today, nation: nation)
                    return Choice(
                        route.rawValue, route.title,
                        hint: (route == .email ? email.address.map { "To \($0). " } ?? "" : "")
                            + "Served \(WrittenDay.short(served)).")
                }, in: state)
            email
            if canBeRequired {
                Radios(
                    "says", label: "What does it say?",
                    [
                        Choice("required", "That they are required to come"),
                        Choice("invitation", "That they are invited", hint: "Nothing follows if they do not come."),
                    ], in: state)
            } else {
                p { "They take part by choice, so this is an invitation." }
                input(.type(.hidden), .name("says"), .value("invitation"))
            }
        }
    }

    func read(_ form: FormReader) throws -> GiveNotice {
        let chosen = form.choice("route", label: "How does it go?", of: routes.map(\.rawValue))
        let route = NoticeRoute(rawValue: chosen) ?? .post
        let says = form.choice("says", label: "What does it say?", of: ["required", "invitation"])
        let command = GiveNotice(
            appointment: appointment.id, route: route, mandatory: says == "required",
            digest: Documents.digest(of: letter.bytes(route, mandatory: says == "required")))
        form.requireSame(letter: command.digest)
        return command
    }

    func answers(_ command: GiveNotice) -> [(String, String)] {
        [
            ("Appointment", appointment.line),
            (
                "How it goes",
                command.route == .email ? "By e-mail to \(email.address ?? "")" : command.route.title
            ),
            ("Served", WrittenDay.short(GiveNotice.served(command.route, sent: today, nation: nation))),
            ("What it says", command.mandatory ? "They are required to come" : "They are invited"),
        ]
    }

    func preview(_ command: GiveNotice) -> Fragment? {
        let text = letter.text(command.route, mandatory: command.mandatory)
        return Fragment {
            h2 { "The notice, word for word" }
            if command.route == .email {
                LetterText(text: text, language: letter.language)
            } else {
                PrintedLetter(text: text, language: letter.language, wish: letter.wish)
            }
            if letter.language != .english {
                Disclosure("The same in English") {
                    pre(.class("letter")) { letter.english(command.route, mandatory: command.mandatory) }
                }
            }
            SameLetter(digest: command.digest)
        }
    }

    func said(_ performed: Performed) -> Said {
        let isByEmail = performed.events.contains {
            if case .appointment(.noticeGiven(_, let notice)) = $0.fact { notice.route == .email } else { false }
        }
        return isByEmail ? .posted : .noticed
    }

    func documents(_ command: GiveNotice) -> [AttachedDocument] {
        // A letter begins with a name and an address and goes with them; its digest stays on record.
        [AttachedDocument(letter.bytes(command.route, mandatory: command.mandatory), .identity)]
    }
}
