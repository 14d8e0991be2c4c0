import Casework
import Kernel
import Office

/// What the pages say on which a customer tells of a change.
enum OwnTellWords {
    static let title = "Tell us something changed"
    static let lead = "Tell us once. Everybody who needs it is told, and you can see when they have it."
    static let held = "How we reach you"
    static let change = "Change it"
    static let none = "None"
    static let more = "Something else"
    static let sofar = "What you told us"
    static let has = "has it"
    static let waits = "has been told"
    static let disagrees = "Somebody holds something else to be so. Your adviser talks to you about it."
    static let takenBack = "Taken back."
    static let formTitle = "Something changed"
    static let button = "Tell them"
    static let from = "Since when?"
    static let which = "Which is it?"
    static let hours = "How many hours a week do you care for them?"
    static let words = "In your own words"
    static let onBenefit = "Are you on it now?"
    static let yes = "Yes"
    static let no = "No"
    static let benefit = "Which benefit?"
    static let elsewhere = "This cannot be told here. Ask your adviser."

    /// What one kind is called to the customer.
    static func name(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: "My address"
        case .phone: "My phone number"
        case .email: "My e-mail address"
        case .household: "Who I live with"
        case .caring: "Who I care for"
        case .health: "My health and work"
        case .convictions: "Convictions"
        case .benefit: "My benefit"
        case .work: "My work"
        }
    }

    static func contactLabel(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: "Your new address"
        case .phone: "Your new phone number"
        case .email: "Your new e-mail address"
        default: words
        }
    }

    /// What a kind's code is called to the customer, where the record's own word will not do.
    static let healthHint = "You never have to tell this here. If you do, only those you opened it to read it."
}

/// What a customer can tell here. Convictions are never asked about on a page (K-004).
extension ChangeKind {
    static let tellable: [ChangeKind] = [.address, .phone, .email, .household, .caring, .health, .benefit, .work]
}

/// How the customer is reached, what they told, and how far it has come.
struct OwnTellPage {
    let own: OwnVisit

    static func load(_ own: OwnVisit) throws -> OwnTellPage {
        guard own.seen.sight.sees(.contact), own.may(.reportChange) else {
            throw Refusal("own-tell.not-found", OwnPlanWords.notShown)
        }
        return OwnTellPage(own: own)
    }

    var page: Page {
        let others = ChangeKind.tellable.filter { !$0.isContact && own.seen.sight.sees($0.category) }
        return Page(
            OwnTellWords.title, lead: Fragment { p { OwnTellWords.lead } },
            trail: [Link(OwnFormWords.home, to: SiteURL.me.address)]
        ) {
            Section(OwnTellWords.held, id: "held") {
                SummaryList {
                    ForEach(ChangeKind.contacts) { kind in
                        SummaryRow(
                            OwnTellWords.name(kind), change: SiteURL.meItemForm(.tell, item: kind.rawValue).address
                        ) { held(kind) ?? OwnTellWords.none }
                    }
                }
            }
            if !others.isEmpty {
                Section(OwnTellWords.more, id: "more") {
                    ul(.class("plain-list")) {
                        ForEach(others) { kind in
                            li {
                                Link(
                                    OwnTellWords.name(kind),
                                    to: SiteURL.meItemForm(.tell, item: kind.rawValue).address)
                            }
                        }
                    }
                }
            }
            let told = own.seen.circumstances?.changes.filter { own.seen.sight.sees($0.kind.category) } ?? []
            if !told.isEmpty {
                Section(OwnTellWords.sofar, id: "told") { ForEach(told.suffix(10).reversed(), content: change) }
            }
        }
    }

    private func held(_ kind: ChangeKind) -> String? {
        switch kind {
        case .address: own.seen.identity?.address
        case .phone: own.seen.identity?.phone
        case .email: own.seen.identity?.email
        default: nil
        }
    }

    private func change(_ change: ReportedChange) -> Fragment {
        Fragment {
            h3 { "\(OwnTellWords.name(change.kind)), \(change.terms.from.written)" }
            if let detail = change.detail.value { p { detail.written(change.kind) } }
            if change.state == .disputed { p { OwnTellWords.disagrees } }
            if change.state == .withdrawn { p { OwnTellWords.takenBack } }
            ul {
                ForEach(change.told) { one in
                    li {
                        own.names.organisation(one)
                        " "
                        change.acknowledged[one] == nil ? OwnTellWords.waits : OwnTellWords.has
                    }
                }
            }
        }
    }
}

/// Tells one change.
struct OwnTellForm: OwnForm {
    static let name = OwnFormName.tell
    static let title = OwnTellWords.formTitle
    static let button = OwnTellWords.button
    static let said = Said.meTold
    static let back = SiteURL.meTell
    static let hasItem = true

    let kind: ChangeKind
    let held: String?
    let benefits: [(String, String)]
    let today: CalendarDay
    let source: ChangeSource

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        guard let kind = item.flatMap(ChangeKind.init(rawValue:)), ChangeKind.tellable.contains(kind),
            own.seen.sight.sees(kind.category)
        else { throw Refusal("own-tell.not-found", OwnTellWords.elsewhere) }
        let programmes = own.visit.office.programmes.sorted { $0.key < $1.key }
        var benefits: [(String, String)] = []
        for benefit in programmes.flatMap(\.value.benefits) where !benefits.contains(where: { $0.0 == benefit.code }) {
            benefits.append((benefit.code, benefit.title))
        }
        let identity = own.seen.identity
        let held = [ChangeKind.address: identity?.address, .phone: identity?.phone, .email: identity?.email][kind]
        return OwnTellForm(
            kind: kind, held: held ?? nil, benefits: benefits, today: own.today,
            source: own.isSupporter ? .supporter : .customer)
    }

    var initial: FormFields {
        var fields = [
            ("from-day", String(today.day)), ("from-month", String(today.month)), ("from-year", String(today.year)),
        ]
        if let held { fields.append(("detail", held)) }
        return FormFields(fields)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { strong { OwnTellWords.name(kind) } }
            if kind.needsPrivacy { p { OwnTellWords.healthHint } }
            if kind == .benefit {
                Select("code", label: OwnTellWords.benefit, benefits.map { Choice($0.0, $0.1) }, in: state)
                Radios(
                    "on", label: OwnTellWords.onBenefit,
                    [Choice("yes", OwnTellWords.yes), Choice("no", OwnTellWords.no)], in: state)
            }
            if !kind.codes.isEmpty {
                Radios(
                    "code", label: OwnTellWords.which, kind.codes.map { Choice($0.code, $0.title) }, in: state)
            }
            if kind == .caring {
                TextField(
                    "hours", label: OwnTellWords.hours, kind: .wholeNumber, characters: 3, optional: true, in: state)
            }
            if kind == .phone || kind == .email {
                TextField(
                    "detail", label: OwnTellWords.contactLabel(kind), kind: kind == .phone ? .telephone : .email,
                    autocomplete: kind == .phone ? .telephone : .email, in: state)
            } else {
                TextArea(
                    "detail", label: OwnTellWords.contactLabel(kind), rows: 4,
                    optional: kind != .address && kind != .work, in: state)
            }
            if !kind.isContact { DayField("from", label: OwnTellWords.from, in: state) }
        }
    }

    func read(_ form: FormReader) throws -> ReportChange {
        let isNeeded = kind.isContact || kind == .work
        let label = OwnTellWords.contactLabel(kind)
        let words: String? =
            isNeeded
            ? form.text("detail", label: label, max: 1000, lines: true)
            : form.optionalText("detail", label: label, max: 1000, lines: true)
        var detail = ChangeDetail(words: words)
        if kind == .benefit {
            detail.code = form.choice("code", label: OwnTellWords.benefit, of: benefits.map(\.0))
            detail.on = form.choice("on", label: OwnTellWords.onBenefit, of: ["yes", "no"]) == "yes"
        } else if !kind.codes.isEmpty {
            detail.code = form.choice("code", label: OwnTellWords.which, of: kind.codes.map(\.code))
        }
        if kind == .caring { detail.hours = form.optionalWholeNumber("hours", label: OwnTellWords.hours, in: 0...168) }
        return ReportChange(
            kind, detail, from: kind.isContact ? today : form.day("from", label: OwnTellWords.from), source: source,
            route: .online)
    }
}
