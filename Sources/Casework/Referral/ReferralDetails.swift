public import Kernel

/// What whoever has a person asked of the sender because the referral came without it, and what became of that (G-097).
public struct ReferralDetails: Sendable, Equatable {
    public internal(set) var asked: Asked?
    public internal(set) var answered: Answered?
    /// When whoever has the person said that what came is enough to begin with.
    public internal(set) var enough: EventStamp?

    public struct Asked: Sendable, Equatable {
        public let event: EventStamp
        public let items: [ReferralItem]
        public let words: Sealed<Words>
    }

    public struct Answered: Sendable, Equatable {
        public let event: EventStamp
        public let words: Sealed<Words>
    }

    /// What was asked and is still missing, until it is answered or what came is enough.
    public func waiting(_ completeness: ReferralCompleteness?) -> [ReferralItem] {
        guard let asked, answered == nil, enough == nil else { return [] }
        return (completeness?.missing ?? []).filter(asked.items.contains)
    }
}
