public import Casework
public import Kernel

/// The information sessions of every organisation.
public enum InformationSessions {
    public static func add(
        _ session: InformationSession, in connection: any Connection
    ) throws {
        guard let runner = session.runner else { throw RecordsFault.fault("A session says nobody who runs it.") }
        try connection.run(
            insert,
            [
                .text(of: session.id), .text(of: session.host), .text(session.programme),
                .text(session.format.rawValue), .text(of: session.starts), .int(session.minutes),
                .text(session.place), .int(session.places), .text(of: runner),
            ])
    }

    public static func callOff(
        _ session: Identifier<InformationSession>, on day: CalendarDay, in connection: any Connection
    ) throws {
        try connection.run(setCalledOff, [.text(of: day), .text(of: session)])
    }

    public static func find(
        _ session: Identifier<InformationSession>, in connection: any Connection
    ) throws -> InformationSession? {
        try connection.first(selectOne, [.text(of: session)], read)
    }

    /// Those that begin after a moment and are on, the soonest first; 100 at most.
    public static func coming(after moment: Instant, in connection: any Connection) throws -> [InformationSession] {
        try connection.all(selectComing, [.text(of: moment)], read)
    }

    /// Those of one organisation that began between two moments, the latest first; 50 at most.
    public static func held(
        by host: Identifier<Organisation>, from: Instant, to: Instant, in connection: any Connection
    ) throws -> [InformationSession] {
        try connection.all(selectHeld, [.text(of: host), .text(of: from), .text(of: to)], read)
    }

    /// How many places of a session are taken.
    public static func taken(
        _ session: Identifier<InformationSession>, in connection: any Connection
    ) throws -> Int {
        try connection.first(countTaken, [.text(of: session)]) { try $0.int(0) } ?? 0
    }

    private static func read(_ row: any Row) throws -> InformationSession {
        guard let format = SessionFormat(rawValue: try row.text(3)) else {
            throw RecordsFault.fault("A session is of a format this program does not know: \(try row.text(3)).")
        }
        return try InformationSession(
            id: Identifier(row.text(0)), host: Identifier(row.text(1)), programme: row.text(2), format: format,
            starts: Instant(row.text(4)), minutes: row.int(5), place: row.text(6), places: row.int(7),
            calledOff: row.optionalText(8).map { try CalendarDay($0) }, runner: Identifier(row.text(9)))
    }

    // Who runs a session stands in `made_by`: whoever puts it on, unless they name somebody else.
    static let insert: SQL = """
        INSERT INTO information_sessions (id, host, programme, format, starts, minutes, place, places, made_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let setCalledOff: SQL = "UPDATE information_sessions SET called_off = $1 WHERE id = $2"
    static let selectOne: SQL = """
        SELECT id, host, programme, format, starts, minutes, place, places, called_off, made_by
        FROM information_sessions WHERE id = $1
        """
    static let selectComing: SQL = """
        SELECT id, host, programme, format, starts, minutes, place, places, called_off, made_by
        FROM information_sessions WHERE starts > $1 AND called_off IS NULL ORDER BY starts, id LIMIT 100
        """
    static let selectHeld: SQL = """
        SELECT id, host, programme, format, starts, minutes, place, places, called_off, made_by
        FROM information_sessions
        WHERE host = $1 AND starts > $2 AND starts <= $3 AND called_off IS NULL ORDER BY starts DESC, id LIMIT 50
        """
    static let countTaken: SQL = "SELECT count(*) FROM session_places WHERE session = $1"
}
