import Casework
import Kernel
import Office

extension CaseForms {
    /// Who comes to a customer's own page.
    static let ownPage: [any CaseForm.Type] = [
        LetInForm.self, ShutOutForm.self, NameSupporterForm.self, SupporterCodeForm.self, EndSupporterForm.self,
        KeepTimeForm.self,
    ]
}

/// The way in that a command made, to be shown once it is done.
private func made(_ performed: Performed) -> SiteURL {
    guard let last = performed.file.access.invitations.last, last.route == .paper else {
        return .customer(performed.file.id)
    }
    return .code(performed.file.id, last.id)
}

/// Lets a customer in to their own page.
struct LetInForm: CaseForm {
    static let name = CaseFormName.letIn
    static let title = "Let them in to their own page"
    static let button = "Let them in"
    static let said = Said.letIn

    /// Where a link would go; nil when they agreed to no e-mail.
    let email: String?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let seen = form.opened.seen
        let canSend = form.visit.site.courier != nil
        return LetInForm(email: canSend && seen.emailAgreed != nil ? seen.identity?.email : nil)
    }

    var initial: FormFields { FormFields(["route": email == nil ? "paper" : "email"]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They see their appointments and plan there, who helps them, what is shared and who looked. They can confirm, ask to move, add to the plan, object, ask and complain."
            }
            Radios(
                "route", label: "How do they get in?",
                (email.map { [Choice("email", "A link by e-mail", hint: "To \($0). It works once, for 7 days.")] } ?? [])
                    + [
                        Choice(
                            "paper", "A code, to print or read out",
                            hint: "Ten letters and numbers. It works once, for 7 days.")
                    ], in: state)
            if email == nil { p(.class("hint")) { "They have not agreed to e-mail, so no link can go." } }
        }
    }

    func read(_ form: FormReader) throws -> InviteCustomer {
        InviteCustomer(route: form.choice("route", label: "How do they get in?"))
    }

    func then(_ performed: Performed) -> SiteURL { made(performed) }
    func said(_ performed: Performed) -> Said {
        performed.file.access.invitations.last?.route == .email ? .letIn : .supporterNamed
    }
}

/// Closes a customer's own page.
struct ShutOutForm: CaseForm {
    static let name = CaseFormName.shutOut
    static let title = "Close their own page"
    static let button = "Close it now"
    static let said = Said.shutOut

    static func load(_ form: CaseFormVisit) async throws -> Self { ShutOutForm() }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Use this when a phone is lost, or when somebody else reads what is theirs. Every code and link stops, and whoever is signed in is signed out, supporters too. You can let them in again at any time."
            }
        }
    }
    func read(_ form: FormReader) throws -> CloseAccess { CloseAccess() }
}

/// What a supporter may do and until when, as both the customer and staff fill it in.
struct SupporterFields: Sendable {
    let today: CalendarDay
    let words: SupporterFormWords
    /// The supporter who is named again, from whose earlier naming all but the last day is filled in; nil for a new one.
    let again: Supporter?

    var last: CalendarDay { today.adding(months: AccessLimits.supporterMonths) }
    var initial: [(String, String)] {
        let usual = today.adding(months: 3)
        let until = [
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ]
        guard let again else { return until }
        let who = again.details.value.map { [("name", $0.name), ("relationship", $0.relationship)] } ?? []
        return who + again.terms.rights.map { ("may", $0.rawValue) } + until
    }

    @HTMLBuilder func fields(in state: FormState) -> some HTML {
        TextField("name", label: words.name, in: state)
        TextField("relationship", label: words.relationship, hint: words.relationshipHint, optional: true, in: state)
        Checkboxes(
            "may", label: words.may, hint: words.mayHint,
            SupporterRight.allCases.map { Choice($0.rawValue, words.right($0)) }, in: state)
        DayField("until", label: words.until, hint: words.untilHint(last), in: state)
    }

    func read(_ form: FormReader) -> (SupporterDetails, SupporterTerms) {
        let rights = form.choices("may", label: words.may, of: SupporterRight.allCases.map(\.rawValue), atLeast: 1)
        return (
            SupporterDetails(
                name: form.text("name", label: words.name, max: 100),
                relationship: form.optionalText("relationship", label: words.relationship, max: 100) ?? ""),
            SupporterTerms(
                rights: rights.compactMap(SupporterRight.init(rawValue:)),
                until: form.day("until", label: words.until, in: today...last))
        )
    }
}

extension SiteURL {
    /// The form that names a supporter again, with what was chosen before filled in.
    static func nameAgain(_ one: Supporter, of subject: Identifier<CaseFile>) -> String {
        Route.form.filled([subject.description, CaseFormName.nameSupporter.rawValue], query: again(one))
    }

    /// The same on the customer's own page.
    static func meNameAgain(_ one: Supporter) -> String {
        Route.meForm.filled([OwnFormName.supporter.rawValue], query: again(one))
    }

    private static func again(_ one: Supporter) -> [(String, String)] { [("again", one.id.description)] }
}

extension Access {
    /// The supporter whom the address of a form says to name again; nil where it names none who was named before.
    func namedAgain(by visit: Visit) -> Supporter? {
        visit.query("again").flatMap { id in supporters.first { $0.id.description == id } }
    }
}

/// How the fields about a supporter are asked: of the customer, or of staff.
struct SupporterFormWords: Sendable {
    let name: String
    let relationship: String
    let relationshipHint: String
    let may: String
    let mayHint: String
    let until: String
    let untilHint: @Sendable (CalendarDay) -> String
    let right: @Sendable (SupporterRight) -> String

    static let staff = SupporterFormWords(
        name: "Supporter’s name", relationship: "Who they are to the customer",
        relationshipHint: "As the customer says it: my sister, my support worker.", may: "What may they do?",
        mayHint: "Only what the customer wants. Nothing else is opened to them.", until: "Until when?",
        untilHint: { "At most \($0.written). It can be ended sooner, at any time." },
        right: { $0.words.capitalisedFirst })
}

extension SupporterFormWords {
    /// As the customer is asked.
    static var own: SupporterFormWords {
        SupporterFormWords(
            name: OwnSharingFormWords.supporterName(), relationship: OwnSharingFormWords.relationship(),
            relationshipHint: OwnSharingFormWords.relationshipHint(), may: OwnSharingFormWords.may(),
            mayHint: OwnSharingFormWords.mayHint(), until: OwnSharingFormWords.supporterUntil(),
            untilHint: { OwnSharingFormWords.supporterUntilHint($0) },
            right: { right in
                switch right {
                case .appointments: OwnSharingFormWords.rightAppointments()
                case .plan: OwnSharingFormWords.rightPlan()
                case .voice: OwnSharingFormWords.rightVoice()
                case .changes: OwnSharingFormWords.rightChanges()
                }
            })
    }
}

/// Records a supporter whom the customer named.
struct NameSupporterForm: CaseForm {
    static let name = CaseFormName.nameSupporter
    static let title = "Name a supporter"
    static let button = "Record this supporter"
    static let said = Said.supporterNamed

    let terms: SupporterFields

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let again = form.opened.seen.access?.namedAgain(by: form.visit)
        return NameSupporterForm(terms: SupporterFields(today: form.opened.today, words: .staff, again: again))
    }

    var initial: FormFields { FormFields(terms.initial) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Somebody the customer chose to act for them. Ask the customer alone." }
            if terms.again != nil { p { "This is what they chose before. Ask what of it is still right." } }
            terms.fields(in: state)
            Radios(
                "how", label: "How did the customer tell you?",
                ConsentRoute.allCases.filter { $0 != .online }.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> NameSupporter {
        let (details, terms) = terms.read(form)
        return NameSupporter(
            details: details, terms: terms, how: form.choice("how", label: "How did the customer tell you?"))
    }

    func then(_ performed: Performed) -> SiteURL { made(performed) }
}

extension CaseFormVisit {
    fileprivate func supporter() throws -> Supporter {
        let id: Identifier<Supporter> = try item()
        guard let found = opened.seen.access?.supporters.first(where: { $0.id == id }) else {
            throw Refusal("supporter.none", "This supporter is not there, or their time has ended.")
        }
        return found
    }
}

/// Makes a supporter another code.
struct SupporterCodeForm: CaseForm {
    static let name = CaseFormName.supporterCode
    static let title = "Another code for a supporter"
    static let button = "Make a code"
    static let said = Said.supporterNamed
    static let hasItem = true

    let supporter: Supporter

    static func load(_ form: CaseFormVisit) async throws -> Self {
        SupporterCodeForm(supporter: try form.supporter())
    }
    func fields(in state: FormState) -> Fragment {
        Fragment { p { "A new code for \(supporter.name). It works once, for 7 days." } }
    }
    func read(_ form: FormReader) throws -> InviteSupporter { InviteSupporter(supporter: supporter.id) }
    func then(_ performed: Performed) -> SiteURL { made(performed) }
}

/// Ends what a supporter may do.
struct EndSupporterForm: CaseForm {
    static let name = CaseFormName.endSupporter
    static let title = "End a supporter’s time"
    static let button = "End it now"
    static let said = Said.supporterEnded
    static let hasItem = true

    let supporter: Supporter

    static func load(_ form: CaseFormVisit) async throws -> Self {
        EndSupporterForm(supporter: try form.supporter())
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(supporter.name) sees nothing more, at once. What they did stays on record as theirs." }
            Radios(
                "how", label: "How did the customer tell you?",
                ConsentRoute.allCases.filter { $0 != .online }.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }
    func read(_ form: FormReader) throws -> EndSupporter {
        EndSupporter(supporter: supporter.id, how: form.choice("how", label: "How did the customer tell you?"))
    }
}

/// Answers a request for another time when there is none.
struct KeepTimeForm: CaseForm {
    static let name = CaseFormName.keepTime
    static let title = "Keep the time as it is"
    static let button = "Tell them it stays"
    static let said = Said.timeKept
    static let hasItem = true

    let appointment: Appointment

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let id: Identifier<Appointment> = try form.item()
        guard let found = form.opened.seen.appointments.first(where: { $0.id == id }) else {
            throw Refusal("appointment.none", "This customer has no such appointment.")
        }
        return KeepTimeForm(appointment: found)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            if let asked = appointment.moveRequests.last, let words = asked.words.value {
                p { "\(asked.taken == nil ? "They wrote" : "They said"): “\(words.text)”" }
            }
            p { "Move it if you can. If you cannot, say why, and what they can do." }
            TextArea("words", label: "What do you tell them?", hint: "They read this.", rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> KeepAppointment {
        KeepAppointment(
            appointment: appointment.id, words: try form.neededWords(label: "What do you tell them?"))
    }
}
