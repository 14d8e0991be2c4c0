/// How the share that has not yet got there falls with time, though not everybody was followed to the end (Kaplan and Meier,
/// Journal of the American Statistical Association 53, 1958).
public struct KaplanMeier: Sendable, Equatable {
    /// How long somebody was followed, and whether they had got there at the end of it.
    public struct Life: Sendable, Hashable {
        /// Milliseconds.
        public let time: Int64
        /// Whether it ended by what was waited for, and not by the end of what is known.
        public let reached: Bool

        /// - Parameters:
        ///   - time: how long, in milliseconds.
        ///   - reached: whether they had got there at the end of it.
        public init(_ time: Int64, reached: Bool) {
            self.time = time
            self.reached = reached
        }
    }

    /// A time at which somebody got there.
    public struct Step: Sendable, Equatable {
        /// Milliseconds.
        public let time: Int64
        /// How many had been followed as long and had not got there before.
        public let atRisk: Int
        /// How many reached it then.
        public let reached: Int
        /// The share that has not got there by then.
        public let remaining: Double
        /// Of that share (Greenwood, Reports on Public Health and Medical Subjects 33, 1926): S² Σ d/(n(n-d)).
        public let variance: Double

        /// At 95%: the share and 1.96 roots of its variance on either side, cut off at 0 and 1. Where nobody remains it is
        /// 0 to 0, as Greenwood's formula knows no doubt of a share of everybody.
        public var interval: ClosedRange<Double> {
            let half = Proportion.z * variance.squareRoot()
            return max(0, remaining - half)...min(1, remaining + half)
        }
    }

    /// Each time at which somebody reached it, in order.
    public let steps: [Step]
    private let times: [Ending]

    /// How many were followed for a time, and no longer.
    private struct Ending: Sendable, Equatable {
        let time: Int64
        let count: Int
    }

    /// Who leaves at a time at which another gets there counts as at risk then.
    /// - Parameter lives: how long each was followed, in any order.
    public init(_ lives: some Sequence<Life>) { self.init(lives.map { (life: $0, count: 1) }) }

    /// - Parameter counts: how many lives there are of each.
    init(counting counts: [Life: Int]) { self.init(counts.map { (life: $0.key, count: $0.value) }) }

    private init(_ lives: [(life: Life, count: Int)]) {
        let sorted = lives.sorted { $0.life.time < $1.life.time }
        var steps: [Step] = []
        var times: [Ending] = []
        var (remaining, sum) = (1.0, 0.0)
        var left = sorted.reduce(0) { $0 + $1.count }
        var index = 0
        while index < sorted.count {
            let (time, atRisk) = (sorted[index].life.time, left)
            var reached = 0
            while index < sorted.count, sorted[index].life.time == time {
                if sorted[index].life.reached { reached += sorted[index].count }
                left -= sorted[index].count
                index += 1
            }
            times.append(Ending(time: time, count: atRisk - left))
            guard reached > 0 else { continue }
            remaining *= 1 - Double(reached) / Double(atRisk)
            // Nobody is left: the share is nought, and so is its variance.
            sum += reached == atRisk ? 0 : Double(reached) / (Double(atRisk) * Double(atRisk - reached))
            steps.append(
                Step(
                    time: time, atRisk: atRisk, reached: reached, remaining: remaining,
                    variance: remaining * remaining * sum))
        }
        self.steps = steps
        self.times = times
    }

    /// The state at a time; nil before anybody got there.
    public func at(_ time: Int64) -> Step? { steps.last { $0.time <= time } }

    /// How many were followed to a time or beyond.
    public func followed(to time: Int64) -> Int { times.reduce(0) { $0 + ($1.time >= time ? $1.count : 0) } }

    /// How many had got there by a time.
    public func reached(by time: Int64) -> Int {
        steps.prefix(while: { $0.time <= time }).reduce(0) { $0 + $1.reached }
    }

    /// How many were followed to a time or beyond and had not got there by then.
    public func waiting(at time: Int64) -> Int {
        followed(to: time) - (reached(by: time) - reached(by: time - 1))
    }

    /// The first time by which half had got there, in milliseconds; nil when half never did while followed.
    public var median: Int64? { halved(\.remaining) }

    /// At 95%, in milliseconds: the times at which Greenwood's band about the share first falls to one half (Brookmeyer
    /// and Crowley, Biometrics 38, 1982); nil for an end of the band that never does while people are followed.
    public var medianInterval: (low: Int64?, high: Int64?) {
        (halved(\.interval.lowerBound), halved(\.interval.upperBound))
    }

    /// A share of one half that is the product of many others may be a little more for rounding.
    private func halved(_ share: (Step) -> Double) -> Int64? { steps.first { share($0) <= 0.5 + 1e-9 }?.time }
}
