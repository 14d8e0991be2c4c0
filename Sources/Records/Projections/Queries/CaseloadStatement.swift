/// The statements of the list of customers, one for each of its shapes; each is read straight off an index.
struct CaseloadStatement: Hashable {
    let scope: String
    let sort: CaseloadQuery.Sort
    let isDownward: Bool
    let hasState: Bool
    let hasPrefix: Bool

    static let all: [CaseloadStatement: SQL] = {
        var all: [CaseloadStatement: SQL] = [:]
        for scope in CaseloadQuery.Scope.columns {
            for sort in CaseloadQuery.Sort.allCases where sort != .name || scope == "adviser" {
                for isDownward in [false, true] {
                    for hasState in [false, true] {
                        for hasPrefix in sort == .name ? [false, true] : [false] {
                            let shape = CaseloadStatement(
                                scope: scope, sort: sort, isDownward: isDownward, hasState: hasState,
                                hasPrefix: hasPrefix)
                            all[shape] = shape.sql
                        }
                    }
                }
            }
        }
        return all
    }()

    private var isKeepers: Bool { CaseloadQuery.Scope.keepers.contains(scope) }

    private var sql: SQL {
        let key =
            switch sort {
            case .nextAppointment: "c.\(CaseloadRow.column("next_at", isKeepers: isKeepers))"
            case .lastContact: "c.\(CaseloadRow.column("last_contact", isKeepers: isKeepers))"
            case .name: "i.by_family"
            }
        let state = CaseloadRow.column("state", isKeepers: isKeepers)
        let (beyond, order) = isDownward ? ("<", " DESC") : (">", "")
        let place = hasState ? 6 : 5
        let name = """
             AND (i.by_family >= $\(place) AND i.by_family < $\(place + 1) \
            OR i.by_given >= $\(place) AND i.by_given < $\(place + 1))
            """
        let isOpen = " AND " + CaseloadReader.condition(from: hasPrefix ? place + 2 : place, of: "c")
        return SQL(
            stringLiteral: """
                SELECT \(CaseloadRow.columns(isKeepers: isKeepers))\(sort == .name ? ", i.by_family" : "")
                FROM caseload c \(sort == .name ? "" : "LEFT ")JOIN identity i ON i.subject = c.subject
                WHERE c.\(scope) = $1 AND (\(key), c.subject) \(beyond) ($2, $3)\
                \(hasState ? " AND c.\(state) = $5" : "")\(hasPrefix ? name : "")\(isKeepers ? "" : isOpen)
                ORDER BY \(key)\(order), c.subject\(order) LIMIT $4
                """)
    }
}
