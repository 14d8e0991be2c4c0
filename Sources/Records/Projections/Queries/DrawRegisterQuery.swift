public import Casework
public import Kernel

/// The numbered register of draws of each area, as it is published: tokens, never names.
public enum DrawRegisterQuery {
    public struct Entry: Sendable, Equatable {
        public let draw: Draw
        public let day: CalendarDay
    }

    /// An area's draws in order, after a number.
    public static func page(
        of area: Identifier<Area>, after number: Int = 0, limit: Int = 100, in connection: any Connection
    ) throws -> [Entry] {
        try connection.all(selectPage, [.text(of: area), .int(number), .int(limit)]) { row in
            Entry(draw: try draw(row), day: try CalendarDay(row.text(7)))
        }
    }

    /// The draw made for a token in a programme, in whatever area; nil when there is none.
    public static func draw(
        token: DrawToken, programme: String, in connection: any Connection
    ) throws -> Draw? {
        try connection.first(selectByToken, [.text(programme), .text(of: token)], draw)
    }

    static func put(
        _ draw: Draw, of area: Identifier<Area>, on day: CalendarDay, in connection: any Connection
    ) throws {
        try connection.run(
            upsert,
            [
                .text(of: area), .int(draw.number), .text(draw.programme), .text(draw.group), .text(of: draw.token),
                .text(draw.period), .text(of: draw.value), .text(of: draw.provider), .text(of: day),
            ])
    }

    private static func draw(_ row: any Row) throws -> Draw {
        Draw(
            number: try row.int(0), programme: try row.text(1), group: try row.text(2),
            token: try DrawToken(row.text(3)), period: try row.text(4), value: try DrawValue(row.text(5)),
            provider: try Identifier(row.text(6)))
    }

    static let upsert: SQL = """
        INSERT INTO draws (area, number, programme, payment_group, token, period, value, provider, drawn_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (area, number) DO UPDATE SET programme = excluded.programme,
            payment_group = excluded.payment_group, token = excluded.token, period = excluded.period,
            value = excluded.value, provider = excluded.provider, drawn_on = excluded.drawn_on
        """
    static let selectPage: SQL = """
        SELECT number, programme, payment_group, token, period, value, provider, drawn_on FROM draws
        WHERE area = $1 AND number > $2 ORDER BY number LIMIT $3
        """
    static let selectByToken: SQL = """
        SELECT number, programme, payment_group, token, period, value, provider FROM draws
        WHERE programme = $1 AND token = $2 ORDER BY area, number LIMIT 1
        """
}
