import Casework
import Kernel

/// One thing that happens to a made-up customer, at its time.
struct MadeUpStep: Sendable {
    let at: Instant
    let act: Act

    /// Who does it follows from the record: the jobcentre, the prime drawn, or the adviser assigned.
    enum Act: Sendable {
        case register
        case onBenefit
        case referralInterview
        case refer
        case acknowledge
        case query(String, String)
        case answer(upheld: Bool, String)
        case assign
        /// A group session at the jobcentre, to which everybody on the list is asked.
        case bookSession(CalendarDay)
        case attendSession
        /// At a time of that day that the adviser has free.
        case book(CalendarDay, AppointmentPurpose, ContactMode)
        case notice(NoticeRoute)
        case remind
        case move(to: CalendarDay, AskedBy, String)
        case attend(late: Int)
        case miss(String?, String?)
        case start(CalendarDay, JobKind, hours: Int)
        case end(CalendarDay, String)
        case prove(CalendarDay, CalendarDay, String)
        case offBenefit(CalendarDay, CalendarDay?, Certainty)
        case backOnBenefit(CalendarDay, CalendarDay?)
    }

    init(at moment: Instant, act: Act) {
        at = moment
        self.act = act
    }

    init(_ day: CalendarDay, _ hour: Int, _ minute: Int = 0, _ act: Act) {
        at = Instant(london: day, hour: hour, minute: minute)
        self.act = act
    }
}

/// A made-up customer: who they are, what their claim is, and what happens.
struct MadeUpCustomer: Sendable {
    let number: Int
    let subject: Identifier<CaseFile>
    let born: CalendarDay
    let claim: ClaimAnswers
    /// Their adviser at the jobcentre.
    let worker: MadeUpWorker
    let steps: [MadeUpStep]
    /// Where the ids of their commands come from: their own, so that nobody's depend on the order people are taken in.
    let random: RandomSource
}

extension WorkingDays {
    /// The last working day before a day.
    func before(_ day: CalendarDay) -> CalendarDay {
        var found = day.adding(days: -1)
        while !isWorkingDay(found) { found = found.adding(days: -1) }
        return found
    }
}
