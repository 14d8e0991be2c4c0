public import Kernel

/// Where somebody is, who leads and what comes next, as one reader sees it: the person reads it first of all (G-039).
public struct Whereabouts: Sendable, Equatable {
    public enum Place: Sendable, Equatable {
        case referred(programme: String, on: CalendarDay)
        case taking(programme: String, since: CalendarDay, TimeGone)
        case ended(programme: String, on: CalendarDay)
        /// On no programme, with whoever keeps the record.
        case helped(by: Identifier<Organisation>)
    }

    public enum Next: Sendable, Equatable {
        case appointment(Appointment)
        case step(PlanAction)
        /// The plan is to be gone through together.
        case review(by: CalendarDay)
        /// Nothing is agreed or booked, so whoever leads is to be in touch.
        case contact
    }

    /// nil for a reader who cannot say it by what they see.
    public let place: Place?
    public let lead: Lead?
    /// Whose person leads, or who is to say who does; nil for a reader who sees neither, and when nobody helps.
    public let organisation: Identifier<Organisation>?
    /// nil where nothing of what the reader sees is to come, and they do not see enough to say that nothing is.
    public let next: Next?
}

/// How much of an allotted time has gone: in completed weeks, or in days where it is not whole weeks.
public struct TimeGone: Sendable, Equatable {
    public enum Unit: String, Sendable, CaseIterable { case weeks, days }

    public let gone: Int
    public let all: Int
    public let unit: Unit

    /// `12 of 104 weeks`
    var written: String { "\(gone) of \(all) \(unit.rawValue)" }
}

extension Referral.Attachment {
    func timeGone(on day: CalendarDay) -> TimeGone {
        let all = on.days(until: until) + 1
        let gone = max(0, on.days(until: day))
        return all % 7 == 0
            ? TimeGone(gone: gone / 7, all: all / 7, unit: .weeks) : TimeGone(gone: gone, all: all, unit: .days)
    }
}

extension Whereabouts.Next {
    /// The day it is for; nil while it has none.
    public var day: CalendarDay? {
        switch self {
        case .appointment(let appointment): appointment.slot.day
        case .step(let action): action.terms.due
        case .review(let day): day
        case .contact: nil
        }
    }
}

extension SeenCase {
    /// What is booked and has not begun, the soonest first.
    public func comingAppointments(after now: Instant) -> [Appointment] {
        appointments.filter { $0.outcome == nil && $0.slot.starts > now }
            .sorted { ($0.slot.starts, $0.id) < ($1.slot.starts, $1.id) }
    }

    public func whereabouts(on day: CalendarDay, now: Instant, rules: ServiceRules) -> Whereabouts {
        let lead = lead(on: day)
        let open = referral.flatMap { $0.isOver(on: day) ? nil : $0 }
        let organisation = seesWhoLeads ? lead?.organisation ?? open?.holder ?? keepers?.leading : nil
        let seesAll = sight.sees(.appointments) && sight.sees(.plan) && !sight.isForItsOwn(.appointments)
        return Whereabouts(
            place: place(on: day), lead: lead, organisation: organisation,
            next: soonest(on: day, now, rules.planReviews) ?? (seesAll && organisation != nil ? .contact : nil))
    }

    private func place(on day: CalendarDay) -> Whereabouts.Place? {
        guard sight.sees(.referral) else { return nil }
        guard let referral else {
            return sight.isForItsOwn(.referral) ? nil : keepers.map { .helped(by: $0.leading) }
        }
        if referral.isOver(on: day), let last = referral.supportedUntil ?? referral.exit?.on {
            return .ended(programme: referral.programme, on: last)
        }
        guard let attachment = referral.attachment else {
            return .referred(programme: referral.programme, on: referral.on)
        }
        return .taking(programme: referral.programme, since: attachment.on, attachment.timeGone(on: day))
    }

    /// The soonest of what is booked, what was agreed and the next review; on one day the meeting first. What is late comes
    /// only where nothing is ahead (ours): it is said to be late where the plan is.
    private func soonest(
        on day: CalendarDay, _ now: Instant, _ reviewing: PlanReviewing
    ) -> Whereabouts.Next? {
        var dated: [(day: CalendarDay, what: Whereabouts.Next)] = comingAppointments(after: now).map {
            ($0.slot.day, .appointment($0))
        }
        for action in plan?.openActions ?? [] where action.state == .agreed {
            if let due = action.terms.due { dated.append((due, .step(action))) }
        }
        if let review = plan?.nextReview(stream: planStream, reviewing) { dated.append((review, .review(by: review))) }
        let ahead = dated.filter { $0.day >= day }
        // Of two on one day the one that stands first here is taken.
        return (ahead.isEmpty ? dated : ahead).min { $0.day < $1.day }?.what
    }
}
