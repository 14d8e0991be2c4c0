import Casework
import HTTPTypes
import Kernel
import Office

extension Operation {
    /// How the instruments serve, as its page says it.
    static var assessmentReport: Operation {
        Operation(
            method: .get, path: "/assessments", id: "readAssessmentReport",
            summary: "How the questions of assessments serve: what advisers made of ratings, and who started work",
            about:
                "Of many people at once, so a count under \(SmallCells.least), or one that would give it away, is left out.",
            section: "Assessments", answers: Shape<AssessmentReport>.report.type
        ) { call in
            try call.bearer.require(.readJourneys)
            return APIAnswer(
                Shape<AssessmentReport>.report.json(try await call.office.assessmentReport(as: call.actor)))
        }
    }
}

extension Shape where Value == AssessmentReport {
    fileprivate static var report: Shape {
        Shape(
            "AssessmentReport",
            [
                Member("day", .day) { .text($0.day) },
                Member("weeks", .whole, "In how many weeks after a first assessment work is counted.") {
                    .int($0.weeks)
                },
                Member("instruments", .list(Shape<AssessmentReport.Part>.part.type)) {
                    Shape<AssessmentReport.Part>.part.list($0.parts)
                },
            ])
    }
}

extension Shape where Value == AssessmentReport.Part {
    fileprivate static var part: Shape {
        Shape(
            "InstrumentReport",
            [
                Member("instrument", .text) { .string($0.instrument) },
                Member("version", .whole) { .int($0.version) },
                Member(
                    "agreement", .list(Shape<CountsRow>.agreement.type),
                    "By the rating that the answers came to; the last row is of all."
                ) { part in Shape<CountsRow>.agreement.list(CountsRow.rows(part.agreement, part.ratings)) },
                Member(
                    "customers", Shape<CountsRow>.customers.type,
                    "Of the assessments whose customer said whether they agree with it."
                ) { part in
                    Shape<CountsRow>.customers.json(
                        CountsRow(code: nil, counts: part.customers.columnTotals, of: part.customers.total))
                },
                Member(
                    "outcomes", .list(Shape<CountsRow>.outcomes.type),
                    "By the stream in force; the last row is of all."
                ) { part in Shape<CountsRow>.outcomes.list(CountsRow.rows(part.outcomes, part.streams)) },
                Member("too-soon", .whole, optional: true, "How many were assessed too lately to tell.") {
                    $0.tooSoon.map { .int($0) }
                },
            ])
    }
}

/// One row of counts, those withheld nil.
private struct CountsRow: Sendable {
    /// Nil for the row of all.
    let code: String?
    let counts: [Int?]
    let of: Int?

    static func rows(_ cells: SmallCells, _ codes: [String]) -> [CountsRow] {
        codes.indices.map { CountsRow(code: codes[$0], counts: cells.cells[$0], of: cells.rowTotals[$0]) }
            + [CountsRow(code: nil, counts: cells.columnTotals, of: cells.total)]
    }
}

extension Shape where Value == CountsRow {
    fileprivate static var agreement: Shape {
        Shape("AgreementCounts", row("rating", counting: ["taken-up", "overruled", "not-settled"]))
    }

    fileprivate static var customers: Shape { Shape("CustomerCounts", counted(["agreed", "did-not-agree"])) }

    fileprivate static var outcomes: Shape {
        Shape("OutcomeCounts", row("stream", counting: ["started-work", "did-not"]))
    }

    private static func row(_ name: String, counting columns: [String]) -> [Member<CountsRow>] {
        [Member<CountsRow>(name, .text, optional: true) { .text(of: $0.code) }] + counted(columns)
    }

    private static func counted(_ columns: [String]) -> [Member<CountsRow>] {
        let counts = columns.enumerated().map { place, column in
            Member<CountsRow>(column, .whole, optional: true) { row in
                row.counts.indices.contains(place) ? row.counts[place].map { .int($0) } : nil
            }
        }
        return counts + [Member<CountsRow>("of", .whole, optional: true) { row in row.of.map { .int($0) } }]
    }
}
