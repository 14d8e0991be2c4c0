/// One thing directly after another, how often and after how long.
struct Step {
    let from: Int32
    let to: Int32
    var cases = 0
    var lastCase = -1
    var waits = WaitingTimes()

    init(from: Int32, to: Int32) {
        self.from = from
        self.to = to
    }

    @inline(__always)
    mutating func took(_ milliseconds: Int64, case number: Int) {
        waits.append(milliseconds)
        if lastCase != number {
            lastCase = number
            cases += 1
        }
    }
}

/// The steps between things known by small numbers. Pairs of the lowest numbers are found in a table of every pair, others by hashing.
struct StepTable {
    private(set) var steps: ContiguousArray<Step> = []
    /// The step of each pair, by `from * width + to`; -1 for none.
    private var dense: ContiguousArray<Int32> = []
    private var width = 0
    private var sparse: [UInt64: Int32] = [:]

    /// The table of every pair is at most 4 MB.
    private static var widest: Int { 1024 }

    @inline(__always)
    mutating func add(from: Int32, to: Int32, after milliseconds: Int64, case number: Int) {
        if Int(from) < width, Int(to) < width {
            let cell = Int(from) * width + Int(to)
            if dense[cell] < 0 { dense[cell] = begin(from, to) }
            steps[Int(dense[cell])].took(milliseconds, case: number)
        } else {
            let pair = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
            let step = sparse[pair] ?? begin(from, to)
            sparse[pair] = step
            steps[Int(step)].took(milliseconds, case: number)
        }
    }

    private mutating func begin(_ from: Int32, _ to: Int32) -> Int32 {
        steps.append(Step(from: from, to: to))
        return Int32(steps.count - 1)
    }

    /// Says that numbers below one are in use.
    mutating func widen(to count: Int) {
        let wider = min(count, Self.widest)
        guard wider > width else { return }
        width = wider
        dense = ContiguousArray(repeating: -1, count: wider * wider)
        for (number, step) in steps.enumerated() where Int(step.from) < wider && Int(step.to) < wider {
            dense[Int(step.from) * wider + Int(step.to)] = Int32(number)
        }
    }

    mutating func spill(to store: any SpillStore) throws {
        for index in steps.indices { try steps[index].waits.spill(to: store) }
    }
}
