public import Kernel

/// Records that the customer was on a benefit, or off it, over some days, how surely, and on whose word.
///
/// Only the jobcentre that holds the claim may record a statement as `known`, and only on its own word: it speaks for the
/// body that pays the benefit, and a payment to a provider can follow (ours; M-002 asks for *known*). A council, a provider
/// and whoever helps at the person's choice record what they were told as `claimed`, or say `unknown`.
///
/// What it changes of any day up to today is told to everybody else whom benefits concern, with what it does to weeks that
/// were counted (C14); the first word of any benefit, that they are on one, begins the record and is told to nobody (ours).
/// - Refuses: a benefit no programme names, an end before the start, a `known` that reaches past today or that the person
///   cannot give, and a weaker word for what is already known.
public struct StateBenefit: CaseCommand {
    public let statement: BenefitStatement

    public init(statement: BenefitStatement) { self.statement = statement }

    public static let act = Act.stateBenefit

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let statement = try checked(on: file, in: context)
        guard file.circumstances.isNews(statement, by: context.today),
            let basis = try? file.basis(of: .benefit, in: context)
        else { return [.circumstance(.benefitStated(statement))] }
        let told = file.concerned(by: .benefit, in: context, but: context.actor)
        guard !told.isEmpty || file.loses(by: statement, in: context) else {
            return [.circumstance(.benefitStated(statement))]
        }
        let id = Identifier<ReportedChange>(context.command)
        let terms = ReportedChange.Terms(
            kind: .benefit, from: statement.from, until: statement.until, certainty: statement.certainty,
            source: ChangeSource(statement.source), route: statement.source.route,
            basis: basis)
        let detail = HeldDetail(ChangeDetail(code: statement.benefit, on: statement.on))
        return [
            .circumstance(.benefitStated(statement.told(with: id))),
            .circumstance(.reported(id, terms, detail, told: told)),
        ]
    }

    /// The statement, when it may be made.
    func checked(on file: CaseFile, in context: Context) throws(Refusal) -> BenefitStatement {
        _ = try file.registered()
        let kinds = try context.programmes(for: file).flatMap(\.benefits)
        guard kinds.contains(where: { $0.code == statement.benefit }) else {
            let codes = Set(kinds.map(\.code)).sorted().joined(separator: ", ")
            throw Refusal(
                "benefit.unknown-code",
                "“\(statement.benefit.prefix(40))” is not a benefit here. Choose one of: \(codes).",
                field: "benefit")
        }
        if let until = statement.until, until < statement.from {
            throw Refusal(
                "benefit.ends-first",
                "The last day, \(until.written), is before the first, \(statement.from.written). Change one of them.",
                field: "until")
        }
        if statement.certainty == .known {
            try requireMayKnow(on: file, in: context)
        } else if let known = alreadyKnown(on: file) {
            throw Refusal(
                "benefit.already-known",
                "The jobcentre already knows that the customer was \(known.on == true ? "on" : "off") \(statement.benefit) from \(known.from.written)"
                    + (known.until.map { " to \($0.written)" } ?? "") + ". Say this only of other days.",
                rule: "ours", field: "from")
        }
        return statement
    }

    private func requireMayKnow(on file: CaseFile, in context: Context) throws(Refusal) {
        guard file.isPaidBenefits(by: context.actor) else {
            throw Refusal(
                "benefit.cannot-know",
                "Only the jobcentre or benefit office can record a benefit as known, because it pays it. Record what you were told as said, not checked, and ask the jobcentre to confirm it.",
                rule: "ours, M-002", field: "certainty")
        }
        guard statement.source.paysBenefits else {
            throw Refusal(
                "benefit.whose-word",
                "What a customer or a provider says is said, not known. Record it as said, or check the claim and give the jobcentre as the source.",
                rule: "ours, M-002", field: "source")
        }
        guard statement.from <= context.today else {
            throw Refusal(
                "benefit.future-start",
                "\(statement.from.written) has not come yet, so it cannot be known. Give a first day up to today, \(context.today.written), or record it as said.",
                rule: "ours", field: "from")
        }
        guard statement.until.map({ $0 <= context.today }) ?? true else {
            throw Refusal(
                "benefit.future-known",
                "A benefit can be known up to today, \(context.today.written), and no further. Leave the end empty, or record it as said.",
                rule: "ours", field: "until")
        }
    }

    /// A spell already known to be what is said again on a weaker word, which would only take certainty away.
    private func alreadyKnown(on file: CaseFile) -> BenefitSpell? {
        file.circumstances.spells(of: statement.benefit).first { spell in
            spell.certainty == .known && (statement.certainty == .unknown || spell.on == statement.on)
                && statement.until.map { spell.from <= $0 } ?? true
                && spell.until.map { statement.from <= $0 } ?? true
        }
    }
}

extension Circumstances {
    /// Whether a statement says of some day up to another what was not held of it: on a benefit, off it, or neither.
    fileprivate func isNews(_ statement: BenefitStatement, by today: CalendarDay) -> Bool {
        let on = statement.certainty == .unknown ? nil : statement.on
        guard !benefits.isEmpty || on == false else { return false }
        let last = min(statement.until ?? today, today)
        var day = statement.from
        for spell in spells(of: statement.benefit) {
            if let until = spell.until, until < day { continue }
            if day > last || spell.from > last { break }
            // Days nothing was said of: whatever is said of them is news, unless it is that nobody knows.
            if spell.from > day, on != nil { return true }
            if spell.on != on { return true }
            guard let until = spell.until else { return false }
            day = until.adding(days: 1)
        }
        return day <= last && on != nil
    }
}

extension CaseFile {
    /// Whether a statement takes weeks of work that were counted away, or lines that were due.
    fileprivate func loses(by statement: BenefitStatement, in context: Context) -> Bool {
        effect(of: statement, on: context.today, programmes: context.programmes)?.takes ?? false
    }
}

extension ChangeSource {
    init(_ source: BenefitSource) {
        self =
            switch source {
            case .customer: .customer
            case .supporter: .supporter
            case .jobcentre, .benefitOffice: .jobcentre
            case .council: .council
            case .provider: .provider
            }
    }
}

extension BenefitSource {
    /// How it came, where nobody was asked.
    var route: ChangeRoute { self == .customer || self == .supporter ? .inWriting : .ownRecords }
}

extension CaseFile {
    /// Whether somebody speaks for the body that pays this person's benefits: by their role, at the jobcentre that holds
    /// the claim. A council and whoever helps at the person's choice have advisers too, and pay none (ours, M-002).
    func isPaidBenefits(by author: Author) -> Bool {
        let roles: Set<Role> = [.adviser, .teamManager, .benefitCentreOfficer]
        return roles.contains(author.role) && customer?.keepers.home(of: author.organisation) == .jobcentre
    }
}

extension Context {
    /// The programme whose codes and lists hold for a case: that of its referral, or every one loaded when it has none.
    func programmes(for file: CaseFile) throws(Refusal) -> [Programme] {
        guard let referral = file.referral else { return programmes.values.sorted { $0.id < $1.id } }
        return [try programme(referral.programme)]
    }
}
