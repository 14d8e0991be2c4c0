public import Casework
public import Kernel

/// Who is attached to a programme that gives them its time until one of some days.
public enum AllottedTimeQuery {
    /// Those whose last allotted day lies between two, by subject, 500 at a time.
    ///
    /// It goes through the list of customers once: a step of the daily round, not of a page.
    /// - Parameters:
    ///   - first: nil for however long ago.
    ///   - after: the last subject of the page before.
    public static func ending(
        from first: CalendarDay? = nil, to last: CalendarDay, after: Identifier<CaseFile>? = nil,
        in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        try connection.all(
            select, [.text(first?.description ?? ""), .text(of: last), .text(after?.description ?? "")]
        ) { row in try Identifier(row.text(0)) }
    }

    static let select: SQL = """
        SELECT subject FROM caseload
        WHERE allotted_until >= $1 AND allotted_until <= $2 AND subject > $3 AND state IN ('attached', 'in-work')
        ORDER BY subject LIMIT 500
        """
}
