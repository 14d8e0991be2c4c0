public import Casework
public import Kernel

/// The appointments whose customers may be reminded of them, whoever's they are.
public enum ReminderQuery {
    public struct Entry: Sendable, Equatable {
        public let appointment: Identifier<Appointment>
        public let subject: Identifier<CaseFile>
        public let starts: Instant
    }

    /// The booked appointments that start from one moment and before another, in order, 500 at a time.
    /// - Parameter after: the last of the page before.
    public static func booked(
        from: Instant, to: Instant, after: (starts: Instant, appointment: Identifier<Appointment>)? = nil,
        in connection: any Connection
    ) throws -> [Entry] {
        let start = after?.starts ?? from
        return try connection.all(
            select, [.text(of: start), .text(after?.appointment.description ?? ""), .text(of: to)]
        ) { row in
            Entry(
                appointment: try Identifier(row.text(0)), subject: try Identifier(row.text(1)),
                starts: try Instant(row.text(2)))
        }
    }

    static let select: SQL = """
        SELECT appointment, subject, starts FROM diary
        WHERE state = 'booked' AND (starts, appointment) > ($1, $2) AND starts < $3
        ORDER BY starts, appointment LIMIT 500
        """
}
