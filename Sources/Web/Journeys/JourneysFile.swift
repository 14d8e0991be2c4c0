import HTTPTypes
import Hummingbird
import Insight
import Kernel
import NIOCore
import Office

/// What a page of journeys can be taken away as; as on the page, what fewer than five people did is left out.
///
/// Of two cohorts the page and what is for programs hold both, the others one of them, as the comparison counts it.
enum JourneysFile: String, CaseIterable {
    case html, svg, dot, csv, json

    /// What an address says `of` a file of the second cohort.
    static let second = "beside"

    var title: String {
        switch self {
        case .html: "a page to explore (HTML)"
        case .svg: "the drawing (SVG)"
        case .dot: "the drawing for Graphviz (DOT)"
        case .csv: "the steps as a table (CSV)"
        case .json: "all of it for programs (JSON)"
        }
    }

    /// - Returns: nil where the page has to say why there is none: the question is wrong, or the answer, or what it leaves of
    ///   others, would tell of fewer than five people; a program is told all the same, without a number.
    func response(_ page: JourneysPage, ofSecond: Bool) -> Response? {
        guard page.filter.state.errors.isEmpty, let file = content(of: page, ofSecond) else { return nil }
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type, .contentDisposition: "attachment; filename=\"\(name(page))\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: file.text)))
    }

    /// Of a map that is older than the record it says when that stood so, whatever the file may hold.
    private func name(_ page: JourneysPage) -> String {
        let moment = page.stoodAt.map { "-as-of-\($0.description.replacing(":", with: "").prefix(15))Z" } ?? ""
        return "journeys\(moment).\(rawValue)"
    }

    private func content(of page: JourneysPage, _ ofSecond: Bool) -> (type: String, text: String)? {
        if self == .json { return ("application/json", Self.json(page).text) }
        let notes = [page.stood].compactMap(\.self)
        if self == .html, let comparison = page.seen.comparison {
            return ("text/html; charset=utf-8", ComparisonPage(comparison, notes: notes).html)
        }
        let cohort = page.seen.comparison.map { ofSecond ? $0.second : $0.first }
        let map = cohort.map { ToldMap($0.map, least: JourneysPage.least) } ?? page.told
        let heading = cohort.map { "The journey of \($0.label)" } ?? "The journey"
        guard map.cases >= JourneysPage.least else { return nil }
        switch self {
        case .html:
            return ("text/html; charset=utf-8", MapPage(map, title: heading, notes: notes).html)
        case .svg:
            let shown = ShownMap.readable(map, atMost: page.filter.steps)
            return ("image/svg+xml", MapDrawing(shown, title: heading)?.svg ?? Self.nothing)
        case .dot: return ("text/vnd.graphviz; charset=utf-8", map.dot)
        case .csv: return ("text/csv; charset=utf-8", Self.table(map))
        case .json: return nil
        }
    }

    private static let nothing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

    /// A number that is withheld is left empty.
    private static func table(_ map: ToldMap) -> String {
        let heads = ["from", "to", "people", "times", "median_seconds", "mean_seconds", "p90_seconds"]
        func number(_ count: Int?) -> String { count.map { "\($0)" } ?? "" }
        let rows = map.edges.map { edge in
            [
                edge.from, edge.to, number(edge.people), number(edge.times), "\(edge.median)", "\(edge.mean)",
                "\(edge.ninetieth)",
            ]
        }
        return ([heads] + rows).map { CSVText.row($0) }.joined()
    }

    /// The question, as of when the map is where it is old, and the map; of two cohorts what came of it and both maps, the
    /// first cohort's first.
    private static func json(_ page: JourneysPage) -> JSON {
        let question =
            [JSON.Member("question", page.filter.json)]
            + [page.stoodAt.map { JSON.Member("as_of", .text($0)) }].compactMap(\.self)
        if page.seen.isWithheld {
            let told: [JSON.Member] = [
                JSON.Member("cases", .null), JSON.Member("withheld_under", .int(JourneysPage.least)),
                JSON.Member("differs_by_few", .bool(true)),
            ]
            return .object(question + told)
        }
        guard let comparison = page.seen.comparison else {
            return .object(question + (page.told.json.members ?? []))
        }
        let maps = [comparison.first, comparison.second].map { $0.map.json(least: JourneysPage.least) }
        return .object(question + (comparison.json.members ?? []) + [JSON.Member("maps", .array(maps))])
    }
}
