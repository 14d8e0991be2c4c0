public import Kernel

/// Opens the one record of a person, kept by the jobcentre or council service of whoever registers them.
///
/// The draw token is made here, once (design §4.8); with a partner named it is the partner's, so that a joint claim goes
/// to one provider (D-037).
/// - Refuses: when the case exists, when another case holds the national insurance number, or when the partner's record
///   is not there.
public struct RegisterCustomer: CaseCommand {
    public let identity: Identity
    public let partner: Identifier<CaseFile>?

    public init(identity: Identity, partner: Identifier<CaseFile>? = nil) {
        self.identity = identity
        self.partner = partner
    }

    public static let act = Act.registerCustomer

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard file.customer == nil else {
            throw Refusal("customer.registered", "This person is already registered. Open their record instead.")
        }
        guard context.surroundings.numberHeldBy == nil else {
            throw Refusal(
                "customer.number-held",
                "Another customer already has this national insurance number. Open that record instead of making a second.",
                rule: "G-004: one customer, one record", field: "number")
        }
        let token: DrawToken
        if partner != nil {
            guard let shared = context.surroundings.partnerToken else {
                throw Refusal(
                    "customer.partner-none", "The partner's record was not found. Register the partner first.",
                    field: "partner")
            }
            token = shared
        } else {
            token = DrawToken(random: context.random)
        }
        let registration = CustomerFact.Registration(
            jobcentre: context.actor.organisation, home: context.surroundings.actorHome ?? .jobcentre, drawToken: token,
            jointClaim: partner)
        return [.customer(.registered(registration, .open(identity)))]
    }
}
