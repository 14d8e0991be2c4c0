public import Kernel

/// Until when a provider may query a referral (M-006, G-101): inside the programme's limit, counted from the first contact
/// both ways, or from acknowledgement while the person has not answered: a letter or a notice is no answer. It never runs
/// past the longer time that `query_extension` adds after the limit from acknowledgement (ours); where the programme adds
/// none, it ends with that limit.
public struct QueryWindow: Sendable, Equatable {
    /// The last day of it, as things stand.
    public let last: CalendarDay
    /// The last day it can reach.
    public let end: CalendarDay
    /// From which day longer may be asked for; nil once the person answered or longer was asked for, and where the
    /// programme adds none.
    public let extendsFrom: CalendarDay?

    /// - Returns: nil before acknowledgement, and where the programme sets no limit.
    public init?(_ referral: Referral, _ appointments: [Appointment], in programme: Programme?) {
        guard let programme, let acknowledged = referral.acknowledged?.recorded.day,
            let limit = programme.limit(.queryUnsuitable, on: acknowledged)?.value
        else { return nil }
        let days = WorkingDays(referral.nation)
        func last(_ limit: TimeLimit, after day: CalendarDay) -> CalendarDay {
            limit.lastDay(after: day) { days.adding($1, to: $0) }
        }
        let first = last(limit, after: acknowledged)
        let longer = programme.limit(.queryExtension, on: acknowledged)?.value
        end = longer.map { last($0, after: first) } ?? first
        if let reached = referral.firstTwoWayContact(appointments) {
            self.last = min(last(limit, after: max(reached, acknowledged)), end)
            extendsFrom = nil
        } else {
            self.last = referral.queryExtended == nil ? first : end
            extendsFrom = longer == nil || referral.queryExtended != nil ? nil : first
        }
    }

    /// Whether longer may be asked for on a day.
    public func mayExtend(on day: CalendarDay) -> Bool { extendsFrom.map { $0 <= day && day <= end } ?? false }
}
