/// A step of a pathway with its activities looked up, laid beside one case.
struct BoundStep {
    let step: DesignedPathway.Step
    private let activity: Int32
    /// Its own activity and those that are as good.
    private let counting: Set<Int32>
    private let after: Int32?
    private let pauses: [(from: Int32, until: Int32)]

    init(_ step: DesignedPathway.Step, naming tables: inout LogTables) {
        self.step = step
        activity = tables.activities.number(of: step.activity)
        after = step.after.map { tables.activities.number(of: $0) }
        var counting: Set<Int32> = [activity]
        for other in step.others { counting.insert(tables.activities.number(of: other)) }
        self.counting = counting
        var pauses: [(from: Int32, until: Int32)] = []
        for pause in step.pauses {
            pauses.append((tables.activities.number(of: pause.from), tables.activities.number(of: pause.until)))
        }
        self.pauses = pauses
    }

    /// Every activity that it speaks of.
    var known: Set<Int32> {
        var known = counting.union(pauses.flatMap { [$0.from, $0.until] })
        if let after { known.insert(after) }
        return known
    }

    /// Whether a log that tells of these activities can tell of it.
    func isTold(_ told: Set<Int32>) -> Bool { !counting.isDisjoint(with: told) }

    /// Where in the case its clock started; nil when it has not.
    private func start(in life: KeptCase) -> Int? {
        guard let after else { return 0 }
        return life.place(of: [after], time: after == activity ? max(step.occurrence - 1, 1) : 1)
    }

    /// Where in the case it happened: of a first one, what came since its clock started before anything earlier. A run
    /// has no place of its own.
    func place(in life: KeptCase) -> Int? {
        guard !step.isRun else { return nil }
        guard step.occurrence == 1 else { return life.place(of: counting, time: step.occurrence) }
        let since = start(in: life).flatMap { life.place(of: counting, since: $0) }
        return since ?? life.place(of: [activity])
    }

    /// Whether it was left out although it has no last moment: something that should follow it has happened.
    func isMissed(_ place: Int?, before later: ArraySlice<Int?>) -> Bool {
        guard place == nil, step.latest == nil, step.after == nil, !step.isOptional, !step.isRun else { return false }
        return later.contains { $0 != nil }
    }

    func finding(at place: Int?, in life: KeptCase, until: Int64) -> StepFinding {
        if step.isRun { return run(in: life) }
        guard let clock = start(in: life).map({ life.events[$0].time }) else { return StepFinding() }
        guard let place else {
            let isOver = step.latest.map { $0(clock) < until } ?? false
            return isOver && !step.isOptional ? .skipped : StepFinding()
        }
        var finding = StepFinding(isDue: true)
        let time = life.events[place].time
        if let latest = step.latest?(clock), time > latest {
            finding.departures[.late] = time - latest
        } else if let earliest = step.earliest?(clock), time < earliest {
            finding.departures[.early] = earliest - time
        }
        if let most = step.most {
            let times = life.times(of: activity)
            if times.count > most, let last = times.last {
                finding.departures[.repeated] = last - times[max(most, 1) - 1]
            }
        }
        return finding
    }

    /// Each time against the time before; what a pause touches is passed over. After the last it was left out when the
    /// case went on past its moment.
    private func run(in life: KeptCase) -> StepFinding {
        guard let latest = step.latest else { return StepFinding() }
        var finding = StepFinding()
        var last: Int64?
        var open: Set<Int> = []
        var isPaused = false
        for event in life.events {
            for (number, pause) in pauses.enumerated() {
                if event.activity == pause.from { open.insert(number) }
                if !open.isEmpty { isPaused = true }
                if event.activity == pause.until { open.remove(number) }
            }
            guard counting.contains(event.activity) else { continue }
            if let last, !isPaused {
                finding.isDue = true
                let over = event.time - latest(last)
                if over > 0 { finding.departures[.late, default: 0] += over }
            }
            last = event.time
            isPaused = !open.isEmpty
        }
        if let last, !isPaused, latest(last) < life.last {
            finding.isDue = true
            finding.departures[.skipped] = 0
        }
        return finding
    }
}
