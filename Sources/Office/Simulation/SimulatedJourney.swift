import Casework
import Kernel

/// The life of one simulated customer from registration to the last day, as steps. It follows from the plan, the seed and
/// the customer's number alone, so nobody's life depends on the order in which people are taken.
struct SimulatedJourney {
    let customer: MadeUpCustomer
    let group: String
    let referred: Instant
    private let plan: SimulationPlan
    private let number: Int
    private let random: RandomSource
    private let days = WorkingDays(.england)
    private var steps: [MadeUpStep] = []

    /// - Parameter phase: 0 for what leads to referral, 1 for what follows it: each has its own ids.
    init(number: Int, plan: SimulationPlan, partnership: MadeUpPartnership, phase: Int) {
        self.number = number
        self.plan = plan
        random = Self.stream(plan.seed, number, 0)
        let drawn = Self.referralDay(number, plan, random)
        let claim = SimulatedClaim(referred: drawn, random: random)
        // Nobody is told what joining changes before the first day, and they have time to think.
        let soonest = WorkingDays(.england).adding(4, to: plan.from)
        let day = claim.isByChoice && drawn < soonest && soonest <= plan.to ? soonest : drawn
        group = claim.group.id
        let opened = Instant(london: day, hour: 9, minute: number % 90)
        let subject = Identifier<CaseFile>(at: opened, random: random)
        referred = Instant(london: day, hour: 14, minute: number % 180)
        customer = MadeUpCustomer(
            number: number, subject: subject, born: claim.born, claim: claim.answers,
            worker: partnership.jobcentre[number % partnership.jobcentre.count], steps: [],
            random: Self.stream(plan.seed, number, UInt64(phase) + 1))
        if phase == 0 {
            reachReferral(on: day, opened)
        } else {
            goOn(from: day, claim.group)
        }
    }

    /// The customer with the steps of the phase, in order of time, up to the plan's last day.
    var told: MadeUpCustomer {
        let end = Instant(london: plan.to, hour: 23, minute: 59)
        let ordered = steps.enumerated().filter { $0.element.at <= end }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        return MadeUpCustomer(
            number: number, subject: customer.subject, born: customer.born, claim: customer.claim,
            worker: customer.worker, steps: ordered, random: customer.random)
    }

    private static func stream(_ seed: UInt64, _ number: Int, _ part: UInt64) -> RandomSource {
        .seeded(
            (seed &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(number) &* 0xD134_2543_DE82_EF95) &+ part &* 0xA076_1D64_78BD_642F
        )
    }

    private static func referralDay(_ number: Int, _ plan: SimulationPlan, _ random: RandomSource) -> CalendarDay {
        let days = WorkingDays(.england)
        func working(from first: CalendarDay, through last: CalendarDay) -> CalendarDay {
            let day = first.adding(days: random.below(first.days(until: last) + 1))
            let next = days.isWorkingDay(day) ? day : days.adding(1, to: day)
            return next <= last ? next : days.before(last.adding(days: 1))
        }
        if let months = plan.referredMonths, !months.isEmpty {
            let month = months[number % months.count]
            return working(from: max(month.first, plan.from), through: min(month.last, plan.to))
        }
        return working(from: plan.from, through: plan.to)
    }

    // MARK: To referral

    private mutating func reachReferral(on day: CalendarDay, _ opened: Instant) {
        add(opened, .register)
        add(opened.adding(minutes: 3), .onBenefit)
        add(opened.adding(minutes: 6), .bookSession(day))
        add(day, 12, number % 60, .attendSession)
        add(day, 13, number % 60, .referralInterview)
        add(referred, .refer)
    }

    // MARK: After it

    private mutating func goOn(from referral: CalendarDay, _ group: SimulationParameters.Group) {
        let day = days.adding(1, to: referral)
        add(day, 9, number % 60, .acknowledge)
        add(day, 10, number % 60, .assign)
        guard let attached = firstMeeting(bookedOn: day) else { return }
        let last = attached.adding(days: 104 * 7 - 1)
        var work = SimulatedWork(
            attached: attached, group: group, referred: Month(of: referral), random: random)
        var (since, booked, earliest) = (attached, at(attached, 17, 15), attached.adding(days: 14))
        let end = min(plan.to, last.adding(days: -7))
        while true {
            let job = work.next(after: since, until: end)
            meet(bookedAt: booked, earliest, before: job?.lowerBound ?? last)
            guard let job else { return }
            guard let heard = hold(job, until: last) else { return }
            since = job.upperBound.adding(days: SimulationParameters.daysBetweenJobs)
            booked = at(heard, 11, 30)
            earliest = heard.adding(days: 5)
        }
    }

    /// First appointments until one is kept.
    /// - Returns: the day it was kept, which is that of attachment; nil when none was.
    private mutating func firstMeeting(bookedOn day: CalendarDay) -> CalendarDay? {
        var booked = at(day, 11, number % 60)
        for _ in 0..<SimulationParameters.firstAttempts {
            let served = GiveNotice.served(.post, sent: booked.day, nation: .england)
            let meeting = cycle(onOrAfter: days.adding(5, to: served))
            add(booked, .book(meeting, .first, .faceToFace))
            add(booked.adding(minutes: 4), .notice(.post))
            if number % 2 == 0 { add(days.before(meeting), 15, number % 60, .remind) }
            if random.fraction() < SimulationParameters.firstKept {
                add(at(meeting, 17, 0), .attend(late: random.fraction() < SimulationParameters.late ? 10 : 0))
                return meeting
            }
            add(at(meeting, 17, 0), .miss(reason(), nil))
            booked = at(meeting, 17, 10)
        }
        return nil
    }

    /// Meetings every few weeks until a day.
    private mutating func meet(bookedAt moment: Instant, _ earliest: CalendarDay, before limit: CalendarDay) {
        var booked = moment
        var meeting = cycle(onOrAfter: earliest)
        while meeting < limit, booked.day <= plan.to {
            add(booked, .book(meeting, .review, random.below(3) == 0 ? .phone : .faceToFace))
            let missed = random.fraction() < SimulationParameters.laterMissed
            add(at(meeting, 17, 0), missed ? .miss(reason(), nil) : .attend(late: 0))
            booked = at(meeting, 17, 15)
            meeting = cycle(onOrAfter: meeting.adding(days: SimulationParameters.weeksBetweenMeetings * 7))
        }
    }

    /// A job, its proof every four weeks, and what becomes of the benefit.
    /// - Returns: the day its end was told of; nil when the allotted time was over by then.
    private mutating func hold(_ job: ClosedRange<CalendarDay>, until allotted: CalendarDay) -> CalendarDay? {
        let (start, last) = (job.lowerBound, job.upperBound)
        // Early on the day it is told of: after a long week-end the end of a very short job may be told of the same day.
        add(
            at(days.adding(1, to: start), 8, number % 60),
            .start(start, .employed, hours: [16, 24, 30, 37][random.below(4)]))
        add(
            at(days.adding(1, to: start.adding(days: SimulationParameters.benefitKnownAfter)), 10, number % 60),
            .offBenefit(start, nil, .known))
        let heard = days.adding(1, to: last.adding(days: 3))
        if heard <= allotted {
            add(at(heard, 11, 0), .end(last, ["F-248", "F-249", "F-250", "F-253"][random.below(4)]))
        }
        add(
            at(days.adding(1, to: last.adding(days: SimulationParameters.benefitKnownAfter)), 10, number % 60),
            .backOnBenefit(last.adding(days: 1), nil))
        var from = start
        while from <= last, from <= plan.to {
            let until = min(from.adding(days: 27), last)
            let recorded = days.adding(1, to: until.adding(days: SimulationParameters.proofAfter))
            add(at(recorded, 15, number % 60), .prove(from, until, "employer"))
            from = until.adding(days: 1)
        }
        return heard <= allotted ? heard : nil
    }

    private func reason() -> String { ["F-033", "F-036", "F-038", "F-045"][random.below(4)] }

    // MARK: Days

    /// The customer's own place in their adviser's fortnight; a bank holiday is skipped.
    private func cycle(onOrAfter day: CalendarDay) -> CalendarDay {
        let place = number % 10 < 5 ? number % 10 : number % 10 + 2
        let shift = (place - (Int(day.number) + 3) % 14 + 14) % 14
        var found = day.adding(days: shift)
        while !days.isWorkingDay(found) { found = found.adding(days: 14) }
        return found
    }

    private func at(_ day: CalendarDay, _ hour: Int, _ minute: Int) -> Instant {
        Instant(london: day, hour: hour, minute: minute)
    }

    private mutating func add(_ moment: Instant, _ act: MadeUpStep.Act) {
        steps.append(MadeUpStep(at: moment, act: act))
    }
    private mutating func add(_ day: CalendarDay, _ hour: Int, _ minute: Int, _ act: MadeUpStep.Act) {
        add(at(day, hour, minute), act)
    }
}

/// Each customer's time of day, so that no two of an adviser's eighty meet at once.
struct SimulationDiary: MadeUpDiary {
    static let caseload = 80

    func turn(at prime: Identifier<Organisation>, for customer: MadeUpCustomer) -> Int {
        customer.number / Self.caseload
    }

    func slot(
        of adviser: Identifier<Person>, for customer: MadeUpCustomer, on day: CalendarDay, _ mode: ContactMode
    ) throws -> Slot {
        let minutes = 9 * 60 + customer.number % Self.caseload / 10 * 45
        return try Slot(
            starts: Instant(london: day, hour: minutes / 60, minute: minutes % 60), minutes: 40, mode: mode)
    }
}
