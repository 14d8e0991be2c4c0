import Casework
import Kernel

/// Writes the steps of one made-up customer. A story may run past the present: what has not happened yet is cut off.
struct DemonstrationStory {
    private let number: Int
    private let now: Instant
    private let days = WorkingDays(.england)
    private var written: [MadeUpStep] = []

    private var today: CalendarDay { now.day }

    init(_ number: Int, at now: Instant) {
        self.number = number
        self.now = now
    }

    /// The steps that have happened, in order of time, and the day of referral the claim is judged on.
    mutating func steps(_ kind: DemonstrationKind) -> (steps: [MadeUpStep], referred: CalendarDay) {
        let referred = write(kind)
        return (written.filter { $0.at < now }.sorted { $0.at < $1.at }, referred)
    }

    // MARK: The kinds

    private mutating func write(_ kind: DemonstrationKind) -> CalendarDay {
        switch kind {
        case .registered: return registered(on: back(4))
        case .interviewed: return interviewed(on: back(2))
        case .waiting: return referred(on: back(1 + number % 2))
        case .overdue: return referred(on: back(7))
        case .acknowledged: return acknowledged(on: back(3))
        case .queried(let answer): return queried(answer)
        case .first(let offset): return joined(first: today.adding(days: offset), .attended)
        case .firstMissed: return joined(first: back(3), .missed)
        case .firstUnrecorded: return joined(first: back(1), .unrecorded)
        case .attached(let weeks, let offset): return attached(weeks: weeks, offset: offset)
        case .reviewMissed: return attached(weeks: 16, offset: -2, last: .missed)
        case .silent: return attached(weeks: 20, offset: -number % 5, until: back(40))
        case .working(let weeks, let proof): return working(weeks: weeks, proof)
        case .claimed: return working(weeks: 12, .upToDate, known: .claimed)
        case .uncounted: return working(weeks: 20, .upToDate, backOnBenefit: true)
        case .ended: return working(weeks: 24, .upToDate, lasting: 108)
        }
    }

    private mutating func registered(on day: CalendarDay) -> CalendarDay {
        let minute = number % 50
        add(day, 9, minute, .register)
        add(day, 9, minute + 4, .onBenefit)
        return day
    }

    private mutating func interviewed(on day: CalendarDay) -> CalendarDay {
        let day = registered(on: day)
        add(day, 13, number % 50, .referralInterview)
        return day
    }

    private mutating func referred(on day: CalendarDay) -> CalendarDay {
        let day = working(on: day)
        _ = registered(on: days.before(day))
        add(day, 13, number % 50, .referralInterview)
        add(day, 13, number % 50 + 5, .refer)
        return day
    }

    private mutating func acknowledged(on day: CalendarDay) -> CalendarDay {
        let day = referred(on: day)
        add(days.adding(1, to: day), 9, 5 + number % 50, .acknowledge)
        return day
    }

    private mutating func queried(_ answer: DemonstrationKind.Answer?) -> CalendarDay {
        guard let answer else {
            let day = acknowledged(on: back(8))
            add(days.adding(3, to: day), 11, number % 50, .query("query-moved", "Her new address is outside our area."))
            return day
        }
        switch answer {
        case .withdrawn:
            let day = acknowledged(on: back(24))
            add(days.adding(2, to: day), 11, 10, .query("query-benefit", "He says that his claim ended last week."))
            add(days.adding(4, to: day), 15, 30, .answer(upheld: true, "The claim ended before the referral."))
            return day
        case .stands:
            let day = joined(first: back(6), .attended, from: 5)
            add(days.adding(2, to: day), 11, 10, .query("query-moved", "The address we have is across the river."))
            add(days.adding(4, to: day), 15, 30, .answer(upheld: false, "He still lives in Ashcombe; see the address."))
            return day
        }
    }

    private enum FirstMeeting {
        case attended, missed, unrecorded
    }

    /// Referral, acknowledgement, assignment and a first appointment with its notice.
    private mutating func joined(first: CalendarDay, _ outcome: FirstMeeting, from assigned: Int = 1) -> CalendarDay {
        let first = working(on: first)
        let day = acknowledged(on: first.adding(days: -14))
        let next = days.adding(assigned, to: day)
        add(next, 14, number % 40, .assign)
        add(next, 15, number % 40, .book(first, .first, .faceToFace))
        add(next, 15, number % 40 + 3, .notice(number % 2 == 0 ? .post : .email))
        if number % 3 != 0 { add(days.before(first), 16, number % 50, .remind) }
        switch outcome {
        case .attended: add(first, 19, 0, .attend(late: number % 5 == 0 ? 10 : 0))
        case .missed: add(first, 19, 0, .miss("F-036", "The letter went to my old address."))
        case .unrecorded: break
        }
        return day
    }

    /// Joined and seen every fortnight since (D-085), on a grid of days so that a meeting can be made to fall on one.
    private mutating func attached(
        weeks: Int, offset: Int, last: FirstMeeting = .attended, until: CalendarDay? = nil
    ) -> CalendarDay {
        let start = today.adding(days: offset - weeks / 2 * 14)
        let day = joined(first: start, .attended)
        reviews(from: start, last: last, until: until ?? today.adding(days: 20))
        return day
    }

    private mutating func reviews(from start: CalendarDay, last: FirstMeeting, until: CalendarDay) {
        var (meeting, planned) = (working(on: start), start.adding(days: 14))
        var count = number % 6
        while planned <= until {
            let next = working(on: planned)
            count += 1
            let mode: ContactMode = [.faceToFace, .phone, .faceToFace, .video][count % 4]
            add(meeting, 19, 10, .book(next, .review, mode))
            let isLast = planned <= today && planned.adding(days: 14) > today
            if count % 7 == 5 {  // moved before it starts, so never a miss (M-009)
                let moved = days.adding(1, to: next)
                add(days.before(next), 11, 0, .move(to: moved, .customer, "medical"))
                add(moved, 19, 0, .attend(late: 0))
                meeting = moved
            } else if isLast ? last == .missed : count % 5 == 4 {  // about one in five is missed (DWP RR 278)
                add(next, 19, 0, .miss(count % 2 == 0 ? "F-033" : "F-030", count % 2 == 0 ? nil : "My son was ill."))
                meeting = next
            } else {
                if !isLast || last == .attended { add(next, 19, 0, .attend(late: count % 4 == 1 ? 5 : 0)) }
                meeting = next
            }
            planned = planned.adding(days: 14)
        }
    }

    // MARK: Work

    private mutating func working(
        weeks: Int, _ proof: DemonstrationKind.Proving, known: Certainty = .known, backOnBenefit: Bool = false,
        lasting: Int? = nil
    ) -> CalendarDay {
        let started = working(on: today.adding(days: -weeks * 7 - number % 6))
        let first = working(on: started.adding(days: -42 - number % 3 * 14))
        let day = joined(first: first, .attended)
        reviews(from: first, last: .attended, until: started.adding(days: -15))
        let kind: JobKind = [.employed, .agency, .employed, .employed][number % 4]
        add(started, 16, 30, .start(started, kind, hours: [37, 16, 30, 24][number % 4]))
        let told = days.adding(5, to: started)
        add(told, 10, number % 50, .offBenefit(started, nil, known))
        let last = lasting.map { started.adding(days: $0) }
        prove(from: started, until: min(last ?? today, proof.until(today)))
        if backOnBenefit {
            let week = started.adding(days: 63)
            add(working(on: week.adding(days: 10)), 11, 0, .backOnBenefit(week, week.adding(days: 6)))
        }
        if let last {
            let heard = days.adding(2, to: last)
            add(heard, 11, 30, .end(last, "F-248"))
            add(heard, 12, 0, .backOnBenefit(last.adding(days: 1), heard))
            let review = working(on: heard.adding(days: 9))
            add(heard, 12, 30, .book(review, .review, .faceToFace))
            add(review, 19, 0, .attend(late: 0))
            reviews(from: review, last: .attended, until: today.adding(days: 20))
        }
        return day
    }

    /// Four weeks at a time, a few days after they are over.
    private mutating func prove(from start: CalendarDay, until last: CalendarDay) {
        var from = start
        var count = 0
        while from <= last {
            let until = min(from.adding(days: 27), last)
            add(
                days.adding(2, to: until), 15, number % 50, .prove(from, until, count % 3 == 1 ? "employer" : "payslip")
            )
            from = until.adding(days: 1)
            count += 1
        }
    }

    // MARK: Days

    private mutating func add(_ day: CalendarDay, _ hour: Int, _ minute: Int, _ act: MadeUpStep.Act) {
        written.append(MadeUpStep(day, hour, minute, act))
    }

    /// So many working days before today.
    private func back(_ count: Int) -> CalendarDay { (0..<count).reduce(today) { day, _ in days.before(day) } }

    private func working(on day: CalendarDay) -> CalendarDay {
        days.isWorkingDay(day) ? day : days.adding(1, to: day)
    }
}
