public import Casework
public import Kernel

/// Whose changes wait for an organisation, the longest first.
public enum ToldQuery {
    /// - Parameters:
    ///   - adviser: somebody whose own customers alone are asked for, with those the organisation is only shown.
    ///   - today: what waits until a day before it is left out, as what was told by a consent that ran out.
    ///   - limit: the most customers that are given, and how many changes are read at once.
    ///   - isWaiting: whether anything of a customer waits still; those of whom nothing does hide nobody, up to four times
    ///     as many as are given: then the rest is left for another day (ours).
    /// - Returns: each customer once.
    public static func subjects(
        at organisation: Identifier<Organisation>, adviser: Identifier<Person>? = nil, on today: CalendarDay,
        limit: Int = 50, in connection: any Connection,
        isWaiting: (Identifier<CaseFile>) throws -> Bool = { _ in true }
    ) throws -> [Identifier<CaseFile>] {
        var seen = Set<Identifier<CaseFile>>()
        var waiting: [Identifier<CaseFile>] = []
        // An urgent path stands before any year, and is asked for by itself.
        var place = (at: "1", key: "")
        while true {
            let page = try page(at: organisation, adviser, after: place, today, limit, in: connection)
            for entry in page where seen.insert(entry.subject).inserted {
                if try isWaiting(entry.subject) { waiting.append(entry.subject) }
                if waiting.count == limit || seen.count == 4 * limit { return waiting }
            }
            guard page.count == limit, let last = page.last else { return waiting }
            place = (last.at, last.key)
        }
    }

    /// Of whom an urgent path is open that somebody of an organisation may be told of, whoever's own the customer is (G-079).
    /// - Returns: each customer once; of 200 paths at most.
    public static func urgent(
        at organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        var seen = Set<Identifier<CaseFile>>()
        return try connection.all(selectUrgent, [.text(of: organisation), ToldRow.atOnce]) {
            try Identifier<CaseFile>($0.text(0))
        }.filter { seen.insert($0).inserted }
    }

    private struct Entry {
        let subject: Identifier<CaseFile>
        let at: String
        let key: String

        init(_ row: any Row) throws {
            subject = try Identifier(row.text(0))
            at = try row.text(1)
            key = try row.text(2)
        }
    }

    private static func page(
        at organisation: Identifier<Organisation>, _ adviser: Identifier<Person>?,
        after place: (at: String, key: String), _ today: CalendarDay, _ limit: Int, in connection: any Connection
    ) throws -> [Entry] {
        let start: [SQLValue] = [.text(of: organisation), .text(place.at), .text(place.key), .text(of: today)]
        guard let adviser else { return try connection.all(select, start + [.int(limit)]) { try Entry($0) } }
        return try connection.all(selectOwn, start + [.text(of: adviser), .int(limit)]) { try Entry($0) }
    }

    static let select: SQL = """
        SELECT subject, told_at, entry FROM changes_told
        WHERE organisation = $1 AND (told_at, entry) > ($2, $3) AND told_until >= $4 ORDER BY told_at, entry LIMIT $5
        """
    static let selectUrgent: SQL = """
        SELECT subject FROM changes_told WHERE organisation = $1 AND told_at = $2 ORDER BY entry LIMIT 200
        """
    static let selectOwn: SQL = """
        SELECT t.subject, t.told_at, t.entry FROM changes_told t LEFT JOIN caseload c ON c.subject = t.subject
        WHERE t.organisation = $1 AND (t.told_at, t.entry) > ($2, $3) AND t.told_until >= $4
            AND (c.adviser = $5 OR c.provider IS DISTINCT FROM $1 AND c.prime IS DISTINCT FROM $1)
        ORDER BY t.told_at, t.entry LIMIT $6
        """
}
