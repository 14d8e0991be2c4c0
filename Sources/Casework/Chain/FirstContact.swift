public import Kernel

/// The first contact of a referral against the standard of its programme (C05, M-008).
///
/// A contact is a call or message that reached the person, a letter or notice served on them, or a meeting they came to;
/// a call that nobody answered is an attempt and no contact (ours).
public struct FirstContact: Sendable, Equatable {
    public let standard: ServiceStandard
    /// The last day inside the standard.
    public let last: CalendarDay
    /// The day it was made; nil while it was not.
    public let made: CalendarDay?
    /// Attempts before it that reached nobody, in the order of record.
    public let tried: [ContactTry]

    /// Whether it was made in time; nil while it was not made.
    public var inTime: Bool? { made.map { $0 <= last } }

    /// - Returns: nil before acknowledgement, and where the programme sets no such standard.
    public init?(_ referral: Referral, _ appointments: [Appointment], in programme: Programme?) {
        guard let acknowledged = referral.acknowledged?.recorded.day,
            let (standard, limit) = programme?.firstContact(on: acknowledged)
        else { return nil }
        self.standard = standard
        let days = WorkingDays(referral.nation)
        last = limit.lastDay(after: acknowledged) { days.adding($1, to: $0) }
        let made = referral.firstContact(among: appointments)
        self.made = made
        tried = referral.chain.contacts.map(\.attempt).filter { !$0.counts && $0.on <= made ?? $0.on }
    }
}

extension Referral {
    /// The day of the first contact; nil while there is none.
    func firstContact(among appointments: [Appointment]) -> CalendarDay? {
        let meetings = meetings(among: appointments)
        let reached = chain.contacts.filter(\.attempt.counts).map(\.attempt.on)
        let notices = meetings.flatMap { $0.servedNotices.map(\.notice.served) }
        let met = meetings.compactMap { $0.attendance == nil ? nil : $0.slot.day }
        return (reached + notices + met).min()
    }

    /// Those booked since it was made, the jobcentre's own interviews apart.
    func meetings(among appointments: [Appointment]) -> [Appointment] {
        appointments.filter { $0.booked.sequence > made.sequence && $0.purpose != .interview }
    }
}

extension ContactTry {
    /// Whether it is a contact: the person was reached, or a letter went.
    public var counts: Bool { reached || route == .letter }
}

extension Programme {
    /// The standard for first contact on a day, and its limit.
    fileprivate func firstContact(on day: CalendarDay) -> (ServiceStandard, TimeLimit)? {
        for standard in standards where standard.range.contains(day) {
            if case .within(let limit, from: "referral.acknowledged", to: "contact.made") = standard.measure {
                return (standard, limit)
            }
        }
        return nil
    }
}

/// Records one attempt to reach somebody who was referred, whether it did or not (C05, G-119).
/// - Refuses: a day before acknowledgement or after today.
public struct RecordContact: CaseCommand {
    public let attempt: ContactTry

    public init(_ attempt: ContactTry) { self.attempt = attempt }

    public static let act = Act.recordContact

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let acknowledged = referral.acknowledged else {
            throw Refusal(
                "contact.before-acknowledgement", "Acknowledge the referral first; then make contact.", rule: "C05")
        }
        let first = acknowledged.recorded.day
        guard first <= attempt.on, attempt.on <= context.today else {
            throw Refusal(
                "contact.day", "Choose a day from \(first.written), when the referral was acknowledged, to today.",
                field: "on")
        }
        return [.chain(.contactTried(referral.id, attempt))]
    }
}
