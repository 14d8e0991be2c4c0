public import Casework
public import Kernel

/// What an adviser has in the diary.
public enum DiaryQuery {
    /// The appointments that start from one moment until before another, in order; 500 at most.
    public static func between(
        _ adviser: Identifier<Person>, from: Instant, to: Instant, in connection: any Connection
    ) throws -> [DiaryRow] {
        try connection.all(select, [.text(of: adviser), .text(of: from), .text(of: to)], DiaryRow.init)
    }

    /// The appointments of one day in London.
    public static func day(
        _ day: CalendarDay, of adviser: Identifier<Person>, in connection: any Connection
    ) throws -> [DiaryRow] {
        try between(
            adviser, from: Instant(london: day, hour: 0, minute: 0),
            to: Instant(london: day.adding(days: 1), hour: 0, minute: 0), in: connection)
    }

    /// Whether the adviser has another appointment, to come or held, that shares any time with a slot. Groups that start
    /// together are one meeting; one that was missed or cancelled leaves its time free.
    public static func overlaps(
        _ adviser: Identifier<Person>, slot: Slot, except: Identifier<Appointment>? = nil, in connection: any Connection
    ) throws -> Bool {
        // No appointment is longer than eight hours, so none that starts earlier than that can reach into the slot.
        let earliest = slot.starts.adding(minutes: -480)
        return try connection.first(
            selectOverlap,
            [
                .text(of: adviser), .text(of: earliest), .text(of: slot.ends), .text(of: slot.starts),
                .text(except?.description ?? ""), .text(slot.mode == .group ? slot.starts.description : ""),
            ]
        ) { try $0.int(0) } != nil
    }

    static let select: SQL = """
        SELECT d.appointment, d.subject, d.adviser, d.office, d.starts, d.ends, d.purpose, d.mode, d.state,
            d.notice_served, i.given, i.family
        FROM diary d LEFT JOIN identity i ON i.subject = d.subject
        WHERE d.adviser = $1 AND d.starts >= $2 AND d.starts < $3
        ORDER BY d.starts, d.appointment LIMIT 500
        """
    static let selectOverlap: SQL = """
        SELECT 1 FROM diary
        WHERE adviser = $1 AND starts > $2 AND starts < $3 AND ends > $4 AND state IN ('booked', 'attended')
            AND appointment <> $5 AND NOT (mode = 'group' AND starts = $6)
        LIMIT 1
        """
}
