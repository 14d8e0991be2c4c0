public import Kernel

/// Who shares something with an organisation on a day, whoever shared last first, a page at a time. Whoever stopped, and
/// whose last day has passed, is not on it.
public struct SharedQuery: Sendable {
    private let organisation: Identifier<Organisation>
    private let today: CalendarDay
    private let cursor: Cursor?
    private let limit: Int

    public init(
        _ organisation: Identifier<Organisation>, on today: CalendarDay, after cursor: Cursor? = nil, limit: Int = 50
    ) {
        self.organisation = organisation
        self.today = today
        self.cursor = cursor
        self.limit = limit
    }

    public func page(in connection: any Connection) throws -> Page<SharedRow> {
        let isBackward = cursor?.isBackward ?? false
        let start = cursor ?? .last
        let rows = try connection.all(
            isBackward ? Self.selectBefore : Self.selectAfter,
            [.text(of: organisation), .text(start.key), .text(start.id), .text(of: today), .int(limit + 1)],
            SharedRow.init)
        return Page(rows, limit: limit, from: cursor) { ($0.since.description, $0.entry) }
    }

    /// How many they are, counted no further than `CaseloadCounts.most`: one above it means more than that.
    public static func count(
        _ organisation: Identifier<Organisation>, on today: CalendarDay, in connection: any Connection
    ) throws -> Int {
        try connection.first(
            selectCount, [.text(of: organisation), .text(of: today), .int(CaseloadCounts.most + 1)]
        ) { try $0.int(0) } ?? 0
    }

    static let selectAfter: SQL = """
        SELECT entry, subject, shared_at, shared_until FROM shared_with
        WHERE organisation = $1 AND (shared_at, entry) < ($2, $3) AND shared_until >= $4
        ORDER BY shared_at DESC, entry DESC LIMIT $5
        """
    static let selectBefore: SQL = """
        SELECT entry, subject, shared_at, shared_until FROM shared_with
        WHERE organisation = $1 AND (shared_at, entry) > ($2, $3) AND shared_until >= $4
        ORDER BY shared_at, entry LIMIT $5
        """
    static let selectCount: SQL = """
        SELECT count(*) FROM (
            SELECT 1 AS one FROM shared_with WHERE organisation = $1 AND shared_until >= $2 LIMIT $3
        ) AS counted
        """
}
