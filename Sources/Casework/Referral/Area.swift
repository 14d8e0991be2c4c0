public import Kernel

/// A contract package area: who may be drawn in it, at what shares, and the numbered register of draws (design §4.8).
///
/// Folded from the area's own stream. The draws themselves are only counted here; the register is read from the stream.
public struct Area: EventSubject, Sendable, Equatable {
    public static let stream = "area"

    public let id: Identifier<Area>
    public private(set) var sequence = 0
    public private(set) var opening: AreaFact.Opening?
    public private(set) var periods: [DrawPeriod] = []
    public private(set) var settings: [ShareSetting] = []
    /// How many draws the register holds; the next takes the number after it.
    public private(set) var draws = 0

    public init(id: Identifier<Area>) { self.id = id }

    public mutating func apply(_ event: Event<Area>) {
        sequence = event.sequence
        switch event.fact {
        case .opened(let opening): self.opening = opening
        case .keyCommitted(let period): periods.append(period)
        case .keyPublished(let id, let key):
            if let found = periods.firstIndex(where: { $0.id == id }) { periods[found].published = key }
        case .sharesSet(let setting): settings.append(setting)
        case .drawn(let draw): draws = draw.number
        }
    }

    /// Counts draws that were read from elsewhere than the stream.
    public mutating func advance(toDraw number: Int, sequence: Int) {
        draws = max(draws, number)
        self.sequence = max(self.sequence, sequence)
    }

    /// The period whose key draws on a day.
    public func period(on day: CalendarDay) -> DrawPeriod? {
        periods.last { $0.from <= day && day <= $0.until }
    }

    /// The shares of a group on a day: those set for the group, else those set for every group. Of several the one whose
    /// first day is the latest holds, and of two from one day the one recorded later.
    public func shares(programme: String, group: String, on day: CalendarDay) -> [Share] {
        func latest(_ group: String?) -> ShareSetting? {
            settings.filter { $0.programme == programme && $0.group == group && $0.from <= day }
                .reduce(nil) { latest, next in latest.map { $0.from > next.from ? $0 : next } ?? next }
        }
        return (latest(group) ?? latest(nil))?.shares ?? []
    }
}

/// A stretch of days with one secret key: its commitment is on the register before the first day, the key after the last.
public struct DrawPeriod: Sendable, Equatable {
    public let id: String
    public let from: CalendarDay
    public let until: CalendarDay
    /// SHA-256 of the key, in hexadecimal.
    public let commitment: String
    /// The key in hexadecimal, once the period is over and it has been published.
    public var published: String?

    public init(id: String, from: CalendarDay, until: CalendarDay, commitment: String) {
        self.id = id
        self.from = from
        self.until = until
        self.commitment = commitment
    }
}

/// The chance each provider of an area has, for one payment group or for all.
public struct ShareSetting: Sendable, Equatable {
    public let programme: String
    /// nil for every group that has no setting of its own.
    public let group: String?
    public let from: CalendarDay
    public let shares: [Share]

    /// - Refuses: shares that do not add up to 100%, a negative share, or one provider twice.
    public init(programme: String, group: String?, from: CalendarDay, shares: [Share]) throws(Refusal) {
        guard shares.map(\.tenThousandths).reduce(0, +) == 10_000, shares.allSatisfy({ $0.tenThousandths >= 0 }) else {
            throw Refusal(
                "area.shares", "The shares of an area must add up to 100%. Change one so that they do.",
                rule: "design §4.8", field: "shares")
        }
        guard Set(shares.map(\.provider)).count == shares.count else {
            throw Refusal(
                "area.provider-twice", "One provider is in the list twice. Give each provider one share.",
                field: "shares")
        }
        self.programme = programme
        self.group = group
        self.from = from
        self.shares = shares
    }
}

/// A provider's chance, in ten-thousandths: a probability, never a quota or a capacity.
public struct Share: Sendable, Equatable {
    public let provider: Identifier<Organisation>
    public let tenThousandths: Int

    public init(provider: Identifier<Organisation>, tenThousandths: Int) {
        self.provider = provider
        self.tenThousandths = tenThousandths
    }
}
