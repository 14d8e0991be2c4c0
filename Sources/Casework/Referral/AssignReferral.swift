public import Kernel

/// Gives an acknowledged referral to one end-to-end provider and one adviser there (C04, A-132).
/// - Refuses: before acknowledgement, while a query is open, an organisation outside the prime's chain, or an adviser who
///   does not work there.
public struct AssignReferral: CaseCommand {
    public let provider: Identifier<Organisation>
    public let adviser: Identifier<Person>

    public init(provider: Identifier<Organisation>, adviser: Identifier<Person>) {
        self.provider = provider
        self.adviser = adviser
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
        try requireAdviser(adviser, at: provider, in: context)
        return [.referral(.assigned(referral.id, provider, adviser))]
    }
}

/// - Refuses: an organisation that the actor may not assign to, or an adviser who does not work there.
func requireAdviser(
    _ adviser: Identifier<Person>, at provider: Identifier<Organisation>, in context: Context
) throws(Refusal) {
    guard context.surroundings.chain.contains(provider) else {
        throw Refusal(
            "assign.chain", "That organisation is not in this provider's supply chain. Choose one from the list.",
            rule: "A-132", field: "provider")
    }
    guard context.surroundings.adviserWorksThere == true else {
        throw Refusal(
            "assign.adviser", "That adviser does not work at that organisation. Choose one from the list.",
            field: "adviser")
    }
}
