/// Keeps of each case what a pathway asks for, to be laid beside it once it is known when the log ends.
///
/// Its memory grows with the cases: by sixteen bytes for each, twelve for each of its events that the pathway names and
/// eight for each departure; where cases are listed, by some fifty more and the name of each.
public struct PathwaySink: EventLogSink {
    private let bound: DesignedPathway.Bound
    private let pathway: DesignedPathway
    private let known: Set<Int32>
    private let listsCases: Bool
    private var cases: KeptCases
    private var trace = Trace()
    private var name: String?
    private var until = Int64.min

    /// - Parameters:
    ///   - pathway: what is laid over the log.
    ///   - tables: the numbers of the names; those of the pathway are given theirs now.
    ///   - listsCases: whether each case is told by its name, with what it kept.
    public init(
        _ pathway: DesignedPathway, naming tables: inout LogTables, listingCases listsCases: Bool = false
    ) {
        self.pathway = pathway
        self.listsCases = listsCases
        bound = DesignedPathway.Bound(pathway, naming: &tables)
        known = bound.known
        cases = KeptCases(keepingNames: listsCases)
    }

    public var takesAttributes: Bool { listsCases }

    public mutating func event(_ event: LoggedEvent) { trace.events.append(event) }

    public mutating func attribute(_ name: String, _ value: String) {
        if name == "concept:name" { self.name = value }
    }

    public mutating func endTrace() {
        trace.order()
        until = max(until, trace.events.last?.time ?? until)
        cases.add(trace, keeping: known, name: name)
        trace.events.removeAll(keepingCapacity: true)
        name = nil
    }

    /// What the cases read so far come to, with the last event read as the end of what is known.
    public var lived: LivedPathway {
        let told = cases.told
        let isTold = bound.steps.map { $0.isTold(told) }
        var tallies = [StepTally](repeating: StepTally(), count: bound.steps.count)
        var tally = AgreementTally()
        var byCase: [CaseAgreement] = []
        for number in 0..<cases.count {
            let findings = bound.findings(cases[number], until: until)
            var (due, kept) = (0, 0)
            for step in findings.indices where isTold[step] && findings[step].isDue {
                tallies[step].add(findings[step])
                due += 1
                if findings[step].isKept { kept += 1 }
            }
            let agreement = CaseAgreement(name: cases.name(number), due: due, kept: kept)
            tally.add(agreement)
            if listsCases { byCase.append(agreement) }
        }
        let steps = zip(bound.steps, tallies).map { $1.step($0.step) }
        return LivedPathway(
            title: pathway.title, cases: cases.count, steps: zip(steps, isTold).filter { $0.1 }.map { $0.0 },
            untold: zip(steps, isTold).filter { !$0.1 }.map { $0.0.title }, judged: tally.judged,
            agreement: tally.mean, spread: tally.spread, byCase: listsCases ? byCase : nil, least: 0)
    }
}

/// What one step came to over the cases for which it was due.
private struct StepTally {
    private var due = 0
    private var kept = 0
    private var times: [Departure: ContiguousArray<Int64>] = [:]

    mutating func add(_ finding: StepFinding) {
        due += 1
        if finding.isKept { kept += 1 }
        for (departure, time) in finding.departures { times[departure, default: []].append(time) }
    }

    func step(_ step: DesignedPathway.Step) -> LivedPathway.Step {
        LivedPathway.Step(
            title: step.title, brief: step.brief ?? step.title, activity: step.activity, others: step.others, due: due,
            kept: kept,
            left: Departure.allCases.compactMap { departure in times[departure].map { left(departure, $0) } })
    }

    private func left(_ departure: Departure, _ times: ContiguousArray<Int64>) -> LivedPathway.Left {
        var waits = WaitingTimes(times)
        let hasDays = departure != .skipped
        return LivedPathway.Left(
            departure: departure, people: times.count, medianDays: hasDays ? waits.quantile(0.5) / 86_400 : nil,
            totalDays: hasDays ? waits.mean * Double(times.count) / 86_400 : nil)
    }
}
