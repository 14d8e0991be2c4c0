/// The times that one step took, of which the mean and quantiles are asked.
///
/// Those that did not fit in memory stand in a store, in runs that are each in order.
struct WaitingTimes {
    /// Seconds; between two times in proportion (Hyndman and Fan's type 7, 1996); 0 of nothing.
    struct Summary: Equatable {
        var median = 0.0
        var mean = 0.0
        var ninetieth = 0.0
        /// What the median may be, at 95%; nil of fewer than six.
        var medianInterval: ClosedRange<Double>?
    }

    private(set) var milliseconds: ContiguousArray<Int64> = []
    private var runs: [SpilledRun] = []

    init(_ milliseconds: ContiguousArray<Int64> = []) { self.milliseconds = milliseconds }

    var count: Int { runs.reduce(milliseconds.count) { $0 + $1.count } }

    @inline(__always)
    mutating func append(_ time: Int64) { milliseconds.append(time) }

    /// Moves what is in memory to a store.
    mutating func spill(to store: any SpillStore) throws {
        guard !milliseconds.isEmpty else { return }
        milliseconds.sort()
        let start = try milliseconds.withUnsafeBytes { try store.append($0) }
        runs.append(SpilledRun(start: start, end: start + milliseconds.count * 8, count: milliseconds.count))
        milliseconds = []
    }

    /// - Parameter store: where the runs are; needed only when there are any.
    mutating func summary(_ store: (any SpillStore)?) throws -> Summary {
        guard !runs.isEmpty, let store else {
            return Summary(
                median: quantile(0.5), mean: mean, ninetieth: quantile(0.9), medianInterval: medianInterval)
        }
        milliseconds.sort()
        var merge = MergedTimes(try runs.map { try RunOfTimes($0, in: store) }, milliseconds)
        var (middle, high) = (Place(0.5, of: count), Place(0.9, of: count))
        let ranks = MedianRanks(of: count)
        var ends: (Int64, Int64) = (0, 0)
        var (sum, index) = (0.0, 0)
        while let time = try merge.next() {
            sum += Double(time)
            middle.meet(time, at: index)
            high.meet(time, at: index)
            if index == ranks?.low { ends.0 = time }
            if index == ranks?.high { ends.1 = time }
            index += 1
        }
        return Summary(
            median: middle.seconds, mean: sum / Double(index) / 1000, ninetieth: high.seconds,
            medianInterval: ranks.map { _ in Self.seconds(from: ends.0, to: ends.1) })
    }

    private static func seconds(from low: Int64, to high: Int64) -> ClosedRange<Double> {
        Double(low) / 1000...Double(max(low, high)) / 1000
    }

    /// Where a quantile lies among so many, and the two times between which it does.
    private struct Place {
        private let lower: Int
        private let part: Double
        private var low: Int64 = 0
        private var high: Int64 = 0

        init(_ quantile: Double, of count: Int) {
            let place = quantile * Double(count - 1)
            lower = Int(place.rounded(.down))
            part = place - Double(lower)
        }

        mutating func meet(_ time: Int64, at index: Int) {
            if index == lower { (low, high) = (time, time) }
            if index == lower + 1 { high = time }
        }

        var seconds: Double { (Double(low) + part * Double(high - low)) / 1000 }
    }
}

extension WaitingTimes {
    /// Seconds; 0 of nothing. Of what is in memory alone.
    var mean: Double {
        guard !milliseconds.isEmpty else { return 0 }
        return milliseconds.reduce(into: 0.0) { $0 += Double($1) } / Double(milliseconds.count) / 1000
    }

    /// Seconds, of what is in memory alone; each asking puts it a little more in order.
    mutating func quantile(_ part: Double) -> Double {
        guard !milliseconds.isEmpty else { return 0 }
        let place = part * Double(milliseconds.count - 1)
        let lower = Int(place.rounded(.down))
        let low = select(lower)
        guard Double(lower) < place else { return Double(low) / 1000 }
        // All that follows is no less, so the next in order is the least of it.
        let high = milliseconds[(lower + 1)...].min() ?? low
        return (Double(low) + (place - Double(lower)) * Double(high - low)) / 1000
    }

    /// What the median may be, at 95%, in seconds; of what is in memory alone, which it puts a little more in order.
    private var medianInterval: ClosedRange<Double>? {
        mutating get {
            guard let ranks = MedianRanks(of: milliseconds.count) else { return nil }
            let low = select(ranks.low)
            return Self.seconds(from: low, to: select(ranks.high))
        }
    }

    /// The time that would stand at an index if all were sorted; no more stands before it and no less after (Hoare's
    /// Find, 1961, with the median of three).
    private mutating func select(_ index: Int) -> Int64 {
        milliseconds.withUnsafeMutableBufferPointer { times in
            var (low, high) = (0, times.count - 1)
            while low < high {
                let middle = low + (high - low) / 2
                if times[middle] < times[low] { times.swapAt(middle, low) }
                if times[high] < times[low] { times.swapAt(high, low) }
                if times[high] < times[middle] { times.swapAt(high, middle) }
                let pivot = times[middle]
                var (left, right) = (low, high)
                while left <= right {
                    while times[left] < pivot { left += 1 }
                    while times[right] > pivot { right -= 1 }
                    if left <= right {
                        times.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if index <= right { high = right } else if index >= left { low = left } else { break }
            }
            return times[index]
        }
    }
}

/// One run, read from its store a piece at a time.
private struct RunOfTimes {
    private let store: any SpillStore
    private var position: Int
    private var left: Int
    private var piece: ContiguousArray<Int64> = []
    private var index = 0

    init(_ run: SpilledRun, in store: any SpillStore) throws {
        self.store = store
        (position, left) = (run.start, run.count)
        try fill()
    }

    /// The next time, which stays; nil at the end.
    var first: Int64? { index < piece.count ? piece[index] : nil }

    mutating func advance() throws {
        index += 1
        if index == piece.count, left > 0 { try fill() }
    }

    private mutating func fill() throws {
        piece = ContiguousArray(repeating: 0, count: min(left, 8192))
        let (store, position) = (store, position)
        try piece.withUnsafeMutableBytes { try store.read(at: position, into: $0) }
        self.position += piece.count * 8
        left -= piece.count
        index = 0
    }
}

/// Several runs, and what is in memory, as one in order.
private struct MergedTimes {
    private var runs: [RunOfTimes]
    private let held: ContiguousArray<Int64>
    private var index = 0

    init(_ runs: [RunOfTimes], _ held: ContiguousArray<Int64>) {
        self.runs = runs
        self.held = held
    }

    /// There is a run for every 256 MB, so looking at the first of each is quick.
    mutating func next() throws -> Int64? {
        var least = index < held.count ? held[index] : nil
        var which: Int?
        for number in runs.indices {
            if let first = runs[number].first, least.map({ first < $0 }) ?? true { (least, which) = (first, number) }
        }
        if let which { try runs[which].advance() } else { index += 1 }
        return least
    }
}
