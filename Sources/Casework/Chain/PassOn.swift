public import Kernel

/// Sends a referral on to another organisation of the prime's chain: an office, a generalist or a specialist, by the
/// prime's own model, with everything the jobcentre sent (C04, G-179). Who has the person keeps them until it is taken on.
/// - Refuses: by anybody who does not have them, before acknowledgement or during a query, while an answer is waited for,
///   to an organisation outside the chain or one that does not serve their group, or against the model.
public struct PassOn: CaseCommand {
    public let to: Identifier<Organisation>
    public let reason: String
    /// What whoever receives them should know.
    public let words: Words?

    public init(to: Identifier<Organisation>, reason: String, words: Words?) {
        self.to = to
        self.reason = reason
        self.words = words
    }

    public static let act = Act.passOn
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, holder) = try file.passable(by: context.actor, on: context.today)
        guard to != holder else {
            throw Refusal("chain.same", "They have this person already. Choose another organisation.", field: "to")
        }
        guard let chain = context.surroundings.supplyChain, let partner = chain.partner(to, on: context.today) else {
            throw Refusal(
                "chain.outside", "That organisation is not in this provider's supply chain. Choose one from the list.",
                rule: "A-132", field: "to")
        }
        try chain.specialists.require(partner.part, isEntry: chain.isEntry(holder, on: context.today))
        try partner.requireTaking(referral.group, field: "to")
        guard let known = try context.programme(referral.programme).reason(reason, in: .chainMove) else {
            throw Refusal("chain.reason", "Choose a reason from the list.", rule: "C04", field: "reason")
        }
        guard !known.needsNote || words != nil else {
            throw Refusal("chain.words", "Say in a sentence why they are sent on.", rule: "C04", field: "words")
        }
        return [
            .chain(
                .passedOn(
                    referral.id, Identifier(context.command),
                    ChainFact.Passing(
                        from: holder, to: to, part: partner.part, reason: reason,
                        items: referral.transmitted?.items ?? []), Sealed(given: words)))
        ]
    }
}

/// Takes a referral back from an organisation that has not answered yet.
/// - Refuses: when nothing waits, or by anybody but the prime and whoever sent it.
public struct TakeBack: CaseCommand {
    public init() {}

    public static let act = Act.passOn
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        let hop = try referral.waitingHop()
        guard [hop.from, referral.prime].contains(context.actor.organisation) else {
            throw Refusal("chain.not-sender", "Only whoever sent it can take it back.", rule: "C04")
        }
        return [.chain(.takenBack(referral.id, hop.id))]
    }
}

extension SupplyChain {
    /// Whether somebody whom an organisation has is still where the chain begins: with the prime, or at a local office.
    fileprivate func isEntry(_ holder: Identifier<Organisation>, on day: CalendarDay) -> Bool {
        partner(holder, on: day)?.part == .office
    }
}

extension SpecialistRoute {
    /// - Refuses: a specialist at a point where the prime's model sends nobody to one.
    fileprivate func require(_ part: ChainPart, isEntry: Bool) throws(Refusal) {
        guard part == .specialist else { return }
        switch (self, isEntry) {
        case (.either, _), (.onEntry, true), (.later, false): return
        case (.never, _):
            throw Refusal(
                "chain.model", "This provider's chain works with generalists only. Choose an end-to-end provider.",
                rule: "C04, variant 1", field: "to")
        case (.onEntry, false):
            throw Refusal(
                "chain.model",
                "In this provider's chain specialists are chosen on entry alone. Send them back to the prime first.",
                rule: "C04, variant 2a", field: "to")
        case (.later, true):
            throw Refusal(
                "chain.model",
                "In this provider's chain whoever has the customer decides later about a specialist. Choose an end-to-end provider first.",
                rule: "C04, variant 2b", field: "to")
        }
    }
}

extension Referral {
    /// - Refuses: when no organisation has been asked and not answered.
    func waitingHop() throws(Refusal) -> Hop {
        guard let hop = chain.waiting else {
            throw Refusal("chain.none", "Nobody has been asked to take this person on who has not answered.")
        }
        return hop
    }

    /// - Refuses: while an organisation has been asked and not answered.
    func requireNothingWaits() throws(Refusal) {
        guard chain.waiting == nil else {
            throw Refusal(
                "chain.waits",
                "Another organisation has been asked to take this person on. Wait for its answer, or take it back first.",
                rule: "C04")
        }
    }
}

extension CaseFile {
    /// A referral that its holder, or the prime, may send on.
    fileprivate func passable(
        by actor: Author, on day: CalendarDay
    ) throws(Refusal) -> (Referral, Identifier<Organisation>) {
        let referral = try currentReferral()
        guard referral.acknowledged != nil, let holder = referral.holder else {
            throw Refusal(
                "chain.before-acknowledgement", "Acknowledge the referral first; then send it on.", rule: "C04")
        }
        guard referral.query == nil || referral.query?.answered != nil else {
            throw Refusal(
                "chain.queried", "This referral is queried. Wait for the jobcentre's answer before sending it on.",
                rule: "C03")
        }
        guard !referral.isOver(on: day) else {
            throw Refusal("chain.over", "Their time on the programme is over, so there is nothing to send on.")
        }
        guard [holder, referral.prime].contains(actor.organisation) else {
            throw Refusal(
                "chain.not-holder", "Only whoever has this person now, or the prime, sends them on.", rule: "C04")
        }
        try referral.requireNothingWaits()
        return (referral, holder)
    }
}
