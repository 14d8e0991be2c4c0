import Casework
public import Kernel

/// The referrals a prime provider has still to acknowledge, or to give to an adviser, oldest first.
public struct InboxQuery: Sendable {
    private let prime: Identifier<Organisation>
    private let cursor: Cursor?
    private let limit: Int

    public init(_ prime: Identifier<Organisation>, after cursor: Cursor? = nil, limit: Int = 50) {
        self.prime = prime
        self.cursor = cursor
        self.limit = limit
    }

    public func page(in connection: any Connection) throws -> Page<CaseloadRow> {
        let isBackward = cursor?.isBackward ?? false
        let start = cursor ?? .first
        let rows = try connection.all(
            isBackward ? Self.selectBefore : Self.selectAfter,
            [.text(of: prime), .text(start.key), .text(start.id), .int(limit + 1)]
        ) { try CaseloadRow($0, orderedBy: 12) }
        return Page(rows, limit: limit, from: cursor) { ($0.orderedBy, $0.subject.description) }
    }

    static let selectAfter = SQL(
        stringLiteral: """
            SELECT \(CaseloadRow.columns(isKeepers: false))
            FROM caseload c LEFT JOIN identity i ON i.subject = c.subject
            WHERE c.prime = $1 AND c.inbox_at IS NOT NULL AND (c.inbox_at, c.subject) > ($2, $3)
            ORDER BY c.inbox_at, c.subject LIMIT $4
            """)
    static let selectBefore = SQL(
        stringLiteral: """
            SELECT \(CaseloadRow.columns(isKeepers: false))
            FROM caseload c LEFT JOIN identity i ON i.subject = c.subject
            WHERE c.prime = $1 AND c.inbox_at IS NOT NULL AND (c.inbox_at, c.subject) < ($2, $3)
            ORDER BY c.inbox_at DESC, c.subject DESC LIMIT $4
            """)
}
