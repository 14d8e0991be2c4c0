public import Kernel

/// Days running over which one thing is held to be so.
public struct HeldCircumstance: Sendable, Equatable {
    public let kind: ChangeKind
    public let detail: HeldDetail
    public let from: CalendarDay
    /// The last day; nil when it has no end.
    public let until: CalendarDay?
    public let certainty: Certainty
    /// nil of what stood in the details when the person was registered, or when they were put right.
    public let source: ChangeSource?
    public let event: EventStamp
    /// The report it came with; nil of the details.
    public let change: Identifier<ReportedChange>?

    public func covers(_ day: CalendarDay) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    private init(_ other: HeldCircumstance, from: CalendarDay, until: CalendarDay?) {
        kind = other.kind
        detail = other.detail
        self.from = from
        self.until = until
        certainty = other.certainty
        source = other.source
        event = other.event
        change = other.change
    }

    init(
        kind: ChangeKind, detail: HeldDetail, from: CalendarDay, until: CalendarDay? = nil, certainty: Certainty,
        source: ChangeSource?, event: EventStamp, change: Identifier<ReportedChange>? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.from = from
        self.until = until
        self.certainty = certainty
        self.source = source
        self.event = event
        self.change = change
    }

    func shut() -> HeldCircumstance {
        HeldCircumstance(
            kind: kind, detail: detail.shut(kind), from: from, until: until, certainty: certainty, source: source,
            event: event, change: change)
    }

    /// The spells as they stand once this one has been said: what it covers is its own, the rest is left.
    func laid(over spells: [HeldCircumstance]) -> [HeldCircumstance] {
        var before: [HeldCircumstance] = []
        var after: [HeldCircumstance] = []
        for spell in spells {
            if spell.from < from {
                let end = from.adding(days: -1)
                before.append(HeldCircumstance(spell, from: spell.from, until: spell.until.map { min($0, end) } ?? end))
            }
            if let until, spell.until.map({ $0 > until }) ?? true {
                after.append(HeldCircumstance(spell, from: max(spell.from, until.adding(days: 1)), until: spell.until))
            }
        }
        return before + [self] + after
    }
}

/// What is held of one kind on one day.
public struct CircumstanceStatus: Sendable, Equatable {
    /// The spell that covers the day; nil when nothing was said of it.
    public let held: HeldCircumstance?
    /// A report of it that is disputed and not decided yet, with the other version.
    public let disputed: ReportedChange?
    /// The last time that a way to reach somebody failed since it was told.
    public let failed: ContactFailure?

    public var certainty: Certainty { held?.certainty ?? .unknown }
    public var detail: ChangeDetail? { held?.detail.value }
}
