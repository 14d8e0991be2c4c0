import Casework
import Kernel

/// A search by the start of a family name in a list too long to be put in the order of names. The register of identity is
/// walked, a bounded stretch of it for each page: a page may be short and have a next.
extension CaseloadQuery {
    private static let stretch = 500
    private static let stretches = 4

    func search(in connection: any Connection) throws -> Page<CaseloadRow> {
        let isBackward = cursor?.isBackward ?? false
        let statement =
            scope.isKeepers
            ? isBackward ? Self.selectNamedBefore : Self.selectNamedAfter
            : isBackward ? Self.selectTheirNamedBefore : Self.selectTheirNamedAfter
        var place = cursor ?? Cursor(key: prefix, id: "")
        var found: [CaseloadRow] = []
        var isDone = false
        for _ in 0..<Self.stretches where !isDone && found.count <= limit {
            let rows = try connection.all(
                statement,
                [
                    .text(place.key), .text(place.id),
                    .text(isBackward ? prefix : FoldedName.end(ofPrefix: prefix)), .int(Self.stretch),
                ]
            ) { try CaseloadRow($0, orderedBy: Sort.name.place) }
            found += rows.filter(lists)
            if let last = rows.last { place = Cursor(key: last.orderedBy, id: last.subject.description) }
            isDone = rows.count < Self.stretch
        }
        let page = Page(found, limit: limit, from: cursor) { ($0.orderedBy, $0.subject.description) }
        guard !isDone, found.count <= limit else { return page }
        // More may be found beyond the stretch that was walked.
        let on = Cursor(key: place.key, id: place.id, isBackward: isBackward)
        return isBackward
            ? Page(rows: page.rows, next: page.next, previous: on)
            : Page(rows: page.rows, next: on, previous: page.previous)
    }

    static let selectNamedAfter = named(after: true, isKeepers: true)
    static let selectNamedBefore = named(after: false, isKeepers: true)
    static let selectTheirNamedAfter = named(after: true, isKeepers: false)
    static let selectTheirNamedBefore = named(after: false, isKeepers: false)

    private static func named(after: Bool, isKeepers: Bool) -> SQL {
        let (beyond, end, order) = after ? (">", "<", "") : ("<", ">=", " DESC")
        return SQL(
            stringLiteral: """
                SELECT \(CaseloadRow.columns(isKeepers: isKeepers)), i.by_family
                FROM identity i JOIN caseload c ON c.subject = i.subject
                WHERE (i.by_family, i.subject) \(beyond) ($1, $2) AND i.by_family \(end) $3
                ORDER BY i.by_family\(order), i.subject\(order) LIMIT $4
                """)
    }
}
