public import Kernel

/// What is held of one benefit on one day.
public struct BenefitStatus: Sendable, Equatable {
    /// nil when it is not known either way.
    public let on: Bool?
    public let certainty: Certainty
    /// The statement that says so; nil when nothing was ever said of the day.
    public let stamp: EventStamp?
}

/// Days running over which the same statement stands.
public struct BenefitSpell: Sendable, Equatable {
    public let from: CalendarDay
    /// The last day; nil when it has no end.
    public let until: CalendarDay?
    /// nil when it is not known either way.
    public let on: Bool?
    public let certainty: Certainty
    public let source: BenefitSource
    public let event: EventStamp

    init(_ statement: BenefitStatement, _ stamp: EventStamp) {
        from = statement.from
        until = statement.until
        on = statement.certainty == .unknown ? nil : statement.on
        certainty = statement.certainty
        source = statement.source
        event = stamp
    }

    private init(_ other: BenefitSpell, from: CalendarDay, until: CalendarDay?) {
        self.from = from
        self.until = until
        on = other.on
        certainty = other.certainty
        source = other.source
        event = other.event
    }

    public func covers(_ day: CalendarDay) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    /// The spells as they stand once this one has been said: what it covers is its own, the rest is left.
    func laid(over spells: [BenefitSpell]) -> [BenefitSpell] {
        var before: [BenefitSpell] = []
        var after: [BenefitSpell] = []
        for spell in spells {
            if spell.from < from {
                let end = from.adding(days: -1)
                before.append(BenefitSpell(spell, from: spell.from, until: spell.until.map { min($0, end) } ?? end))
            }
            if let until, spell.until.map({ $0 > until }) ?? true {
                after.append(BenefitSpell(spell, from: max(spell.from, until.adding(days: 1)), until: spell.until))
            }
        }
        return before + [self] + after
    }
}
