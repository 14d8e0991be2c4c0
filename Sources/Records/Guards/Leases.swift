public import Kernel

/// Work that one of all the processes that share a store has in hand: a row that it holds until a moment, and that
/// another may take after it, so that one which died holds up nobody.
///
/// The row is a named value (`Settings`): the moment, and who holds it.
public enum Leases {
    /// Takes a lease that nobody has, or that has lapsed. So has one that ends more than as long again after the end
    /// asked for: whoever took it went by a clock that has been put back since, or by a wrong one.
    /// - Parameter holder: a name that no other process has.
    /// - Returns: false while it is held, whoever holds it.
    public static func take(
        _ name: String, for holder: String, until end: Instant, now: Instant, in connection: any Connection
    ) throws -> Bool {
        let farthest = Instant(milliseconds: 2 * end.milliseconds - now.milliseconds)
        let values: [SQLValue] = [.text(name), .text("\(end) \(holder)"), .text(of: now), .text(of: farthest)]
        return try connection.run(insert, values) > 0
    }

    /// Holds a lease for longer.
    /// - Returns: false when another has taken it.
    @discardableResult
    public static func keep(
        _ name: String, for holder: String, until end: Instant, in connection: any Connection
    ) throws -> Bool {
        try connection.run(update, [.text("\(end) \(holder)"), .text(name), .text(holder)]) > 0
    }

    /// Gives up a lease, so that nobody waits for its end.
    /// - Returns: false when another has taken it.
    @discardableResult
    public static func release(_ name: String, by holder: String, in connection: any Connection) throws -> Bool {
        try connection.run(delete, [.text(name), .text(holder)]) > 0
    }

    /// A moment is 24 characters long, and its text sorts by time.
    static let insert: SQL = """
        INSERT INTO settings (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        WHERE substr(settings.value, 1, 24) <= $3 OR substr(settings.value, 1, 24) > $4
        """
    static let update: SQL = "UPDATE settings SET value = $1 WHERE name = $2 AND substr(value, 26) = $3"
    static let delete: SQL = "DELETE FROM settings WHERE name = $1 AND substr(value, 26) = $2"
}
