public import Kernel

/// Gives an acknowledged referral to one end-to-end provider and one adviser there (C04, A-132).
/// - Refuses: before acknowledgement, while a query is open, an organisation outside the prime's chain, or an adviser who
///   does not work there.
public struct AssignReferral: CaseCommand {
    public let provider: Identifier<Organisation>
    public let adviser: Identifier<Person>
    /// Whether a letter by e-mail says so at once, where the person agreed to that and it is news to them.
    public let tellsByEmail: Bool

    public init(provider: Identifier<Organisation>, adviser: Identifier<Person>, tellsByEmail: Bool = false) {
        self.provider = provider
        self.adviser = adviser
        self.tellsByEmail = tellsByEmail
    }

    public static let act = Act.assign
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.acknowledged != nil else {
            throw Refusal(
                "assign.before-acknowledgement", "Acknowledge the referral first; then assign an adviser.", rule: "C04")
        }
        guard referral.query == nil || referral.query?.answered != nil else {
            throw Refusal(
                "assign.queried", "This referral is queried. Wait for the jobcentre's answer before assigning it.",
                rule: "C03")
        }
        guard referral.assignment == nil else {
            throw Refusal(
                "assign.twice", "This customer already has an adviser. Change the adviser instead, with a reason.",
                rule: "C08")
        }
        try referral.requireNothingWaits()
        try requireAdviser(adviser, at: provider, of: referral, in: context)
        try file.requireSuitable(in: context)
        // Of the first adviser of the provider they were told of, the notice of the first meeting tells.
        let isNews =
            provider != referral.prime || !referral.holdings.isEmpty || !referral.knowsHolder(file.appointments)
        return [.referral(.assigned(referral.id, provider, adviser))]
            + (tellsByEmail && isNews ? file.toldByEmail(referral) : [])
    }
}

/// - Refuses: an organisation that the actor may not assign to, or that does not take their group, or an adviser who does
///   not work there.
func requireAdviser(
    _ adviser: Identifier<Person>, at provider: Identifier<Organisation>, of referral: Referral, in context: Context
) throws(Refusal) {
    guard context.surroundings.chain.contains(provider) else {
        throw Refusal(
            "assign.chain", "That organisation is not in this provider's supply chain. Choose one from the list.",
            rule: "A-132", field: "provider")
    }
    let partner = context.surroundings.supplyChain?.partner(provider, on: context.today)
    guard partner?.part != .specialist || provider == context.actor.organisation || provider == referral.holder else {
        throw Refusal(
            "assign.specialist",
            "A specialist takes somebody on, or says why not. Send them on instead, and it will choose the adviser.",
            rule: "C04", field: "adviser")
    }
    // Whoever has them already may give them to any of its own.
    if let partner, provider != referral.holder { try partner.requireTaking(referral.group, field: "adviser") }
    guard context.surroundings.adviserWorksThere == true else {
        throw Refusal(
            "assign.adviser", "That adviser does not work at that organisation. Choose one from the list.",
            field: "adviser")
    }
}
