import HTTPTypes
import Hummingbird
import Insight
import Kernel
import NIOCore

/// What a page of journeys can be taken away as; as on the page, what fewer than five people did is left out.
enum JourneysFile: String, CaseIterable {
    case html, svg, dot, csv, json

    var title: String {
        switch self {
        case .html: "a page to explore (HTML)"
        case .svg: "the drawing (SVG)"
        case .dot: "the drawing for Graphviz (DOT)"
        case .csv: "the steps as a table (CSV)"
        case .json: "the steps for programs (JSON)"
        }
    }

    func response(_ page: JourneysPage) -> Response {
        let steps = page.map.edges.filter { $0.cases >= JourneysPage.least }
        let (type, text) =
            switch self {
            case .html:
                ("text/html; charset=utf-8", MapPage(page.map, title: "The journey", least: JourneysPage.least).html)
            case .svg: ("image/svg+xml", MapDrawing(page.shown, title: "The journey")?.svg ?? Self.nothing)
            case .dot: ("text/vnd.graphviz; charset=utf-8", page.map.dot(least: JourneysPage.least))
            case .csv: ("text/csv; charset=utf-8", Self.table(steps))
            case .json: ("application/json", Self.json(page, steps).text)
            }
        return Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"journeys.\(rawValue)\""],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private static let nothing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"

    private static func table(_ steps: [JourneyMap.Edge]) -> String {
        func quoted(_ name: String) -> String {
            let safe = name.first.map { "=+-@\t".contains($0) } == true ? "'\(name)" : name
            return "\"\(safe.replacing("\"", with: "\"\""))\""
        }
        return "from,to,people,times,median_seconds,mean_seconds,p90_seconds\n"
            + steps.map {
                "\(quoted($0.from)),\(quoted($0.to)),\($0.cases),\($0.count),\($0.median),\($0.mean),\($0.ninetieth)\n"
            }.joined()
    }

    private static func json(_ page: JourneysPage, _ steps: [JourneyMap.Edge]) -> JSON {
        func written(_ edges: [JourneyMap.Edge]) -> JSON {
            .array(
                edges.map {
                    [
                        "from": .string($0.from), "to": .string($0.to), "cases": .int($0.cases),
                        "count": .int($0.count),
                        "median_seconds": .real($0.median), "mean_seconds": .real($0.mean),
                        "p90_seconds": .real($0.ninetieth),
                    ]
                })
        }
        return [
            "cases": page.map.cases < JourneysPage.least ? .null : .int(page.map.cases),
            "withheld_under": .int(JourneysPage.least), "edges": written(steps),
            "hand_offs": ["agencies": written(page.handed)],
        ]
    }
}
