public import Casework
public import Kernel

/// What a programme pays, as a table: a line for each group and range of attachment days.
public struct ProgrammePrice: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public let group: String
        public let title: String
        /// nil when no attachment of this group has a price.
        public let terms: TariffRow?

        /// The most that can be paid for one customer; nil when unpriced.
        public var maximum: Figure<Money>? { terms?.maximum }
    }

    public let lines: [Line]

    /// Groups in the order the file declares them, each range of attachment days in the file's order. A group with no
    /// row at all has one line that says it is unpriced.
    public init(_ programme: Programme) {
        lines = programme.groups.flatMap { group in
            let rows = programme.tariff.rows.filter { $0.group == group.id }
            return rows.isEmpty
                ? [Line(group: group.id, title: group.title, terms: nil)]
                : rows.map { Line(group: group.id, title: group.title, terms: $0) }
        }
    }

    /// The table as text for a terminal, with the status of every figure.
    public var text: String {
        let header = ["Group", "Attached", "Attachment", "Job outcome", "Sustainment", "Most in all"]
        let rows = lines.map { line in
            guard let terms = line.terms else {
                return [line.group, "any day", "unpriced", "unpriced", "unpriced", "unpriced"]
            }
            return [
                line.group, ProgrammePrice.days(terms.attached),
                terms.attachment.map { ProgrammePrice.marked($0, $0.value.description) } ?? "none",
                terms.outcome.map(ProgrammePrice.outcome) ?? "none",
                terms.sustainment.map(ProgrammePrice.sustainment) ?? "none",
                ProgrammePrice.marked(terms.maximum, terms.maximum.value.description),
            ]
        }
        let key = FigureStatus.allCases.filter { $0 != .published }.map { "\(mark($0)) \($0.title)" }
        let note =
            lines.isEmpty
            ? "This programme has no groups, so nothing is priced."
            : "Unmarked figures are published; " + key.joined(separator: "; ")
                + ". A total is marked as its weakest part."
        return (lines.isEmpty ? "" : TextTable.draw([header] + rows) + "\n\n") + note + "\n"
    }

    private static func outcome(_ terms: OutcomeTerms) -> String {
        let fee = marked(terms.fee, terms.fee.value.description)
        switch terms {
        case .weeks(let weeks):
            return "\(fee) at \(marked(weeks.weeks, TimeLimit.Unit.weeks.written(weeks.weeks.value)))"
        case .earnings(let earnings):
            return "\(fee) at \(earnings.threshold) earned in \(earnings.supportDays + earnings.trackingDays) days"
        }
    }

    private static func sustainment(_ terms: SustainmentTerms) -> String {
        "\(marked(terms.fee, terms.fee.value.description)) each \(terms.everyWeeks) weeks, "
            + "at most \(marked(terms.atMost, String(terms.atMost.value)))"
    }

    static func marked<Value>(_ figure: Figure<Value>, _ text: String) -> String { text + mark(figure.status) }
    private func mark(_ status: FigureStatus) -> String { ProgrammePrice.mark(status) }

    static func mark(_ status: FigureStatus) -> String {
        switch status {
        case .published: ""
        case .derived: "*"
        case .unconfirmed: "?"
        case .ours: "+"
        }
    }

    private static func days(_ range: DayRange) -> String {
        switch (range.from, range.until) {
        case (nil, nil): "any day"
        case (let from?, nil): "\(from) on"
        case (nil, let until?): "to \(until)"
        case (let from?, let until?): "\(from) to \(until)"
        }
    }
}

/// Columns of text lined up by spaces.
enum TextTable {
    static func draw(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ").trimmingTrailing
        }.joined(separator: "\n")
    }
}

extension String {
    var trimmingTrailing: String {
        var part = Substring(self)
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
