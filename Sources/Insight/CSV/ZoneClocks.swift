import Foundation

/// What the clocks of a place showed, as moments. In the hour that the clocks repeat in autumn the first is meant, and an
/// hour that they skip in spring is read as by clocks that had not changed.
struct ZoneClocks {
    private static let dayLength: Int64 = 86_400_000
    /// How many days are remembered; ours.
    private static let mostDays = 4096

    private let zone: TimeZone
    /// How far the clocks were ahead of UTC a day before each day and a day after it.
    private var known: [Int64: (before: Int64, after: Int64)] = [:]

    init(_ zone: TimeZone) { self.zone = zone }

    /// - Parameter wall: what the clocks showed, in milliseconds, as if it were UTC.
    /// - Returns: milliseconds since 1970-01-01T00:00:00Z.
    mutating func moment(of wall: Int64) -> Int64 {
        let (before, after) = around(wall)
        guard before != after else { return wall - before }
        for ahead in [max(before, after), min(before, after)] where self.ahead(at: wall - ahead) == ahead {
            return wall - ahead
        }
        return wall - before
    }

    /// No clock is a whole day from UTC, so what it shows on a day happened between the two.
    private mutating func around(_ wall: Int64) -> (before: Int64, after: Int64) {
        let day = (wall - (wall % Self.dayLength + Self.dayLength) % Self.dayLength) / Self.dayLength
        if let found = known[day] { return found }
        let start = day * Self.dayLength
        let found = (before: ahead(at: start - Self.dayLength), after: ahead(at: start + 2 * Self.dayLength))
        if known.count >= Self.mostDays { known.removeAll(keepingCapacity: true) }
        known[day] = found
        return found
    }

    private func ahead(at moment: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1000))) * 1000
    }
}
