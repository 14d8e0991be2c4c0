public import Kernel

/// How often somebody may do something: so many at once, and then so many a minute. A pure value.
///
/// It remembers at most `limit` keys, in two halves: when the newer half is full the older is forgotten, which gives
/// those in it their full allowance back. So nobody can make it grow without end.
public struct TokenBuckets: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Instant
    }

    private let burst: Double
    private let perMillisecond: Double
    private let half: Int
    private var newer: [String: Bucket] = [:]
    private var older: [String: Bucket] = [:]

    /// - Parameters:
    ///   - burst: how many at once.
    ///   - perMinute: how many come back in a minute.
    ///   - limit: how many keys are remembered.
    public init(burst: Int, perMinute: Int, limit: Int = 100_000) {
        self.burst = Double(burst)
        perMillisecond = Double(perMinute) / 60_000
        half = max(1, limit / 2)
    }

    /// How many keys are remembered now.
    public var count: Int { newer.count + older.count }

    /// Takes one of a key's tokens.
    /// - Returns: nil when there was one, otherwise the whole seconds until there is.
    public mutating func take(_ key: String, at now: Instant) -> Int? {
        var bucket = newer[key] ?? older.removeValue(forKey: key) ?? Bucket(tokens: burst, at: now)
        let passed = Double(max(0, now.milliseconds - bucket.at.milliseconds))
        bucket.tokens = min(burst, bucket.tokens + passed * perMillisecond)
        bucket.at = max(bucket.at, now)
        let wait = bucket.tokens >= 1 ? nil : Int(((1 - bucket.tokens) / perMillisecond / 1000).rounded(.up))
        if wait == nil { bucket.tokens -= 1 }
        if newer.count >= half, newer[key] == nil {
            older = newer
            newer = [:]
        }
        newer[key] = bucket
        return wait
    }
}
