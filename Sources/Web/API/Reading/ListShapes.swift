import Casework
import Kernel
import Records

/// One screenful of a list, and where the next and the one before begin.
struct ListAnswer<Row: Sendable>: Sendable {
    let rows: [Row]
    let next: String?
    let previous: String?
}

extension Shape {
    /// A list of these, a page at a time.
    static func page<Row>(of row: Shape<Row>) -> Shape<ListAnswer<Row>> where Value == ListAnswer<Row> {
        Shape<ListAnswer<Row>>(
            "\(row.name)List",
            [
                Member("rows", .list(row.type)) { row.list($0.rows) },
                Member("next", .text, optional: true, "Send it as `at` for the next rows; left out on the last page.") {
                    .text(of: $0.next)
                },
                Member("previous", .text, optional: true) { .text(of: $0.previous) },
            ])
    }
}

extension Shape where Value == IdentityRegister.Entry {
    static var found: Shape {
        Shape(
            "Found",
            [
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text) { .string($0.name) },
                Member("born", .day) { .text($0.born) },
                Member("number", .text, optional: true) { .text(of: $0.number) },
            ])
    }
}

/// A customer on a list, and on that of a shared team who talked with them last.
struct CaseloadLine: Sendable {
    let row: CaseloadRow
    let talk: LastTalk?
    /// Who leads, as the list may say it.
    let lead: Identifier<Person>?
}

extension Shape where Value == CaseloadLine {
    static var caseloadRow: Shape {
        Shape(
            "CaseloadRow",
            [
                Member("case", .reference) { .text($0.row.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") {
                    .text(of: $0.row.name)
                },
                Member("state", .coded(CaseloadState.self)) { .string($0.row.state.rawValue) },
                Member("programme", .text, optional: true) { .text(of: $0.row.programme) },
                Member("group", .text, optional: true) { .text(of: $0.row.group) },
                Member("registered", .day) { .text($0.row.registeredOn) },
                Member("referred", .day, optional: true) { .text(of: $0.row.referredOn) },
                Member("attached", .day, optional: true) { .text(of: $0.row.attachedOn) },
                Member("until", .day, optional: true, "The last day of support: the allotted one, or sooner.") {
                    .text(of: $0.row.supportedUntil)
                },
                Member("adviser", .reference, optional: true) { .text(of: $0.row.adviser) },
                Member("lead", .reference, optional: true, "Who leads the help they get.") { .text(of: $0.lead) },
                Member("next-appointment", .moment, optional: true) { .text(of: $0.row.nextAt) },
                Member("last-met", .moment, optional: true) { .text(of: $0.row.lastContact) },
                Member("last-talker", .reference, optional: true, "Who talked with them last: for a shared team.") {
                    .text(of: $0.talk?.person)
                },
                Member("last-talked", .day, optional: true) { .text(of: $0.talk?.on) },
                Member("in-work-since", .day, optional: true) { .text(of: $0.row.inWorkSince) },
            ])
    }
}

extension Shape where Value == DueLineRow {
    static var dueLine: Shape {
        Shape(
            "DueLine",
            [
                Member("key", .text) { .text($0.key) },
                Member("case", .reference) { .text($0.key.subject) },
                Member("kind", .coded(LineKind.self)) { .string($0.key.kind.rawValue) },
                Member("ordinal", .whole) { .int($0.key.ordinal) },
                Member("group", .text) { .string($0.group) },
                Member("provider", .reference, optional: true) { .text(of: $0.provider) },
                Member("area", .reference) { .text($0.area) },
                Member("attached", .day) { .text($0.attachedOn) },
                Member("due", .day) { .text($0.dueOn) },
                Member("pence", .pence, optional: true, "Left out when no tariff prices it, which is not nothing.") {
                    $0.amount.map { .int($0.pence) }
                },
                Member("status", .coded(FigureStatus.self), optional: true) { $0.status.map { .string($0.rawValue) } },
            ])
    }
}
