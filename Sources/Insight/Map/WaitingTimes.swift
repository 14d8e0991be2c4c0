/// The times that one step took, of which quantiles are asked; each asking puts them a little more in order.
struct WaitingTimes {
    private var milliseconds: ContiguousArray<Int64>

    init(_ milliseconds: ContiguousArray<Int64>) { self.milliseconds = milliseconds }

    /// Seconds; 0 of nothing.
    var mean: Double {
        guard !milliseconds.isEmpty else { return 0 }
        return milliseconds.reduce(into: 0.0) { $0 += Double($1) } / Double(milliseconds.count) / 1000
    }

    /// Seconds; between two times in proportion (Hyndman and Fan's type 7, 1996); 0 of nothing.
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
