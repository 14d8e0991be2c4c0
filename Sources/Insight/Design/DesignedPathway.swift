/// The journey as it was meant: steps in their order, each with when it is due.
public struct DesignedPathway: Sendable {
    /// One thing that ought to happen, and when.
    public struct Step: Sendable {
        /// What it is, as people read it.
        public let title: String
        /// The activity by which a log tells of it.
        public let activity: String
        /// Which time it is that the activity happens, counted from 1: of six interviews the third.
        public let occurrence: Int
        /// The activity that starts its clock, the first time it happens; of one that comes again, the time before. Nil for
        /// the first event of the case.
        public let after: String?
        /// The first moment at which it is not early, given the moment its clock started; nil where nothing is set.
        /// Milliseconds.
        public let earliest: (@Sendable (Int64) -> Int64)?
        /// The last moment at which it is not late, given the same. Milliseconds.
        public let latest: (@Sendable (Int64) -> Int64)?
        /// How often it may happen; nil for as often as it likes.
        public let most: Int?
        /// Whether it may be left out with nothing amiss: it is judged only where it happened.
        public let isOptional: Bool

        public init(
            title: String, activity: String, occurrence: Int = 1, after: String? = nil,
            earliest: (@Sendable (Int64) -> Int64)? = nil, latest: (@Sendable (Int64) -> Int64)? = nil, most: Int? = 1,
            isOptional: Bool = false
        ) {
            self.title = title
            self.activity = activity
            self.occurrence = occurrence
            self.after = after
            self.earliest = earliest
            self.latest = latest
            self.most = most
            self.isOptional = isOptional
        }
    }

    /// As the programme is called.
    public let title: String
    /// In the order in which they ought to happen.
    public let steps: [Step]

    public init(title: String, steps: [Step]) {
        self.title = title
        self.steps = steps
    }
}

/// In what way a journey left the pathway at one step.
public enum Departure: String, Sendable, CaseIterable {
    case skipped, early, late, repeated
    case outOfOrder = "out-of-order"

    var words: String { self == .outOfOrder ? "out of order" : rawValue }
}

/// How one case went at one step.
struct StepFinding: Equatable {
    /// Whether its clock started, and so it was to be judged.
    var isDue = false
    var departures: Set<Departure> = []
    /// Milliseconds past the latest moment, or before the earliest.
    var over: Int64 = 0
}

extension DesignedPathway {
    /// A pathway with its activities looked up.
    struct Bound {
        let steps: [(step: Step, activity: Int32, after: Int32?)]

        init(_ pathway: DesignedPathway, naming tables: inout LogTables) {
            steps = pathway.steps.map { step in
                (step, tables.activities.number(of: step.activity), step.after.map { tables.activities.number(of: $0) })
            }
        }

        /// What each step comes to in a case.
        ///
        /// A step is due once its clock has started and, if it did not happen, its latest moment is past when the log ends; one
        /// with no latest moment is due once something later in the pathway has happened. Steps out of order are the fewest whose taking out leaves the rest in order.
        /// - Parameter until: the last moment in the log.
        func findings(_ trace: Trace, until: Int64) -> [StepFinding] {
            let events = trace.events
            var findings = [StepFinding](repeating: StepFinding(), count: steps.count)
            guard !events.isEmpty else { return findings }
            var places: [Int?] = []
            for (number, bound) in steps.enumerated() {
                let before = bound.after == bound.activity ? bound.step.occurrence - 1 : 1
                let started = bound.after.map { trace.place(of: $0, time: before) } ?? 0
                let clock = started.map { events[$0].time }
                let place = trace.place(of: bound.activity, time: bound.step.occurrence, since: started)
                places.append(place)
                guard let clock else { continue }
                guard let place else {
                    if !bound.step.isOptional, let latest = bound.step.latest?(clock), latest < until {
                        findings[number] = StepFinding(isDue: true, departures: [.skipped], over: 0)
                    }
                    continue
                }
                findings[number].isDue = true
                let time = events[place].time
                if let latest = bound.step.latest?(clock), time > latest {
                    findings[number].departures.insert(.late)
                    findings[number].over = time - latest
                } else if let earliest = bound.step.earliest?(clock), time < earliest {
                    findings[number].departures.insert(.early)
                    findings[number].over = earliest - time
                }
                if let most = bound.step.most, events.count(where: { $0.activity == bound.activity }) > most {
                    findings[number].departures.insert(.repeated)
                }
            }
            for number in steps.indices where steps[number].step.latest == nil && places[number] == nil {
                let step = steps[number].step
                if places[(number + 1)...].contains(where: { $0 != nil }), step.after == nil, !step.isOptional {
                    findings[number] = StepFinding(isDue: true, departures: [.skipped])
                }
            }
            let happened = steps.indices.filter { places[$0] != nil }
            for number in Self.outOfOrder(happened.map { places[$0] ?? 0 }) {
                findings[happened[number]].departures.insert(.outOfOrder)
            }
            return findings
        }

        /// The places in a list that are not in its longest rising part, the first such part.
        static func outOfOrder(_ list: [Int]) -> [Int] {
            var (length, before) = ([Int](repeating: 1, count: list.count), [Int?](repeating: nil, count: list.count))
            for place in list.indices {
                for earlier in 0..<place where list[earlier] <= list[place] && length[earlier] + 1 > length[place] {
                    (length[place], before[place]) = (length[earlier] + 1, earlier)
                }
            }
            var kept: Set<Int> = []
            var place = list.indices.max { (length[$0], $1) < (length[$1], $0) }
            while let now = place {
                kept.insert(now)
                place = before[now]
            }
            return list.indices.filter { !kept.contains($0) }
        }
    }
}

extension Trace {
    /// The place of an activity's event of that number, counted from 1. Of a first one, one since that place counts
    /// before any earlier.
    fileprivate func place(of activity: Int32, time number: Int, since place: Int? = nil) -> Int? {
        if number == 1, let place, let since = events[place...].firstIndex(where: { $0.activity == activity }) {
            return since
        }
        return events.indices.lazy.filter { events[$0].activity == activity }.dropFirst(number - 1).first
    }
}
