import Casework
import Kernel
import Office

/// How the instruments serve: how often advisers went by a rating and customers agreed with it, and who had started work
/// some weeks later. It checks the questions and never a person, so small counts are withheld (M-030).
struct InstrumentsPage {
    let report: AssessmentReport
    let tools: ServiceTools

    static func load(_ visit: Visit) async throws -> InstrumentsPage {
        InstrumentsPage(
            report: try await visit.office.assessmentReport(as: visit.actor), tools: visit.office.tools)
    }

    var page: Page {
        Page("How assessments serve", section: SiteURL.instruments.address, width: .wide) {
            p {
                "For each set of questions that rates: how often advisers went by what the answers came to, and how many people had started work \(report.weeks) weeks after they were first assessed. On \(report.day.written). It checks the questions, and never a person."
            }
            if report.parts.isEmpty {
                EmptyState(
                    "No assessment with a rating is finished yet.",
                    comes: "What came of each rating is counted here, once there is one.")
            } else {
                ForEach(report.parts) { part in
                    PartReport(
                        report: report, part: part,
                        instrument: tools.instrument(part.instrument, version: part.version))
                }
                p {
                    "Where it says “\(CountsTable.withheld)”, the count is under \(SmallCells.least) or would give such a one away."
                }
            }
        }
    }
}

/// One version of an instrument.
private struct PartReport: Component {
    let report: AssessmentReport
    let part: AssessmentReport.Part
    /// Nil when its file is not installed; its codes then stand for themselves.
    let instrument: Instrument?

    var body: some HTML {
        Section("\(title), version \(part.version)", id: "\(part.instrument)-\(part.version)") {
            CountsTable(
                caption: "What advisers made of the rating that the answers came to", of: "Came to",
                names: part.ratings.map { instrument?.rating($0)?.title ?? $0 },
                counted: AssessmentReport.agreementTitles, cells: part.agreement)
            p { report.customers(part) }
            if !part.streams.isEmpty {
                CountsTable(
                    caption: "Who had started work, by the stream in force", of: "Stream",
                    names: part.streams.map { instrument?.stream($0)?.title ?? $0 }, counted: report.outcomeTitles,
                    cells: part.outcomes)
            }
            if let later = report.tooSoon(part) { p { later } }
        }
    }

    private var title: String { instrument?.title ?? part.instrument }
}

/// Counts with their totals, those withheld in words.
private struct CountsTable: Component {
    private struct Row: Sendable {
        let name: String
        let counts: [String]
    }

    static let withheld = "not told"

    let caption: String
    /// What the first column names.
    let of: String
    let names: [String]
    /// What is counted, a column each.
    let counted: [String]
    let cells: SmallCells

    var body: some HTML { DataTable(caption, rows: rows, columns: columns) }

    private var rows: [Row] {
        let each = names.indices.map { Row(name: names[$0], counts: told(cells.cells[$0], cells.rowTotals[$0])) }
        return each + [Row(name: "All", counts: told(cells.columnTotals, cells.total))]
    }

    private func told(_ counts: [Int?], _ total: Int?) -> [String] {
        (counts + [total]).map { $0.map(grouped) ?? Self.withheld }
    }

    private var columns: [Column<Row>] {
        let heading = Column<Row>(of, .heading) { $0.name }
        let counts = (counted + ["Of"]).enumerated().map { place, title in
            Column<Row>(title, .number) { $0.counts[place] }
        }
        return [heading] + counts
    }
}
