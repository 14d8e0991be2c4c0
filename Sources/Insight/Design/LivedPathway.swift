public import Kernel

/// A designed pathway laid over what was lived: at each step who left it, how, and by how many days.
public struct LivedPathway: Sendable, Equatable {
    /// Those who left a step in one way.
    public struct Left: Sendable, Equatable {
        /// In what way.
        public let departure: Departure
        /// How many cases.
        public let people: Int
        /// The median of the days late, or early; nil for what has none.
        public let medianDays: Double?
    }

    /// How one step of the pathway was kept.
    public struct Step: Sendable, Equatable {
        /// As the pathway calls it.
        public let title: String
        /// The activity by which the log tells of it.
        public let activity: String
        /// How many cases were to be judged.
        public let due: Int
        /// Of those due, in how many nothing was left.
        public let kept: Int
        /// Who left it, by way; a case may have left it in more ways than one.
        public let left: [Left]
    }

    /// As the pathway is called.
    public let title: String
    /// How many cases were looked at.
    public let cases: Int
    /// The steps that the log tells of, in the order of the pathway.
    public let steps: [Step]
    /// Steps that the log never tells of, in any case: whether they were kept cannot be said.
    public let untold: [String]
    /// How many cases had something to be judged.
    public let judged: Int
    /// Of those judged, how many kept every step that was due.
    public let keptAll: Int
    /// The mean over the cases judged of the share of their due steps that they kept; 1 when none was judged.
    public let agreement: Double

    /// In a sentence: how many kept to the pathway.
    public var sentence: String {
        judged == 0
            ? "Nobody has come to a step of the pathway yet."
            : "Of \(JourneyMap.people(judged)) who came to a step of the pathway, \(JourneyMap.grouped(keptAll)) kept to all of it; "
                + "on the whole \(MapDrawing.n(agreement * 100))% of a person's steps were kept."
    }

    /// The same for programs, as `docs/maps.md` describes it.
    public var json: JSON {
        [
            "pathway": .string(title), "cases": .int(cases), "judged": .int(judged), "kept_all": .int(keptAll),
            "agreement": .real(agreement), "untold": .array(untold.map { .string($0) }),
            "steps": .array(
                steps.map { step in
                    [
                        "title": .string(step.title), "activity": .string(step.activity), "due": .int(step.due),
                        "kept": .int(step.kept),
                        "departures": .array(
                            step.left.map {
                                .fields([
                                    "kind": .string($0.departure.rawValue), "people": .int($0.people),
                                    "median_days": $0.medianDays.map { .real($0) },
                                ])
                            }),
                    ]
                }),
        ]
    }
}

/// Keeps each case, to be laid beside a pathway once it is known when the log ends.
public struct PathwaySink: EventLogSink {
    private let bound: DesignedPathway.Bound
    private let pathway: DesignedPathway
    private var known: Set<Int32>
    private var traces: [Trace] = []
    private var trace = Trace()
    private var until = Int64.min

    public init(_ pathway: DesignedPathway, naming tables: inout LogTables) {
        self.pathway = pathway
        bound = DesignedPathway.Bound(pathway, naming: &tables)
        known = Set(bound.steps.flatMap { [$0.activity, $0.after ?? $0.activity] })
    }

    public mutating func event(_ event: LoggedEvent) { trace.events.append(event) }

    public mutating func endTrace() {
        trace.order()
        until = max(until, trace.events.last?.time ?? until)
        // Of the rest only the first is needed, which may start a clock.
        let kept = trace.events.enumerated().filter { $0.offset == 0 || known.contains($0.element.activity) }
        trace.events = ContiguousArray(kept.map(\.element))
        traces.append(trace)
        trace = Trace()
    }

    /// What the cases read so far come to, with the last event read as the end of what is known.
    public var lived: LivedPathway {
        let told = traces.reduce(into: Set<Int32>()) { $0.formUnion($1.events.lazy.map(\.activity)) }
        let untold = Set(bound.steps.indices.filter { !told.contains(bound.steps[$0].activity) })
        var due = [Int](repeating: 0, count: bound.steps.count)
        var kept = due
        var over = [[Departure: [Int64]]](repeating: [:], count: bound.steps.count)
        var (judged, keptAll, sum) = (0, 0, 0.0)
        for trace in traces {
            var findings = bound.findings(trace, until: until)
            for number in untold { findings[number] = StepFinding() }
            let mine = findings.count(where: \.isDue)
            let good = findings.count(where: { $0.isDue && $0.departures.isEmpty })
            for (number, finding) in findings.enumerated() where finding.isDue {
                due[number] += 1
                if finding.departures.isEmpty { kept[number] += 1 }
                for departure in finding.departures { over[number][departure, default: []].append(finding.over) }
            }
            guard mine > 0 else { continue }
            judged += 1
            if good == mine { keptAll += 1 }
            sum += Double(good) / Double(mine)
        }
        let steps = bound.steps.indices.filter { !untold.contains($0) }.map { number in
            LivedPathway.Step(
                title: bound.steps[number].step.title, activity: bound.steps[number].step.activity, due: due[number],
                kept: kept[number],
                left: Departure.allCases.compactMap { departure in
                    over[number][departure].map { times in
                        var waits = WaitingTimes(ContiguousArray(times))
                        let days = waits.quantile(0.5) / 86_400
                        return LivedPathway.Left(
                            departure: departure, people: times.count,
                            medianDays: [.early, .late].contains(departure) ? days : nil)
                    }
                })
        }
        return LivedPathway(
            title: pathway.title, cases: traces.count, steps: steps,
            untold: untold.sorted().map { bound.steps[$0].step.title }, judged: judged, keptAll: keptAll,
            agreement: judged == 0 ? 1 : sum / Double(judged))
    }
}

extension LivedPathway {
    /// The pathway laid over an event log.
    /// - Throws: `LogFault`, and what the source and the store throw.
    public init(
        _ log: EventLog, _ pathway: DesignedPathway, filter: TraceFilter? = nil,
        spillingTo store: (any SpillStore)? = nil
    ) throws {
        var tables = LogTables()
        var sink = FilteredLog(PathwaySink(pathway, naming: &tables), filter ?? .all([]), naming: &tables)
        try log.read(into: &sink, naming: &tables, spillingTo: store)
        self = sink.next.lived
    }
}
