public import Kernel

/// Tells a change once; everybody whose records it touches is told by it (C14, G-003).
///
/// It stands from its day on the word of whoever said it, and goes to every organisation that helps the person and may
/// see such things, each of which takes it into its own records or disputes it. Of health, the household and convictions
/// nothing is recorded by anybody the person did not open them to, and a spent conviction goes to nobody (K-004, K-006).
/// - Refuses: what the person who tells may not see; a route or a source that is not theirs; word by phone with no check
///   of that caller that passed today (K-008); what staff did not hear in private; days, codes and contacts that cannot be right;
///   and what is held already.
public struct ReportChange: CaseCommand {
    public let kind: ChangeKind
    public let detail: ChangeDetail
    public let from: CalendarDay
    /// The last day it covers; nil when it stands until something else is told.
    public let until: CalendarDay?
    public let certainty: Certainty
    public let source: ChangeSource
    public let route: ChangeRoute
    /// Whether it was said where nobody else could hear.
    public let heardInPrivate: Bool

    public init(
        _ kind: ChangeKind, _ detail: ChangeDetail, from: CalendarDay, until: CalendarDay? = nil,
        certainty: Certainty = .claimed, source: ChangeSource, route: ChangeRoute, heardInPrivate: Bool = false
    ) {
        self.kind = kind
        self.detail = detail
        self.from = from
        self.until = until
        self.certainty = certainty
        self.source = source
        self.route = route
        self.heardInPrivate = heardInPrivate
    }

    public static let act = Act.reportChange

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        let basis = try file.basis(of: kind, in: context)
        try requireTold(on: file, in: context)
        try requireDays(context)
        let detail = try detail.checked(kind, on: file, today: context.today)
        let id = Identifier<ReportedChange>(context.command)
        let terms = ReportedChange.Terms(
            kind: kind, from: from, until: until, certainty: certainty, source: source, route: route, basis: basis)
        let told = detail.isProtected(kind) ? [] : file.concerned(by: kind, in: context, but: context.actor)
        let report = Fact.circumstance(.reported(id, terms, HeldDetail(detail), told: told))
        guard kind != .benefit else {
            let statement = try StateBenefit(statement: benefit(detail)).checked(on: file, in: context)
            return [.circumstance(.benefitStated(statement.told(with: id))), report]
        }
        try requireNews(detail, on: file, in: context)
        return [report]
    }

    private func benefit(_ detail: ChangeDetail) -> BenefitStatement {
        BenefitStatement(
            benefit: detail.code ?? "", on: detail.on ?? true, from: from, until: until, certainty: certainty,
            source: BenefitSource(source))
    }

    private func requireTold(on file: CaseFile, in context: Context) throws(Refusal) {
        let actor = context.actor
        let own: ChangeSource? = [.customer: .customer, .supporter: .supporter][actor.role]
        if let own {
            guard source == own, route == .online, certainty != .known else {
                throw Refusal("change.own-word", "Say it in your own name. Those who help you can check it.")
            }
            return
        }
        guard route != .online else {
            throw Refusal("change.route", "Say how you were told: in person, by phone or in writing.", field: "route")
        }
        let relation = file.relation(of: actor, on: context.today, by: context.sharing)
        guard source.isOwn || relation == .partner || ChangeSource(relation) == source else {
            throw Refusal(
                "change.source",
                "Give the customer, a supporter or your own organisation as the source. Others tell what they know themselves.",
                rule: "C14", field: "source")
        }
        guard source.isOwn != (route == .ownRecords) else {
            throw Refusal(
                "change.route-of",
                source.isOwn
                    ? "Say how they told you: in person, by phone or in writing."
                    : "What your own organisation says comes from its own records. Choose that.", field: "route")
        }
        if route == .byPhone,
            !file.circumstances.passedCheck(of: source, by: actor.organisation, on: context.today)
        {
            throw Refusal(
                "change.caller",
                "Check who is calling before you take a change by phone, and record the check. Never write the answers down.",
                rule: "K-008", field: "route")
        }
        guard !kind.needsPrivacy || source == .supporter || route != .inPerson && route != .byPhone || heardInPrivate
        else {
            throw Refusal(
                "change.private",
                "This may only be asked and heard in private. If it was not, do not record it: offer a private room or call, and let them choose.",
                rule: kind == .convictions ? "K-004" : "K-005", field: "private")
        }
    }

    private func requireDays(_ context: Context) throws(Refusal) {
        if let until, until < from {
            throw Refusal(
                "change.ends-first", "The last day, \(until.written), is before the first. Change one of them.",
                field: "until")
        }
        guard !kind.isContact || until == nil else {
            throw Refusal(
                "change.contact-ends", "An address or number stands until another is told. Leave the last day empty.",
                field: "until")
        }
        guard !kind.isContact || from <= context.today else {
            throw Refusal(
                "change.early",
                "This is used from the moment it is told, so tell it on the day it holds, not before.", field: "from")
        }
        guard from <= context.today.adding(years: 1), from >= context.today.adding(years: -100) else {
            throw Refusal("change.from", "Check the first day: \(from.written) is too far off.", field: "from")
        }
    }

    private func requireNews(_ detail: ChangeDetail, on file: CaseFile, in context: Context) throws(Refusal) {
        let status = file.circumstances.status(of: kind, on: max(from, min(context.today, until ?? context.today)))
        let isHeld = status.held.map { $0.detail.value == detail && $0.certainty == certainty } ?? false
        guard !isHeld || status.failed != nil || status.held?.until != until else {
            throw Refusal(
                "change.same", "This is what is held already, so there is nothing to tell.", field: "detail")
        }
    }
}

extension ChangeDetail {
    /// The detail as it is kept.
    /// - Refuses: a code that is not one, hours that are not in a week, no words where they are all there is, and a contact
    ///   that cannot be one.
    func checked(_ kind: ChangeKind, on file: CaseFile, today: CalendarDay) throws(Refusal) -> ChangeDetail {
        let words = try Words(typed: self.words, field: "detail")?.text
        switch kind {
        case .address, .phone, .email:
            guard let identity = file.customer?.identity.value else {
                throw Refusal("customer.erased", "This person's details have been erased and cannot be changed.")
            }
            do {
                return ChangeDetail(words: try identity.with(kind, words, on: today).contact(kind))
            } catch { throw error.about("detail") }
        case .household, .caring, .health, .convictions, .volunteering:
            guard let code, kind.codes.contains(where: { $0.code == code }) else {
                throw Refusal("change.code", "Choose one of the answers.", field: "code")
            }
            if let hours, !kind.hasHours || !(0...168).contains(hours) {
                throw Refusal("change.hours", "A week has 168 hours. Give the hours in one.", field: "hours")
            }
            return ChangeDetail(code: code, hours: hours, words: words)
        case .benefit:
            guard let code, let on else {
                throw Refusal("change.code", "Choose the benefit, and whether they are on it.", field: "code")
            }
            return ChangeDetail(code: code, on: on, words: words)
        case .work:
            guard let words else {
                throw Refusal("change.words", "Say what has changed about work.", field: "detail")
            }
            return ChangeDetail(words: words)
        }
    }

    /// A spent conviction is told to nobody (K-004).
    func isProtected(_ kind: ChangeKind) -> Bool {
        kind == .convictions && code != ConvictionKind.unspent.rawValue
    }
}

extension CaseFile {
    /// The ground on which somebody may hold a kind of information about this person.
    /// - Refuses: when there is none.
    func basis(of kind: ChangeKind, in context: Context) throws(Refusal) -> SharingBasis {
        let relation = relation(of: context.actor, on: context.today, by: context.sharing)
        let sight = sight(of: context.actor, as: relation, matrix: context.sharing, on: context.today)
        guard let reason = sight.reason(for: kind.category) else {
            throw Refusal(
                "change.not-shared",
                "You have no ground in law to hold \(kind.category.title) here, so do not record it. Ask the person whether they want to share it with you.",
                rule: kind == .convictions ? "K-004, K-006" : "K-006, K-007")
        }
        return reason.basis
    }

    /// The organisations whose own records a kind of information touches: those that help the person now and may see it.
    /// - Parameter actor: whose organisation knows already, unless it is the person themselves who says so.
    func concerned(
        by kind: ChangeKind, in context: Context, but actor: Author?
    ) -> [Identifier<Organisation>] {
        let isOwn = actor.map { [.customer, .supporter].contains($0.role) } ?? true
        return viewers(matrix: context.sharing, on: context.today).filter {
            $0.isTold(of: kind) && (isOwn || $0.organisation != actor?.organisation)
        }.map(\.organisation)
    }
}

extension Circumstances {
    /// Whether whoever is said to have called was checked, and passed, on a day. A check of anybody else says nothing of
    /// them (K-008).
    func passedCheck(
        of source: ChangeSource, by organisation: Identifier<Organisation>, on day: CalendarDay
    ) -> Bool {
        guard let caller = CallerCheck.Caller(source) else { return false }
        return checks.last {
            $0.caller == caller && $0.event.by.organisation == organisation && $0.event.recorded.day == day
        }?.passed ?? false
    }
}

extension CallerCheck.Caller {
    /// The one on whose word a change is taken by phone; nil for organisations, which tell from their own records.
    fileprivate init?(_ source: ChangeSource) {
        switch source {
        case .customer: self = .customer
        case .supporter: self = .supporter
        case .jobcentre, .council, .provider: return nil
        }
    }
}

extension BenefitSource {
    fileprivate init(_ source: ChangeSource) {
        self =
            switch source {
            case .customer: .customer
            case .supporter: .supporter
            case .jobcentre: .jobcentre
            case .council: .council
            case .provider: .provider
            }
    }
}
