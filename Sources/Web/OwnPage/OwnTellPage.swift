import Casework
import Kernel
import Office

extension OwnTellWords {
    /// What one kind is called to the customer.
    static func name(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: address()
        case .phone: phone()
        case .email: email()
        case .household: household()
        case .caring: caring()
        case .health: health()
        case .convictions: convictions()
        case .benefit: benefitKind()
        case .work: work()
        case .volunteering: volunteering()
        }
    }

    static func contactLabel(_ kind: ChangeKind) -> String {
        switch kind {
        case .address: newAddress()
        case .phone: newPhone()
        case .email: newEmail()
        default: words()
        }
    }

    /// What a code of a kind means, whose English is the record’s own.
    static func code(_ code: String, _ english: String) -> String {
        OwnTellWords(rawValue: english)?() ?? told(english)
    }

    /// What was told of one change: its code, then the words.
    static func detail(_ detail: ChangeDetail, _ kind: ChangeKind, _ benefits: [(String, String)]) -> String {
        if kind.isContact { return detail.words ?? none() }
        var parts: [String] = []
        if kind == .benefit, let code = detail.code, let isOn = detail.on {
            let title = benefits.first { $0.0 == code }.map { told($0.1) } ?? code
            parts.append((isOn ? OwnTellWords.on : .off)(title))
        }
        if let found = detail.code, let meaning = kind.meaning(of: found) { parts.append(code(found, meaning)) }
        if let hours = detail.hours { parts.append(weekly(hours)) }
        if let words = detail.words { parts.append("“\(words)”") }
        return parts.joined(separator: ", ")
    }
}

extension OwnVisit {
    /// The benefits that the programmes know, each once: its code and its English name.
    var benefits: [(String, String)] { visit.office.programmes.knownBenefits }
}

/// What a customer can tell here. Convictions are never asked about on a page (K-004).
extension ChangeKind {
    static let tellable: [ChangeKind] = [
        .address, .phone, .email, .household, .caring, .health, .benefit, .work, .volunteering,
    ]
}

/// How the customer is reached, what they told, and how far it has come.
struct OwnTellPage {
    let own: OwnVisit

    static func load(_ own: OwnVisit) throws -> OwnTellPage {
        guard own.seen.sight.sees(.contact), own.may(.reportChange) else {
            throw Refusal("own-tell.not-found", OwnPageWords.notShown())
        }
        return OwnTellPage(own: own)
    }

    var page: Page {
        // What may be asked, and besides whatever is held, asked or not.
        let others = ChangeKind.allCases.filter { kind in
            !kind.isContact && own.seen.sight.sees(kind.category)
                && (ChangeKind.tellable.contains(kind) || known(kind) != nil)
        }
        return Page(
            OwnTellWords.title(), lead: Fragment { p { OwnTellWords.lead() } },
            trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]
        ) {
            Section(OwnTellWords.held(), id: "held") {
                SummaryList {
                    ForEach(ChangeKind.contacts) { kind in
                        SummaryRow(
                            OwnTellWords.name(kind), change: SiteURL.meItemForm(.tell, item: kind.rawValue).address
                        ) {
                            held(kind) ?? OwnTellWords.none()
                            if let source = source(of: kind) { p(.class("hint")) { source } }
                            NotRightLink(own: own, change: report(of: kind))
                        }
                    }
                }
            }
            OwnStillRight(own: own)
            OwnNeedsSection(own: own)
            OwnIdentity(own: own)
            OwnBenefits(own: own)
            if let gap = own.seen.moneyGap(on: own.today, rules: own.visit.office.tools.rules) {
                Section(OwnTellWords.gapTitle(), id: "gap") {
                    p { OwnTellWords.gap(gap.since) }
                    p { Link(OwnTellWords.benefitChanged(), to: SiteURL.meItemForm(.tell, item: "benefit").address) }
                    p { Link(OwnTellWords.workChanged(), to: SiteURL.meItemForm(.tell, item: "work").address) }
                }
            }
            if !others.isEmpty {
                Section(OwnTellWords.more(), id: "more") {
                    ul(.class("plain-list")) {
                        ForEach(others) { kind in
                            li {
                                if ChangeKind.tellable.contains(kind) {
                                    Link(
                                        OwnTellWords.name(kind),
                                        to: SiteURL.meItemForm(.tell, item: kind.rawValue).address)
                                } else {
                                    OwnTellWords.name(kind)
                                }
                                if let known = known(kind) { p(.class("hint")) { known } }
                                NotRightLink(own: own, change: report(of: kind))
                            }
                        }
                    }
                }
            }
            let told = own.seen.circumstances?.changes.filter { own.seen.sight.sees($0.kind.category) } ?? []
            if !told.isEmpty {
                Section(OwnTellWords.sofar(), id: "told") { ForEach(told.suffix(10).reversed(), content: change) }
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

    /// What is held of it today; nil where nobody has said, and for benefits, of which there may be several.
    private func known(_ kind: ChangeKind) -> String? {
        guard kind != .benefit, let status = own.seen.circumstances?.status(of: kind, on: own.today),
            let held = status.held, let detail = status.detail
        else { return nil }
        let known = OwnTellWords.heldSince(OwnTellWords.detail(detail, kind, own.benefits), held.from)
        return "\(known). \(own.source(of: held))"
    }

    /// What is held of it today was told with; nil for benefits, each of which has its own.
    private func report(of kind: ChangeKind) -> ReportedChange? {
        guard kind != .benefit, let held = own.seen.circumstances,
            let id = held.status(of: kind, on: own.today).held?.change
        else { return nil }
        return held.change(id)
    }

    /// From whom a way to reach them came; nil when there is none.
    private func source(of kind: ChangeKind) -> String? {
        guard held(kind) != nil else { return nil }
        return own.seen.circumstances?.status(of: kind, on: own.today).held.map { own.source(of: $0) }
    }

    private func change(_ change: ReportedChange) -> Fragment {
        Fragment {
            h3 { "\(OwnTellWords.name(change.kind)), \(change.terms.from.said)" }
            if let detail = change.detail.value { p { OwnTellWords.detail(detail, change.kind, own.benefits) } }
            if change.openDisputes.contains(where: { $0.event.by.role == .customer }) {
                p { OwnStandingWords.saidNotRight() }
            } else if change.state == .disputed {
                p { OwnTellWords.disagrees() }
            }
            if change.state == .withdrawn { p { OwnTellWords.takenBack() } }
            let effect = own.seen.effect(of: change.id, on: own.today, programmes: own.visit.office.programmes)
            if effect?.takes == true { p { OwnTellWords.owesNothing() } }
            OwnTold(own: own, change: change)
        }
    }
}

/// Tells one change.
struct OwnTellForm: OwnForm {
    static let name = OwnFormName.tell
    static var title: String { OwnTellWords.formTitle() }
    static var button: String { OwnTellWords.button() }
    static let said = Said.meTold
    static let back = SiteURL.meTell
    static let hasItem = true

    let kind: ChangeKind
    let of: OwnChangeFields
    let held: String?
    let today: CalendarDay
    let source: ChangeSource
    /// Those who will be told; nil to somebody who does not see who sees what.
    let tellsWhom: [String]?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        guard let kind = item.flatMap(ChangeKind.init(rawValue:)), ChangeKind.tellable.contains(kind),
            own.seen.sight.sees(kind.category)
        else { throw Refusal("own-tell.not-found", OwnTellWords.elsewhere()) }
        let identity = own.seen.identity
        let held = [ChangeKind.address: identity?.address, .phone: identity?.phone, .email: identity?.email][kind]
        return OwnTellForm(
            kind: kind, of: OwnChangeFields(kind: kind, benefits: own.benefits, isOptional: false), held: held ?? nil,
            today: own.today,
            source: own.isSupporter ? .supporter : .customer,
            tellsWhom: own.seen.consents == nil
                ? nil
                : own.seen.viewers.filter { $0.isTold(of: kind) }.map { own.names.organisation($0.organisation) })
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
            if kind.needsPrivacy { p { OwnTellWords.healthHint() } }
            if let names = tellsWhom {
                p { names.isEmpty ? OwnTellWords.tellsNobody() : OwnTellWords.tells(names.joined(separator: ", ")) }
            }
            of.fields(in: state)
            if !kind.isContact { DayField("from", label: OwnTellWords.from(), in: state) }
        }
    }

    func read(_ form: FormReader) throws -> ReportChange {
        return ReportChange(
            kind, of.read(form) ?? ChangeDetail(),
            from: kind.isContact ? today : form.day("from", label: OwnTellWords.from()), source: source, route: .online)
    }
}
