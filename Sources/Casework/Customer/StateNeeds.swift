public import Kernel

/// Records what a customer needs to be spoken with and written to, in the place of what was said before (G-033, K-040).
///
/// Whoever books a meeting with them is held to it (`CaseFile.requireInterpreter`), and so is what is printed for them.
/// It is kept with the ways to reach them, for as long as those.
/// - Refuses: somebody whose details are erased, and what stands already.
public struct StateNeeds: CaseCommand {
    public let needs: CommunicationNeeds
    /// On whose word, where staff record it; the person and whoever acts for them give their own.
    public let source: ChangeSource

    public init(_ needs: CommunicationNeeds, source: ChangeSource = .customer) {
        self.needs = needs
        self.source = source
    }

    public static let act = Act.stateNeeds
    public var staleness: Staleness { .mustHaveSeen([.contact]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try file.registered().identity.value != nil else {
            throw Refusal("customer.erased", "This person's details have been erased and cannot be changed.")
        }
        guard file.needs?.needs.value != needs else {
            throw Refusal(
                "needs.same", "That is what is on their record already, so nothing was saved.", field: "interpreter")
        }
        let own: ChangeSource? = [.customer: .customer, .supporter: .supporter][context.actor.role]
        return [.customer(.needsStated(own ?? source, .open(needs)))]
    }
}
