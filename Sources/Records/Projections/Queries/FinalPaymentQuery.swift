public import Casework
public import Kernel

/// Who is attached to a programme and has had the last payment it can make for them fall due.
public enum FinalPaymentQuery {
    public struct Entry: Sendable, Equatable {
        public let subject: Identifier<CaseFile>
        public let dueOn: CalendarDay
    }

    /// Those of one payment group whose line of a kind and number is due by a day, by subject, 500 at a time.
    ///
    /// It reads the programme's due lines up to the day: a step of the daily round, not of a page.
    /// - Parameter after: the last subject of the page before.
    public static func due(
        _ line: (kind: LineKind, ordinal: Int), programme: String, group: String, by day: CalendarDay,
        after: Identifier<CaseFile>? = nil, in connection: any Connection
    ) throws -> [Entry] {
        try connection.all(
            select,
            [
                .text(programme), .text(of: day), .text(group), .text(line.kind.rawValue), .int(line.ordinal),
                .text(after?.description ?? ""),
            ]
        ) { row in
            Entry(subject: try Identifier(row.text(0)), dueOn: try CalendarDay(row.text(1)))
        }
    }

    static let select: SQL = """
        SELECT due_lines.subject, due_lines.due_on FROM due_lines
        JOIN caseload ON caseload.subject = due_lines.subject
        WHERE due_lines.programme = $1 AND due_lines.due_on <= $2 AND due_lines.payment_group = $3
            AND due_lines.kind = $4 AND due_lines.ordinal = $5 AND due_lines.subject > $6
            AND caseload.state IN ('attached', 'in-work')
        ORDER BY due_lines.subject LIMIT 500
        """
}
