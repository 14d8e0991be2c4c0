import Casework
import Kernel
import Office

/// What the forms about sharing and supporters say.
enum OwnSharingFormWords {
    static let shareTitle = "May they see more?"
    static let shareButton = "Send my answer"
    static func asks(_ organisation: String, _ list: String) -> String { "\(organisation) asks to see \(list)." }
    static func purpose(_ words: String) -> String { "It is to \(words)." }
    static let agree = "Do you agree?"
    static let yes = "Yes"
    static let no = "No"
    static let noHint = "Nothing changes. You get the same help."
    static let until = "If yes, until when?"
    static func untilHint(_ last: CalendarDay) -> String {
        "At most \(last.written). You can stop it sooner, at any time."
    }
    static let gone = "This has been answered already."
    static let stopTitle = "Stop sharing"
    static let stopButton = "Stop sharing now"
    static func stops(_ organisation: String, _ list: String) -> String {
        "\(organisation) stops seeing \(list) at once. What they wrote themselves stays theirs."
    }
    static let over = "This has ended already."
    static let supporterTitle = "Choose somebody to act for me"
    static let supporterButton = "Choose them"
    static let supporterLead =
        "Choose somebody you trust. They see and do only what you tick. You can end it at any time."
    static let codeTitle = "A new code"
    static let codeButton = "Make a code"
    static func codeText(_ name: String) -> String { "A new code for \(name). It works once, for 7 days." }
    static let endTitle = "End it"
    static let endButton = "End it now"
    static func endText(_ name: String) -> String {
        "\(name) sees nothing more of yours, at once. What they did stays written down as theirs."
    }
    static let supporter = SupporterFormWords(
        name: "Their name", relationship: "Who they are to you", relationshipHint: "My sister, my support worker.",
        may: "What may they do for you?", mayHint: "They see only what you tick.", until: "Until when?",
        right: { right in
            switch right {
            case .appointments: "See my appointments, confirm them and ask to move them"
            case .plan: "See my plan, add to it, agree and object"
            case .voice: "See my questions and complaints, and put new ones"
            case .changes: "See how I am reached, and tell about changes"
            }
        })
}

private func list(_ categories: [Casework.Category]) -> String {
    categories.map(OwnSharingWords.category).joined(separator: ", ")
}

/// Answers a question about sharing.
struct OwnShareForm: OwnForm {
    static let name = OwnFormName.share
    static let title = OwnSharingFormWords.shareTitle
    static let button = OwnSharingFormWords.shareButton
    static let said = Said.meShared
    static let back = SiteURL.meSharing
    static let hasItem = true

    let request: ConsentRequest
    let organisation: String
    let purpose: String?
    let today: CalendarDay
    let usual: CalendarDay
    let last: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<ConsentRequest>(item ?? "")
        guard let found = own.seen.consents?.waiting.first(where: { $0.id == id }) else {
            throw Refusal("consent.answered", OwnSharingFormWords.gone)
        }
        let matrix = own.visit.office.sharing
        return OwnShareForm(
            request: found, organisation: own.names.organisation(found.terms.recipient),
            purpose: matrix.purpose(found.terms.purpose)?.words, today: own.today,
            usual: own.today.adding(months: matrix.consentMonths),
            last: own.today.adding(months: matrix.consentMonthsAtMost))
    }

    var initial: FormFields {
        FormFields([
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.asks(organisation, list(request.terms.categories)) }
            if let purpose { p { OwnSharingFormWords.purpose(purpose) } }
            if let why = request.why.value { blockquote { why.text } }
            Radios(
                "agreed", label: OwnSharingFormWords.agree,
                [
                    Choice("yes", OwnSharingFormWords.yes),
                    Choice("no", OwnSharingFormWords.no, hint: OwnSharingFormWords.noHint),
                ], in: state)
            DayField(
                "until", label: OwnSharingFormWords.until, hint: OwnSharingFormWords.untilHint(last), optional: true,
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> AnswerConsent {
        let agreed = form.choice("agreed", label: OwnSharingFormWords.agree, of: ["yes", "no"]) == "yes"
        return AnswerConsent(
            request: request.id,
            until: agreed ? form.day("until", label: OwnSharingFormWords.until, in: today...last) : nil, how: .online)
    }

    func said(_ command: AnswerConsent) -> Said { command.until == nil ? .meNotShared : .meShared }
}

/// Stops sharing at once.
struct OwnStopForm: OwnForm {
    static let name = OwnFormName.stop
    static let title = OwnSharingFormWords.stopTitle
    static let button = OwnSharingFormWords.stopButton
    static let said = Said.meStopped
    static let back = SiteURL.meSharing
    static let hasItem = true

    let consent: Consent
    let organisation: String

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<Consent>(item ?? "")
        guard let found = own.seen.consents?.given.first(where: { $0.id == id }), found.holds(on: own.today) else {
            throw Refusal("consent.over", OwnSharingFormWords.over)
        }
        return OwnStopForm(consent: found, organisation: own.names.organisation(found.terms.recipient))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment { p { OwnSharingFormWords.stops(organisation, list(consent.terms.categories)) } }
    }
    func read(_ form: FormReader) throws -> WithdrawConsent { WithdrawConsent(consent: consent.id, how: .online) }
}

/// Where the code that a command made is shown.
private func code(_ performed: Performed) -> SiteURL {
    performed.file.access.invitations.last.map { SiteURL.meCode($0.id) } ?? .meSharing
}

/// Chooses a supporter.
struct OwnSupporterForm: OwnForm {
    static let name = OwnFormName.supporter
    static let title = OwnSharingFormWords.supporterTitle
    static let button = OwnSharingFormWords.supporterButton
    static let said = Said.meSupporter
    static let back = SiteURL.meSharing

    let terms: SupporterFields

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnSupporterForm(terms: SupporterFields(today: own.today, words: OwnSharingFormWords.supporter))
    }

    var initial: FormFields { FormFields(terms.initial) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.supporterLead }
            terms.fields(in: state)
        }
    }
    func read(_ form: FormReader) throws -> NameSupporter {
        let (details, terms) = terms.read(form)
        return NameSupporter(details: details, terms: terms, how: .online)
    }
    func then(_ performed: Performed) -> SiteURL { code(performed) }
}

private func supporter(_ own: OwnVisit, _ item: String?) throws -> Supporter {
    let id = try Identifier<Supporter>(item ?? "")
    guard let found = own.seen.access?.supporters.first(where: { $0.id == id }), found.holds(on: own.today) else {
        throw Refusal("supporter.none", OwnSharingFormWords.over)
    }
    return found
}

/// Makes a supporter another code.
struct OwnSupporterCodeForm: OwnForm {
    static let name = OwnFormName.supporterCode
    static let title = OwnSharingFormWords.codeTitle
    static let button = OwnSharingFormWords.codeButton
    static let said = Said.meSupporter
    static let back = SiteURL.meSharing
    static let hasItem = true

    let supporter: Supporter

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnSupporterCodeForm(supporter: try Web.supporter(own, item))
    }
    func fields(in state: FormState) -> Fragment { Fragment { p { OwnSharingFormWords.codeText(supporter.name) } } }
    func read(_ form: FormReader) throws -> InviteSupporter { InviteSupporter(supporter: supporter.id) }
    func then(_ performed: Performed) -> SiteURL { code(performed) }
}

/// Ends a supporter's time.
struct OwnEndSupporterForm: OwnForm {
    static let name = OwnFormName.endSupporter
    static let title = OwnSharingFormWords.endTitle
    static let button = OwnSharingFormWords.endButton
    static let said = Said.meSupporterEnded
    static let back = SiteURL.meSharing
    static let hasItem = true

    let supporter: Supporter

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnEndSupporterForm(supporter: try Web.supporter(own, item))
    }
    func fields(in state: FormState) -> Fragment { Fragment { p { OwnSharingFormWords.endText(supporter.name) } } }
    func read(_ form: FormReader) throws -> EndSupporter { EndSupporter(supporter: supporter.id, how: .online) }
}
