public import Kernel

extension Outbox {
    /// Keeps the letters about a subject where they are while this transaction lasts: nobody takes one of them meanwhile.
    /// - Returns: false when a worker has one in hand: it was taken, what became of it has not been said, and its lease is
    ///   not over.
    public static func keepBack(
        lettersOf subject: String, now: Instant, in connection: any Connection
    ) throws -> Bool {
        let leases = try connection.all(touchLetters, [.text(subject)]) {
            (due: try Instant($0.text(0)), free: try Instant($0.text(1)))
        }
        // One that waits, for the first time or for another try, is free when it is due.
        return !leases.contains { $0.free > $0.due && $0.free > now }
    }

    /// Changes nothing, so that whoever takes one of them and whoever keeps them back meet in the database.
    static let touchLetters: SQL = """
        UPDATE outbox SET state = 'waiting'
        WHERE subject = $1 AND state = 'waiting' AND NOT (kind >= 'call/' AND kind < 'call0')
        RETURNING due, free
        """
}
