import Casework
import Kernel
import Office

extension OwnVisit {
    /// From whom something that is held came, and how long ago: `From Union Street Jobcentre, 6 months ago.`
    /// - Parameters:
    ///   - isOwnWord: whether it is the customer's own word, whoever wrote it down.
    ///   - isSupporters: whether it is the word of somebody who acts for them.
    func source(of event: EventStamp, isOwnWord: Bool, isSupporters: Bool) -> String {
        let age = today.saidDistance(to: event.recorded.day)
        if isOwnWord || event.by.role == .customer {
            return isSupporter ? OwnTellWords.fromThem(visitor.customer, age) : OwnTellWords.fromYou(age)
        }
        if isSupporters || event.by.role == .supporter { return OwnTellWords.fromSupporter(age) }
        return OwnTellWords.fromThem(names.organisation(event.by.organisation), age)
    }

    /// From whom what is held of a kind came.
    func source(of held: HeldCircumstance) -> String {
        source(of: held.event, isOwnWord: held.source == .customer, isSupporters: held.source == .supporter)
    }
}

/// The benefits that are held, each with its source, its age and how sure it is (G-246).
struct OwnBenefits: Component {
    let own: OwnVisit

    var body: some HTML {
        let spells = held
        if !spells.isEmpty {
            Section(OwnTellWords.benefitsHeld(), id: "benefits") {
                ul {
                    ForEach(spells) { one in
                        li {
                            line(one.code, one.spell)
                            NotRightLink(own: own, change: own.seen.circumstances?.change(saying: one.spell))
                        }
                    }
                }
                p { Link(OwnTellWords.benefitChanged(), to: SiteURL.meItemForm(.tell, item: "benefit").address) }
            }
        }
    }

    /// What covers today, of each benefit that something was said of.
    private var held: [(code: String, spell: BenefitSpell)] {
        guard own.seen.sight.sees(.money), let circumstances = own.seen.circumstances else { return [] }
        return circumstances.benefits.compactMap { code in
            circumstances.spells(of: code).first { $0.covers(own.today) }.map { (code: code, spell: $0) }
        }
    }

    private func line(_ code: String, _ spell: BenefitSpell) -> String {
        let title = own.benefits.first { $0.0 == code }.map { told($0.1) } ?? code
        let state =
            switch spell.on {
            case true?: OwnTellWords.on(title)
            case false?: OwnTellWords.off(title)
            case nil: OwnTellWords.notKnown(title)
            }
        let source = own.source(
            of: spell.event, isOwnWord: spell.source == .customer, isSupporters: spell.source == .supporter)
        let parts = [
            "\(OwnTellWords.heldSince(state, spell.from)).", source,
            spell.certainty == .claimed ? OwnTellWords.notChecked() : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}

/// Who has been told of one change, and what the customer can do about it: let somebody see it, or say it is not right.
struct OwnTold: Component {
    let own: OwnVisit
    let change: ReportedChange

    var body: some HTML {
        if !change.event.by.isOwn {
            p(.class("hint")) {
                own.source(
                    of: change.event, isOwnWord: change.terms.source == .customer,
                    isSupporters: change.terms.source == .supporter)
            }
        }
        if change.told.isEmpty {
            if change.event.by.isOwn, change.withdrawn == nil, change.kind != .convictions { nobody }
        } else {
            ul {
                ForEach(change.told) { one in
                    li {
                        own.names.organisation(one)
                        " "
                        if change.left.contains(one) {
                            OwnTellWords.left()
                        } else {
                            change.acknowledged[one] == nil ? OwnTellWords.waits() : OwnTellWords.has()
                        }
                    }
                }
            }
        }
        NotRightLink(own: own, change: change)
    }

    /// Nobody was told when it was written down. Who may see it since is said to those who see what is shared.
    @HTMLBuilder private var nobody: some HTML {
        let seeing = own.seen.viewers.filter { $0.isTold(of: change.kind) }.map {
            own.names.organisation($0.organisation)
        }
        if !seeing.isEmpty {
            p { OwnTellWords.canSee(seeing.joined(separator: ", ")) }
        } else if own.may(.recordConsent) {
            p { OwnTellWords.nobodyTold() }
            p { Link(OwnTellWords.letThemSee(), to: SiteURL.meForm(.letSee).address) }
        } else {
            p { OwnTellWords.notToldYet() }
        }
    }
}

/// The way to say that something that is held is not right; nothing where they have no say in it, or have said so.
struct NotRightLink: Component {
    let own: OwnVisit
    let change: ReportedChange?

    var body: some HTML {
        if let change, own.mayDispute(change) {
            p {
                Link(
                    OwnStandingWords.notRight(),
                    to: SiteURL.meItemForm(.notRight, item: change.id.description).address)
            }
        }
    }
}

extension Author {
    /// Whether it is the customer, or somebody who acts for them.
    fileprivate var isOwn: Bool { role == .customer || role == .supporter }
}

extension OwnVisit {
    /// Whether the customer can say that a change is not right: an organisation recorded it, it was not taken back, and
    /// they have not said so already.
    func mayDispute(_ change: ReportedChange) -> Bool {
        may(.answerChange) && !change.event.by.isOwn && change.withdrawn == nil
            && !change.openDisputes.contains { $0.event.by.role == .customer }
    }
}

/// Says that what an organisation recorded of them is not right, and what is; both versions are kept until somebody
/// decides.
struct OwnNotRightForm: OwnForm {
    static let name = OwnFormName.notRight
    static var title: String { OwnStandingWords.notRight() }
    static var button: String { OwnStandingWords.sayButton() }
    static let said = Said.meSaidSo
    static let back = SiteURL.meTell
    static let hasItem = true

    let change: ReportedChange
    /// What is right instead, which they may leave out.
    let other: OwnChangeFields
    let organisation: String
    let benefits: [(String, String)]

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let id = try Identifier<ReportedChange>(item ?? "")
        guard let found = own.seen.circumstances?.change(orRecorded: id), own.mayDispute(found) else {
            throw Refusal("change.not-told", OwnStandingWords.notYoursToSay())
        }
        return OwnNotRightForm(
            change: found, other: OwnChangeFields(kind: found.kind, benefits: own.benefits, isOptional: true),
            organisation: own.names.organisation(found.event.by.organisation), benefits: own.benefits)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnStandingWords.wroteThis(organisation, change.event.recorded.day) }
            blockquote {
                OwnTellWords.name(change.kind)
                if let detail = change.detail.value { ": \(OwnTellWords.detail(detail, change.kind, benefits))" }
            }
            TextArea("words", label: OwnStandingWords.whatIsNot(), rows: 4, in: state)
            other.fields(in: state)
            p { OwnStandingWords.untilDecided() }
        }
    }

    func read(_ form: FormReader) throws -> DisputeChange {
        let why = try form.neededWords(label: OwnStandingWords.whatIsNot())
        return DisputeChange(change: change.id, other: other.read(form), why: why)
    }
}
