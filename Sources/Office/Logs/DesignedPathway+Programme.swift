public import Casework
public import Insight
public import Kernel

extension DesignedPathway {
    /// The pathway that a programme draws: its run of interviews, each in its window, and its standards that say what must
    /// follow what within how long, in the order of the file. Days begin and end at midnight in London.
    /// - Refuses: when the programme has neither.
    public init(_ programme: Programme, in nation: Nation) throws(Refusal) {
        let workingDays = WorkingDays(nation)
        let standards = programme.standards.compactMap { standard -> Step? in
            guard case .within(let limit, let from, let to) = standard.measure else { return nil }
            return Step(
                title: standard.says, activity: StoreLog.activity(to), after: StoreLog.activity(from),
                latest: { start in
                    let day = Instant(milliseconds: start).day
                    return limit.lastDay(after: day) { workingDays.adding($1, to: $0) }.end
                }, most: nil)
        }
        let steps = (programme.interviews?.steps ?? []) + standards
        guard !steps.isEmpty else {
            throw Refusal(
                "design.none",
                "The programme “\(programme.title)” has no interviews and no standard that says what must follow what within how long, so there is no pathway to lay over the journey."
            )
        }
        self.init(title: programme.title, steps: steps)
    }
}

extension InterviewPathway {
    /// The interviews of the first kind of customer who has any; a log does not tell of which kind each is. The first counts
    /// from the first event, the others from the one before; those may all be left out, as screening or a job ends them.
    fileprivate var steps: [DesignedPathway.Step] {
        guard let kind = customers.first(where: { $0.interviews.value > 0 }) else { return [] }
        let held = StoreLog.activity("interview.held")
        // Days of the claim, whose first is day 1, and weeks since the interview before.
        let first = kind.firstInDays.map {
            Window(from: $0.value.from.map { $0 - 1 }, until: $0.value.until.map { $0 - 1 })
        }
        let next = Window(from: windowWeeks.value.from.map { $0 * 7 }, until: windowWeeks.value.until.map { $0 * 7 })
        return (1...kind.interviews.value).map { number in
            let window = number == 1 ? first : next
            return DesignedPathway.Step(
                title: "Interview \(number) of \(kind.interviews.value)", activity: held, occurrence: number,
                after: number == 1 ? nil : held, earliest: window?.earliest, latest: window?.latest, most: nil,
                isOptional: number > 1)
        }
    }
}

/// Days after the one on which a clock starts, between which something is due.
private struct Window: Sendable {
    let from: Int?
    let until: Int?

    var earliest: (@Sendable (Int64) -> Int64)? {
        guard let from else { return nil }
        return { start in
            Instant(london: Instant(milliseconds: start).day.adding(days: from), hour: 0, minute: 0).milliseconds
        }
    }

    var latest: (@Sendable (Int64) -> Int64)? {
        guard let until else { return nil }
        return { start in Instant(milliseconds: start).day.adding(days: until).end }
    }
}

extension CalendarDay {
    /// Its last millisecond in London.
    fileprivate var end: Int64 { Instant(london: adding(days: 1), hour: 0, minute: 0).milliseconds - 1 }
}
