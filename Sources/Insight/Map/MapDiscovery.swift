/// Makes a journey map out of traces, one at a time.
///
/// It is the directly-follows graph of process mining (van der Aalst, Process Mining, 2nd ed. 2016, §2.3 and §6.2): an edge from a to b counts
/// how often b came next after a in one case. Within a case events are in the order of their times, those of one time in the order of
/// the file. Memory is bounded by the longest trace, the distinct variants and edges, and the waiting times, eight bytes for
/// each step.
public struct MapDiscovery: EventLogSink {
    /// One step from an activity to the next.
    struct Step {
        let from: Int32
        let to: Int32
        var cases = 0
        var lastCase = -1
        /// Milliseconds each time.
        var waits: ContiguousArray<Int64> = []
    }

    var cases = 0
    var events = 0
    var steps: [Step] = []
    var counts: ContiguousArray<Int> = []
    var starts: ContiguousArray<Int> = []
    var ends: ContiguousArray<Int> = []
    var variants = VariantTable()
    /// The step of each pair of activities, by `from * width + to`; -1 for none.
    private var stepOf: ContiguousArray<Int32> = []
    private var width = 0

    private var activities: ContiguousArray<Int32> = []
    private var times: ContiguousArray<Int64> = []
    private var inOrder = true

    public init() {}

    @inline(__always)
    public mutating func event(activity: Int32, time: Int64) {
        if let last = times.last, last > time { inOrder = false }
        activities.append(activity)
        times.append(time)
    }

    public mutating func endTrace() {
        if !inOrder { order() }
        cases += 1
        events += activities.count
        if let first = activities.first, let last = activities.last {
            makeRoom(for: Int(activities.max() ?? 0))
            starts[Int(first)] += 1
            ends[Int(last)] += 1
            counts[Int(first)] += 1
            for index in 1..<max(activities.count, 1) {
                let (from, to) = (activities[index - 1], activities[index])
                counts[Int(to)] += 1
                let step = step(from, to)
                steps[step].waits.append(times[index] - times[index - 1])
                if steps[step].lastCase != cases {
                    steps[step].lastCase = cases
                    steps[step].cases += 1
                }
            }
        }
        variants.add(activities)
        activities.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        inOrder = true
    }

    @inline(__always)
    private mutating func step(_ from: Int32, _ to: Int32) -> Int {
        let cell = Int(from) * width + Int(to)
        let known = stepOf[cell]
        if known >= 0 { return Int(known) }
        stepOf[cell] = Int32(steps.count)
        steps.append(Step(from: from, to: to))
        return steps.count - 1
    }

    private mutating func makeRoom(for activity: Int) {
        guard activity >= width else { return }
        let wider = max(16, activity + 1, width * 2)
        stepOf = ContiguousArray(repeating: -1, count: wider * wider)
        for (number, step) in steps.enumerated() { stepOf[Int(step.from) * wider + Int(step.to)] = Int32(number) }
        for _ in width..<wider {
            counts.append(0)
            starts.append(0)
            ends.append(0)
        }
        width = wider
    }

    /// Sorts a trace by time; the position in the file decides between equals.
    private mutating func order() {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        activities = ContiguousArray(order.map { activities[$0] })
        times = ContiguousArray(order.map { times[$0] })
    }
}
