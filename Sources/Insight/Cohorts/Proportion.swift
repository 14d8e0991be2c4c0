import Foundation
public import Kernel

/// So many of so many, with what it may be in truth.
public struct Proportion: Sendable, Equatable {
    /// How many did.
    public let count: Int
    /// How many could have.
    public let of: Int

    /// - Parameters:
    ///   - count: how many did.
    ///   - of: how many could have.
    public init(_ count: Int, of: Int) {
        self.count = count
        self.of = of
    }

    /// The quantile of the normal distribution for 95%.
    static let z = 1.959_963_984_540_054
    /// Cells below this are withheld.
    public static let least = 5

    /// Whether a count tells of somebody, and of fewer people than may be told of: of one to four, where nothing else is
    /// said.
    /// - Parameters:
    ///   - count: how many people.
    ///   - least: how many may be told of; five unless it is given.
    public static func isFew(_ count: Int, under least: Int = least) -> Bool { count > 0 && count < least }

    /// Whether it, or what is left of it, would tell of fewer than five people.
    public var isWithheld: Bool { of < Self.least || Self.isFew(count) || Self.isFew(of - count) }

    /// `count` of `of`, from 0 to 1; 0 of nobody.
    public var share: Double { of == 0 ? 0 : Double(count) / Double(of) }

    /// The score interval at 95% (Wilson, Journal of the American Statistical Association 22, 1927): with p the share, n the
    /// whole and z = 1.96, (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n). From 0 to 1 of nobody.
    public var interval: ClosedRange<Double> {
        guard of > 0 else { return 0...1 }
        let (p, n, z2) = (share, Double(of), Self.z * Self.z)
        let half = Self.z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
        let low = count == 0 ? 0 : max(0, (p + z2 / (2 * n) - half) / (1 + z2 / n))
        let high = count == of ? 1 : min(1, (p + z2 / (2 * n) + half) / (1 + z2 / n))
        return low...max(low, high)
    }

    /// How much more than another, and the interval of that at 95% (Newcombe, Statistics in Medicine 17, 1998, method 10).
    public func more(than other: Proportion) -> (difference: Double, interval: ClosedRange<Double>) {
        let (a, b) = (interval, other.interval)
        func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let difference = share - other.share
        let low = difference - root(share - a.lowerBound, b.upperBound - other.share)
        let high = difference + root(a.upperBound - share, other.share - b.lowerBound)
        return (difference, low...max(low, high))
    }

    /// Null where withheld.
    public var json: JSON {
        isWithheld
            ? .null
            : [
                "count": .int(count), "of": .int(of), "share": .real(share), "low": .real(interval.lowerBound),
                "high": .real(interval.upperBound),
            ]
    }
}
