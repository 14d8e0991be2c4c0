public import Kernel

/// What a person tells once and releases to several services at a time, each under a consent of its own (G-035).
public enum Packet {
    /// What the forms of services ask: who somebody is, how to reach them, how they live and work, what they live on.
    /// Convictions are never asked for here (K-004). Ours.
    public static let kinds: [Category] = [.identity, .contact, .work, .health, .household, .money]
}

/// Releases the same kinds of information to several services at once: a consent for each of them, or for none.
/// - Refuses: no service, more services than the matrix allows, a kind of information that no packet holds, and for each
///   service what `GiveConsent` refuses.
public struct ReleasePacket: CaseCommand {
    /// In the order in which they were chosen, each once.
    public let recipients: [Identifier<Organisation>]
    public let categories: [Category]
    /// The purpose, by its code in the sharing matrix.
    public let purpose: String
    /// The last day it holds.
    public let until: CalendarDay
    public let how: ConsentRoute

    public init(
        to recipients: [Identifier<Organisation>], _ categories: [Category], purpose: String, until: CalendarDay,
        how: ConsentRoute
    ) {
        var seen = Set<Identifier<Organisation>>()
        self.recipients = recipients.filter { seen.insert($0).inserted }
        self.categories = categories
        self.purpose = purpose
        self.until = until
        self.how = how
    }

    public static let act = Act.recordConsent

    /// What is agreed with each service.
    public var terms: [ConsentTerms] {
        recipients.map { ConsentTerms(recipient: $0, categories: categories, purpose: purpose) }
    }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try how.requireTold(to: context.actor)
        guard !recipients.isEmpty else {
            throw Refusal("packet.nobody", "Choose at least one service to send it to.", field: "recipient")
        }
        guard recipients.count <= context.sharing.packetServices else {
            throw Refusal(
                "packet.many",
                "One packet goes to \(context.sharing.packetServices) services at most. Untick some, and send them another one.",
                rule: "sharing.yaml: packet", field: "recipient")
        }
        if let other = categories.first(where: { !Packet.kinds.contains($0) }) {
            throw Refusal(
                "packet.kind",
                "A packet does not hold \(other.title). Leave it out here, and share it by itself with who needs it.",
                rule: "G-035", field: "categories")
        }
        try context.requireConsentDay(until)
        for one in terms { try one.requireSound(on: file, in: context) }
        return terms.map { one in
            .sharing(
                .consented(
                    Identifier(at: context.now, random: context.random), one, until: until, how, request: nil,
                    packet: Identifier(context.command)))
        }
    }
}
