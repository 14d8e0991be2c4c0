public import Kernel

/// Why a day cannot be taken to be off a benefit: evidence comes before consequence (M-002).
public struct NotKnownOff: Sendable, Equatable {
    public enum Why: String, Sendable, Hashable, CaseIterable {
        case neverStated = "never-stated"
        case claimedOnly = "claimed-only"
        case unknown
        case onIt = "on-it"
    }

    public let benefit: String
    public let day: CalendarDay
    public let why: Why

    /// What is wrong and what would put it right.
    public var sentence: String {
        switch why {
        case .neverStated: "Nobody has said whether the customer was off \(benefit) on \(day.written)."
        case .claimedOnly: "Being off \(benefit) on \(day.written) was said, and the jobcentre has not confirmed it."
        case .unknown: "It is not known whether the customer was off \(benefit) on \(day.written)."
        case .onIt: "The customer was on \(benefit) on \(day.written)."
        }
    }
}

extension Circumstances {
    /// Whether a day is *known* to be off every one of these benefits; being claimed or unknown is not being off.
    /// - Returns: nil when it is, else the first benefit of which it is not known.
    public func notKnownOff(_ benefits: [String], on day: CalendarDay) -> NotKnownOff? {
        notKnownOff(benefits, from: day, through: day)
    }

    /// Whether every day of a range is known to be off every one of these benefits. Costs by the number of spells, not of
    /// days.
    /// - Returns: nil when each is, else the earliest day that is not, with the reason.
    public func notKnownOff(_ benefits: [String], from: CalendarDay, through last: CalendarDay) -> NotKnownOff? {
        var found: NotKnownOff?
        for benefit in benefits {
            guard
                let here = firstNotKnownOff(benefit, from: from, through: found.map { $0.day.adding(days: -1) } ?? last)
            else { continue }
            found = here
        }
        return found
    }

    private func firstNotKnownOff(_ benefit: String, from: CalendarDay, through last: CalendarDay) -> NotKnownOff? {
        var day = from
        for spell in spells(of: benefit) {
            if day > last { return nil }
            if let until = spell.until, until < day { continue }
            if spell.from > day { break }
            if let why = spell.whyNotKnownOff { return NotKnownOff(benefit: benefit, day: day, why: why) }
            guard let until = spell.until else { return nil }
            day = until.adding(days: 1)
        }
        return day > last ? nil : NotKnownOff(benefit: benefit, day: day, why: .neverStated)
    }

    /// The events by which days are known to be off these benefits: what a payment line cites.
    func addStatements(
        covering benefits: [String], from: CalendarDay, through last: CalendarDay,
        to events: inout [Identifier<Event<CaseFile>>]
    ) {
        for benefit in benefits {
            for spell in spells(of: benefit) where spell.from <= last {
                if let until = spell.until, until < from { continue }
                events.append(spell.event.id)
            }
        }
    }
}

extension BenefitSpell {
    /// Whether its days are known to be off the benefit.
    var isKnownOff: Bool { whyNotKnownOff == nil }

    fileprivate var whyNotKnownOff: NotKnownOff.Why? {
        switch (certainty, on) {
        case (.known, false): nil
        case (_, true): .onIt
        case (.claimed, _): .claimedOnly
        default: .unknown
        }
    }
}
