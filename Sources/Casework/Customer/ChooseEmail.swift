public import Kernel

/// Records whether a customer agreed to be written to at their e-mail address. Without agreement nothing goes by e-mail;
/// it is given for one address and ends when that is changed (ours; E-017, K-013).
/// - Refuses: agreement with no address to agree to, and what stands already.
public struct ChooseEmail: CaseCommand {
    public let agreed: Bool

    public init(agreed: Bool) { self.agreed = agreed }

    public static let act = Act.correctCustomer
    public var staleness: Staleness { .mustHaveSeen([.identity, .contact]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard !agreed || customer.identity.value?.email != nil else {
            throw Refusal(
                "email.no-address", "There is no e-mail address to agree to. Add it to their details first.",
                field: "agreed")
        }
        guard agreed != (customer.emailAgreed != nil) else {
            throw Refusal(
                "email.unchanged",
                agreed
                    ? "They have agreed to e-mail at this address already, so nothing was saved."
                    : "They have not agreed to e-mail, so there is nothing to change.", field: "agreed")
        }
        return [.customer(.emailChosen(agreed))]
    }
}
