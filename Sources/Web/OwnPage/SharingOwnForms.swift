import Casework
import Kernel
import Office

/// Answers a question about sharing.
struct OwnShareForm: OwnForm {
    static let name = OwnFormName.share
    static var title: String { OwnSharingFormWords.shareTitle() }
    static var button: String { OwnSharingFormWords.shareButton() }
    static let said = Said.meShared
    static let back = SiteURL.meSharing
    static let hasItem = true

    let request: ConsentRequest
    let organisation: String
    /// The kinds that were asked for and can be agreed to.
    let asked: [Casework.Category]
    /// What the organisation sees already, and would see besides.
    let now: [Casework.Category]
    let added: [Casework.Category]
    let purpose: String?
    let today: CalendarDay
    let usual: CalendarDay
    let last: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<ConsentRequest>(item ?? "")
        guard let found = own.seen.consents?.waiting.first(where: { $0.id == id }) else {
            throw Refusal("consent.answered", OwnSharingFormWords.gone())
        }
        let matrix = own.visit.office.sharing
        let viewer = own.seen.viewers.first { $0.organisation == found.terms.recipient }
        let asked = matrix.meant(by: found.terms)
        let added = viewer?.added(by: found.terms) ?? asked
        return OwnShareForm(
            request: found, organisation: own.names.organisation(found.terms.recipient), asked: asked,
            now: viewer?.categories ?? [], added: added,
            purpose: matrix.purpose(found.terms.purpose)?.words, today: own.today,
            usual: own.today.adding(months: matrix.consentMonths),
            last: own.today.adding(months: matrix.consentMonthsAtMost))
    }

    /// Whether a yes must still say to what: a yes to one kind says it.
    private var choosesKinds: Bool { asked.count > 1 }

    /// No kind is ticked at first: what opens is what the person chose, and nothing that they left as it stood. A box
    /// that was ticked for them is no consent (UK GDPR recital 32; Planet49, C-673/17).
    var initial: FormFields {
        FormFields([
            ("until-day", String(usual.day)), ("until-month", String(usual.month)), ("until-year", String(usual.year)),
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.asks(organisation, request.terms.categories.said) }
            p { OwnSharingFormWords.shareLead() }
            if !choosesKinds { ForEach(asked) { kind in p { OwnSharingFormWords.means(kind) } } }
            if let purpose { p { OwnSharingFormWords.purpose(told(purpose)) } }
            if let why = request.why.value { blockquote { why.text } }
            if now.isEmpty {
                p { OwnSharingFormWords.seesNothing() }
            } else {
                p { OwnSharingFormWords.seesNowList() }
                ul { ForEach(now) { kind in li { kind.said } } }
            }
            if !added.isEmpty {
                p {
                    choosesKinds ? OwnSharingFormWords.wouldSeeTicked() : OwnSharingFormWords.wouldSee(added.said)
                }
            }
            if asked.isEmpty { p { RuleWords.purposeGone() } }
            Radios("agreed", label: OwnSharingFormWords.agree(), answers, in: state)
            if choosesKinds {
                Checkboxes(
                    "categories", label: OwnSharingFormWords.kinds(), hint: OwnSharingFormWords.kindsHint(),
                    asked.map(choice), in: state)
            }
            if !asked.isEmpty {
                DayField(
                    "until", label: OwnSharingFormWords.until(), hint: OwnSharingFormWords.untilHint(last),
                    optional: true, in: state)
            }
        }
    }

    /// What they can answer: no alone, where nothing that was asked is shared for its purpose.
    private var answers: [Choice] {
        let no = Choice("no", OwnSharingFormWords.no(), hint: OwnSharingFormWords.noHint())
        return asked.isEmpty ? [no] : [Choice("yes", OwnSharingFormWords.yes()), no]
    }

    /// One kind, and what a yes to it opens.
    private func choice(_ kind: Casework.Category) -> Choice {
        let means = OwnSharingFormWords.means(kind)
        return Choice(
            kind.rawValue, kind.said.capitalisedFirst,
            hint: now.contains(kind) ? "\(means) \(seen(kind))" : means)
    }

    private func seen(_ kind: Casework.Category) -> String {
        added.contains(kind) ? OwnSharingFormWords.ownPart() : OwnSharingFormWords.seenAlready()
    }

    func read(_ form: FormReader) throws -> AnswerConsent {
        guard form.choice("agreed", label: OwnSharingFormWords.agree(), of: answers.map(\.value)) == "yes" else {
            return AnswerConsent(request: request.id, until: nil, how: .online)
        }
        return AnswerConsent(
            request: request.id, categories: choosesKinds ? readKinds(form) : asked,
            until: form.day("until", label: OwnSharingFormWords.until(), in: today...last), how: .online)
    }

    private func readKinds(_ form: FormReader) -> [Casework.Category] {
        let chosen = form.choices("categories", label: OwnSharingFormWords.kinds(), of: asked.map(\.rawValue))
        if chosen.isEmpty {
            form.note(Refusal("consent.none-chosen", RuleWords.noneTicked(), field: "categories"))
        }
        return chosen.compactMap(Casework.Category.init(rawValue:))
    }

    func said(_ command: AnswerConsent) -> Said { command.until == nil ? .meNotShared : .meShared }
}

/// Stops sharing at once.
struct OwnStopForm: OwnForm {
    static let name = OwnFormName.stop
    static var title: String { OwnSharingFormWords.stopTitle() }
    static var button: String { OwnSharingFormWords.stopButton() }
    static let said = Said.meStopped
    static let back = SiteURL.meSharing
    static let hasItem = true

    let consent: Consent
    let organisation: String
    /// How many open steps of the plan are for the organisation to do, where it sees the plan by this consent alone.
    let steps: Int

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<Consent>(item ?? "")
        guard let found = own.seen.consents?.given.first(where: { $0.id == id }), found.holds(on: own.today) else {
            throw Refusal("consent.over", OwnSharingFormWords.over())
        }
        return OwnStopForm(
            consent: found, organisation: own.names.organisation(found.terms.recipient), steps: steps(found, own))
    }
    private static func steps(_ consent: Consent, _ own: OwnVisit) -> Int {
        let recipient = consent.terms.recipient
        let viewer = own.seen.viewers.first { $0.organisation == recipient }
        let letting =
            own.seen.consents?.holding(for: recipient, on: own.today)
            .filter { $0.terms.categories.contains(.plan) } ?? []
        guard letting.map(\.id) == [consent.id], viewer?.sight.reason(for: .plan)?.basis == .consent else { return 0 }
        return own.seen.plan?.openActions.count { $0.terms.owner.organisation == recipient } ?? 0
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.stops(organisation, consent.terms.categories.said) }
            if steps > 0 {
                p { steps == 1 ? OwnSharingFormWords.stopStep() : OwnSharingFormWords.stopSteps(steps) }
            }
        }
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
    static var title: String { OwnSharingFormWords.supporterTitle() }
    static var button: String { OwnSharingFormWords.supporterButton() }
    static let said = Said.meSupporter
    static let back = SiteURL.meSharing

    let terms: SupporterFields

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnSupporterForm(
            terms: SupporterFields(today: own.today, words: .own, again: own.seen.access?.namedAgain(by: own.visit)))
    }

    var initial: FormFields { FormFields(terms.initial) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnSharingFormWords.supporterLead() }
            if terms.again != nil { p { OwnSharingFormWords.supporterAgain() } }
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
        throw Refusal("supporter.none", OwnSharingFormWords.over())
    }
    return found
}

/// Makes a supporter another code.
struct OwnSupporterCodeForm: OwnForm {
    static let name = OwnFormName.supporterCode
    static var title: String { OwnSharingFormWords.codeTitle() }
    static var button: String { OwnSharingFormWords.codeButton() }
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
    static var title: String { OwnSharingFormWords.endTitle() }
    static var button: String { OwnSharingFormWords.endButton() }
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
