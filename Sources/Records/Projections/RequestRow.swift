public import Casework
public import Kernel

/// One thing a person asked about their own record that waits for its answer.
public struct RequestRow: Sendable, Equatable {
    public let request: Identifier<RightsRequest>
    public let subject: Identifier<CaseFile>
    public let kind: RightsKind
    public let askedOn: CalendarDay
    public let dueOn: CalendarDay
    /// Nil once the person's details have been erased.
    public let name: String?
}

extension RequestRow {
    /// The requests of a case that wait, for whoever keeps the record.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil, let customer = file.customer else { return [] }
        return file.rights.open.map { request in
            [
                .text(of: request.id), .text(of: file.id), .text(of: customer.keepers.leading),
                .text(request.asked.kind.rawValue), .text(of: request.asked.on), .text(of: request.due),
                .text(of: customer.keepers.council),
            ]
        }
    }

    /// Those that wait at an organisation, the first due first, after one; a hundred at most.
    public static func waiting(
        at organisation: Identifier<Organisation>, after last: (due: String, request: String)? = nil,
        in connection: any Connection
    ) throws -> [RequestRow] {
        let isCouncil = try OrganisationRegister.find(organisation, in: connection)?.kind == .council
        return try connection.all(
            isCouncil ? selectWaitingAtCouncil : selectWaiting,
            [.text(of: organisation), .text(last?.due ?? ""), .text(last?.request ?? "")]
        ) { row in
            guard let kind = RightsKind(rawValue: try row.text(2)) else {
                throw RecordsFault.fault("A request is of a kind this program does not know: \(try row.text(2)).")
            }
            let (given, family) = (try row.optionalText(5), try row.optionalText(6))
            return RequestRow(
                request: try Identifier(row.text(0)), subject: try Identifier(row.text(1)), kind: kind,
                askedOn: try CalendarDay(row.text(3)), dueOn: try CalendarDay(row.text(4)),
                name: given.flatMap { given in family.map { "\(given) \($0)" } })
        }
    }

    static let selectWaiting: SQL = """
        SELECT r.request, r.subject, r.kind, r.asked_on, r.due_on, i.given, i.family
        FROM requests r LEFT JOIN identity i ON i.subject = r.subject
        WHERE r.organisation = $1 AND (r.due_on, r.request) > ($2, $3) ORDER BY r.due_on, r.request LIMIT 100
        """
    static let selectWaitingAtCouncil: SQL = """
        SELECT r.request, r.subject, r.kind, r.asked_on, r.due_on, i.given, i.family
        FROM requests r LEFT JOIN identity i ON i.subject = r.subject
        WHERE r.council = $1 AND (r.due_on, r.request) > ($2, $3) ORDER BY r.due_on, r.request LIMIT 100
        """
}

extension ProjectedTable {
    static let requests = ProjectedTable(
        "requests", key: "request",
        columns: ["request", "subject", "organisation", "kind", "asked_on", "due_on", "council"])
}
