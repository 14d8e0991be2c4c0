public import Kernel

/// Records that the ways to reach the customer are still right, on their word (G-098): what is held stands as it is, and is
/// asked about again only when it is old again. One that is doubtful or disputed is settled by itself.
/// - Refuses: when there is none that could still be right.
public struct ConfirmContacts: CaseCommand {
    public init() {}

    public static let act = Act.reportChange
    public var staleness: Staleness { .mustHaveSeen([.contact]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        _ = try file.basis(of: .address, in: context)
        let held = ChangeKind.contacts.filter { file.circumstances.lastSure(of: $0, on: context.today) != nil }
        guard !held.isEmpty else {
            throw Refusal(
                "contact.none-sure",
                "No address or number is on record that could still be right. Ask for one, and record it.")
        }
        return [.circumstance(.contactsConfirmed(held))]
    }
}

/// One time that ways to reach somebody were said to be right still.
public struct ContactsConfirmed: Sendable, Equatable {
    public let kinds: [ChangeKind]
    public let event: EventStamp
}

extension Circumstances {
    /// The last word on a way to reach the person: that it was told, or was still right.
    /// - Returns: nil where none is held, or what is held is doubtful or disputed.
    public func lastSure(of kind: ChangeKind, on day: CalendarDay) -> EventStamp? {
        let status = status(of: kind, on: day)
        guard let held = status.held, held.detail.open.words != nil, status.failed == nil, status.disputed == nil else {
            return nil
        }
        let confirmed = confirmations.last { $0.kinds.contains(kind) && $0.event.sequence > held.event.sequence }
        return confirmed?.event ?? held.event
    }
}
