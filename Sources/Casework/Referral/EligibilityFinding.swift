public import Kernel

/// What a programme's rules say of one claim on one day: every group with its reasons, and the one that decides.
public struct EligibilityFinding: Sendable, Equatable {
    public let programme: String
    public let day: CalendarDay
    /// Every group in the order tried, met or not.
    public let groups: [GroupResult]
    public let outcome: Outcome

    public enum Outcome: Sendable, Equatable {
        case eligible(Match)
        /// No group is met yet; this one would be met soonest, if nothing else changed.
        case notYet(group: String, on: CalendarDay)
        /// No group is met, and waiting alone would meet none.
        case none
        /// The claim cannot be judged, or the deciding group has no row for the circumstance (M-081, M-083).
        case refused(Refusal)
    }

    /// The group that decides, on what basis, and what joining it means.
    public struct Match: Sendable, Equatable {
        public let group: String
        public let title: String
        public let basis: Basis
        public let status: FigureStatus
        /// Where the basis comes from.
        public let source: String
        /// The duties after joining.
        public let duties: Duties?
        /// The row of the participation table, for those who have one (reference D2).
        public let participation: ParticipationRow?
        /// What joining means to everyone: how long, and what changes.
        public let joining: [String]
    }

    public var match: Match? {
        if case .eligible(let match) = outcome { match } else { nil }
    }

    /// The groups whose conditions are all met; the first decides.
    public var matches: [GroupResult] { groups.filter(\.met) }

    /// The deciding group in words, or why there is none.
    public var sentence: String {
        switch outcome {
        case .eligible(let match): "Group \(match.group), \(match.title): \(match.basis.rawValue)."
        case .notYet(let group, let day): "Not yet: group \(group) would be reached on \(day.written)."
        case .none: "No group of this programme is met, and waiting alone would not meet one."
        case .refused(let refusal): refusal.sentence
        }
    }

    /// The match, for a command that needs one.
    /// - Throws: `Refusal` that says why nobody may be referred on this claim on this day.
    public func required() throws(Refusal) -> Match {
        switch outcome {
        case .eligible(let match): return match
        case .refused(let refusal): throw refusal
        case .notYet(let group, let day):
            throw Refusal(
                "eligibility.not-yet",
                "This customer is in no group yet. Group \(group) would be reached on \(day.written): refer them then.",
                rule: "reference D1")
        case .none:
            throw Refusal(
                "eligibility.none",
                "This customer is in no group of this programme. Check the benefit, the claim's first day and the "
                    + "circumstances recorded; the reasons are listed group by group.", rule: "reference D1")
        }
    }
}

/// One group judged for one claim.
public struct GroupResult: Sendable, Equatable {
    public let group: String
    public let title: String
    public let conditions: [ConditionResult]
    public let met: Bool
    /// The day on which every condition would be met if nothing else changed; nil when met, or never by waiting.
    public let reachedOn: CalendarDay?
}
