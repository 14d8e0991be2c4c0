public import Kernel

/// What is held about a person's benefits, day by day and with its certainty.
///
/// A statement recorded later wins over the days it covers; the days around it keep what was said of them before.
public struct Circumstances: Sendable, Equatable {
    /// Every statement, in the order in which they were recorded.
    public private(set) var statements: [Stated] = []
    private var histories: [History] = []

    public struct Stated: Sendable, Equatable {
        public let event: EventStamp
        public let statement: BenefitStatement
    }

    private struct History: Sendable, Equatable {
        let benefit: String
        /// In order of day, none sharing a day with another.
        var spells: [BenefitSpell]
    }

    public init() {}

    public mutating func apply(_ fact: CircumstanceFact, _ stamp: EventStamp) {
        switch fact {
        case .benefitStated(let statement):
            statements.append(Stated(event: stamp, statement: statement))
            let spell = BenefitSpell(statement, stamp)
            if let found = histories.firstIndex(where: { $0.benefit == statement.benefit }) {
                histories[found].spells = spell.laid(over: histories[found].spells)
            } else {
                histories.append(History(benefit: statement.benefit, spells: [spell]))
            }
        }
    }

    /// The benefits something was ever said of, by code.
    public var benefits: [String] { histories.map(\.benefit).sorted() }

    /// What is held of a benefit, in order of day; a day no spell covers was never spoken of.
    public func spells(of benefit: String) -> [BenefitSpell] {
        histories.firstIndex { $0.benefit == benefit }.map { histories[$0].spells } ?? []
    }

    /// What is held of a benefit on a day.
    public func status(benefit: String, on day: CalendarDay) -> BenefitStatus {
        guard let spell = spells(of: benefit).first(where: { $0.covers(day) }) else {
            return BenefitStatus(on: nil, certainty: .unknown, stamp: nil)
        }
        return BenefitStatus(on: spell.on, certainty: spell.certainty, stamp: spell.event)
    }
}

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
