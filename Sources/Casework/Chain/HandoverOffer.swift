import Kernel

/// What somebody said of a last meeting with both advisers when their adviser changed, and whether they agreed to what the
/// next one is told (G-125).
public struct HandoverOffer: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable {
        case wanted, declined, impossible

        public var title: String {
            switch self {
            case .wanted: "They want one"
            case .declined: "They do not want one"
            case .impossible: "It cannot be held"
            }
        }
    }

    public let answer: Answer
    /// Whether they agreed to the words for the next adviser; false where there are none.
    public let agreed: Bool

    public init(_ answer: Answer, agreed: Bool) {
        self.answer = answer
        self.agreed = agreed
    }
}

extension Referral {
    /// When a last meeting with both advisers was wanted at the last change of adviser, while none is on record.
    public var meetingWanted: EventStamp? {
        guard let offered = chain.offers.last, offered.offer.answer == .wanted, let now = assignments.last,
            now.event.sequence < offered.event.sequence
        else { return nil }
        // It may be held, and recorded, before the change is.
        let before = assignments.dropLast().last?.event.sequence ?? made.sequence
        let isHeld = chain.handovers.contains { $0.meeting.to.person == now.adviser && $0.event.sequence > before }
        return isHeld ? nil : offered.event
    }
}
