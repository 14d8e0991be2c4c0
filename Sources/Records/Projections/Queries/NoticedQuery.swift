public import Casework
public import Kernel

/// Whose record may hold a safety notice or an urgent path, of those whom an organisation keeps or has.
///
/// Only these are sealed under the class of safety, so whoever has a key of that class has, or had, one. What it says, and
/// whether it holds, is read from the record. A record that has become part of another is found by the other.
public enum NoticedQuery {
    /// The most that are found; whoever lists them says when there may be more.
    public static let atMost = 500

    public static func subjects(
        of organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        var found: Set<Identifier<CaseFile>> = []
        for statement in statements where found.count < atMost {
            found.formUnion(
                try connection.all(statement, [.text(of: organisation), .int(atMost)]) { try Identifier($0.text(0)) })
        }
        return Array(found.sorted().prefix(atMost))
    }

    /// One for each column by which a list of customers is read.
    static let statements: [SQL] = ["jobcentre", "council", "provider", "prime"].map(statement)

    private static func statement(_ column: String) -> SQL {
        SQL(
            stringLiteral: """
                SELECT c.subject FROM caseload c JOIN keys k ON k.subject = c.subject AND k.retention = 'safety'
                WHERE c.\(column) = $1 AND k.wrapped IS NOT NULL LIMIT $2
                """)
    }
}
