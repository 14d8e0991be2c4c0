public import Casework
public import Kernel

/// Whose changes wait for an organisation, the longest first.
public enum ToldQuery {
    /// - Parameters:
    ///   - adviser: somebody whose own customers alone are asked for, with those the organisation is only shown.
    ///   - limit: the most changes that are looked at.
    /// - Returns: each customer once.
    public static func subjects(
        at organisation: Identifier<Organisation>, adviser: Identifier<Person>? = nil, limit: Int = 50,
        in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        var seen = Set<Identifier<CaseFile>>()
        let found: [Identifier<CaseFile>] =
            if let adviser {
                try connection.all(
                    selectOwn, [.text(of: organisation), .text(of: adviser), .int(limit)]
                ) { try Identifier($0.text(0)) }
            } else {
                try connection.all(select, [.text(of: organisation), .int(limit)]) { try Identifier($0.text(0)) }
            }
        return found.filter { seen.insert($0).inserted }
    }

    static let select: SQL =
        "SELECT subject FROM changes_told WHERE organisation = $1 ORDER BY told_at, entry LIMIT $2"
    static let selectOwn: SQL = """
        SELECT t.subject FROM changes_told t LEFT JOIN caseload c ON c.subject = t.subject
        WHERE t.organisation = $1 AND (c.adviser = $2 OR c.provider IS DISTINCT FROM $1 AND c.prime IS DISTINCT FROM $1)
        ORDER BY t.told_at, t.entry LIMIT $3
        """
}
