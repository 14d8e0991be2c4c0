public import Casework
public import Insight
public import Kernel

extension DesignedPathway {
    /// The pathway that a programme draws: its standards, each with its limit, and its run of interviews, each in its
    /// window. Days begin and end at midnight in London.
    ///
    /// What follows from an interview held stands after the first of them, every other standard before it, in the order
    /// of the file. What is to come again and again is a run, and stands last.
    /// - Refuses: when the programme has neither.
    public init(_ programme: Programme, in nation: Nation) throws(Refusal) {
        let standards = StandardSteps(programme, WorkingDays(nation))
        let interviews = programme.interviews?.steps ?? []
        var steps = standards.before
        steps += interviews.prefix(1)
        steps += standards.afterInterview
        steps += interviews.dropFirst()
        steps += standards.runs
        guard !steps.isEmpty else {
            throw Refusal(
                "design.none",
                "The programme “\(programme.title)” has no interviews and no standards, so there is no pathway to lay over the journey."
            )
        }
        self.init(title: programme.title, steps: steps)
    }
}

/// The standards of a programme as steps of its pathway.
private struct StandardSteps {
    private(set) var before: [DesignedPathway.Step] = []
    private(set) var afterInterview: [DesignedPathway.Step] = []
    private(set) var runs: [DesignedPathway.Step] = []
    private let days: WorkingDays
    /// What the programme itself asks for again and again.
    private let recurring: Set<String>

    init(_ programme: Programme, _ days: WorkingDays) {
        self.days = days
        var recurring: Set<String> = []
        for standard in programme.standards {
            if case .every(_, let event) = standard.measure { recurring.insert(event) }
        }
        self.recurring = recurring
        for standard in programme.standards {
            switch standard.measure {
            case .within(let limit, let from, let to):
                let step = step(standard, limit, from: from, to: to)
                if from == "interview.held" { afterInterview.append(step) } else { before.append(step) }
            case .every(let limit, let event): runs.append(run(standard, limit, event))
            }
        }
    }

    private func step(
        _ standard: ServiceStandard, _ limit: TimeLimit, from: String, to: String
    ) -> DesignedPathway.Step {
        let isOnce = !recurring.contains(to) && StoreLog.happensOnce(to, since: from)
        return DesignedPathway.Step(
            title: standard.says, activity: StoreLog.activity(to),
            others: StoreLog.others(counting: to, since: from).map { StoreLog.activity($0) },
            after: StoreLog.activity(from), latest: last(limit), most: isOnce ? 1 : nil,
            brief: "\(standard.name), \(limit.written)")
    }

    /// Each time from the time before, as of a run of interviews; the first has nothing to be judged from.
    private func run(_ standard: ServiceStandard, _ limit: TimeLimit, _ event: String) -> DesignedPathway.Step {
        DesignedPathway.Step(
            title: standard.says, activity: StoreLog.activity(event),
            others: StoreLog.others(counting: event, since: nil).map { StoreLog.activity($0) }, latest: last(limit),
            most: nil, isOptional: true, isRun: true,
            pauses: StoreLog.pauses(standard.pausedBy).map {
                DesignedPathway.Pause(from: StoreLog.activity($0.from), until: StoreLog.activity($0.until))
            }, brief: "\(standard.name), every \(limit.written)")
    }

    /// The last moment inside a limit, of the moment at which its clock starts.
    private func last(_ limit: TimeLimit) -> @Sendable (Int64) -> Int64 {
        { [days] start in
            limit.lastDay(after: Instant(milliseconds: start).day) { days.adding($1, to: $0) }.end
        }
    }
}

extension ServiceStandard {
    /// Its name in the file, in words: `first contact`.
    fileprivate var name: String { id.replacing("-", with: " ") }
}

extension InterviewPathway {
    /// The interviews of the first kind of customer who has any; a log does not tell of which kind each is. The first
    /// counts from the first event, the others from the one before; those may all be left out, as screening or a job ends
    /// them. More of them than the run has are too many of its last.
    fileprivate var steps: [DesignedPathway.Step] {
        guard let kind = customers.first(where: { $0.interviews.value > 0 }) else { return [] }
        let (held, count) = (StoreLog.activity("interview.held"), kind.interviews.value)
        // Days of the claim, whose first is day 1, and weeks since the interview before.
        let first = kind.firstInDays.map {
            Window(from: $0.value.from.map { $0 - 1 }, until: $0.value.until.map { $0 - 1 })
        }
        let next = Window(from: windowWeeks.value.from.map { $0 * 7 }, until: windowWeeks.value.until.map { $0 * 7 })
        return (1...count).map { number in
            let window = number == 1 ? first : next
            return DesignedPathway.Step(
                title: "Interview \(number) of \(count)", activity: held, occurrence: number,
                after: number == 1 ? nil : held, earliest: window?.earliest, latest: window?.latest,
                most: number == count ? count : nil, isOptional: number > 1, brief: "interview \(number)")
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
