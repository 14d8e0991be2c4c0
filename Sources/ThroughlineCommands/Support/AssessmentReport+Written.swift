import Casework
import Kernel

extension AssessmentReport {
    /// As JSON; null where withheld.
    var written: JSON {
        [
            "day": .text(day), "weeks": .int(weeks), "withheldUnder": .int(SmallCells.least),
            "instruments": .array(
                parts.map { part in
                    [
                        "instrument": .string(part.instrument), "version": .int(part.version),
                        "agreement": AssessmentReport.table(
                            part.agreement, "rating", part.ratings, ["takenUp", "overruled", "notSettled"]),
                        "outcomes": AssessmentReport.table(
                            part.outcomes, "stream", part.streams, ["startedWork", "didNot"]),
                        "tooSoon": part.tooSoon.map { .int($0) } ?? .null,
                    ]
                }),
        ]
    }

    private static func table(_ cells: SmallCells, _ row: String, _ names: [String], _ columns: [String]) -> JSON {
        func line(_ name: String, _ values: [Int?], _ total: Int?) -> JSON {
            .object(
                [JSON.Member(row, .string(name))]
                    + zip(columns, values).map { JSON.Member($0, $1.map { .int($0) } ?? .null) }
                    + [JSON.Member("of", total.map { .int($0) } ?? .null)])
        }
        return .array(
            names.indices.map { line(names[$0], cells.cells[$0], cells.rowTotals[$0]) }
                + [line("all", cells.columnTotals, cells.total)])
    }

    /// In lines for people, with the titles of the instruments that are installed.
    func lines(_ tools: ServiceTools) -> [String] {
        guard !parts.isEmpty else { return ["No assessment with a rating is finished yet."] }
        var lines: [String] = []
        for part in parts {
            let instrument = tools.instrument(part.instrument, version: part.version)
            lines.append("\(instrument?.title ?? part.instrument), version \(part.version), on \(day.written)")
            lines.append("")
            lines += AssessmentReport.rows(
                part.agreement, ["Came to"] + Self.agreementTitles + ["Of"],
                part.ratings.map { instrument?.rating($0)?.title ?? $0 })
            lines.append("")
            lines += AssessmentReport.rows(
                part.outcomes, ["Stream"] + outcomeTitles + ["Of"],
                part.streams.map { instrument?.stream($0)?.title ?? $0 })
            if let later = tooSoon(part) { lines.append(later) }
            lines.append("")
        }
        return lines + ["A dash stands for a count under \(SmallCells.least), or one that would give it away."]
    }

    private static func rows(_ cells: SmallCells, _ columns: [String], _ names: [String]) -> [String] {
        func line(_ name: String, _ values: [Int?], _ total: Int?) -> [String] {
            [name] + (values + [total]).map { $0.map(String.init) ?? "-" }
        }
        return Table.lines(
            [columns] + names.indices.map { line(names[$0], cells.cells[$0], cells.rowTotals[$0]) }
                + [line("All", cells.columnTotals, cells.total)])
    }
}
