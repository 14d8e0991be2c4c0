/// One file of HTML that needs nothing else, and whose tables can be sorted and searched where scripts are on.
struct HTMLPage {
    let title: String
    let lead: [String]
    let sections: [String]

    static func section(_ heading: String, _ content: String) -> String {
        "<section><h2>\(MapDrawing.escaped(heading))</h2>\n\(content)\n</section>"
    }

    /// A part of a section, under a heading of its own.
    static func part(_ heading: String, _ content: String) -> String {
        "<h3>\(MapDrawing.escaped(heading))</h3>\n\(content)"
    }

    var html: String {
        """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>\(MapDrawing.escaped(title))</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <main>
        <h1>\(MapDrawing.escaped(title))</h1>
        \(lead.map { "<p class=\"lead\">\(MapDrawing.escaped($0))</p>" }.joined(separator: "\n"))
        \(sections.joined(separator: "\n"))
        </main>
        <script>\(Self.script)</script>
        </body>
        </html>
        """
    }
}

/// A table of a page.
struct HTMLTable {
    enum Cell {
        case text(String)
        case number(Int)
        /// Seconds.
        case time(Double)
    }

    private let heads: [String]
    private let rows: [[Cell]]

    init(_ heads: [String], _ rows: [[Cell]]) {
        self.heads = heads
        self.rows = rows
    }

    var html: String {
        let head = heads.map { "<th scope=\"col\">\(MapDrawing.escaped($0))</th>" }.joined()
        let body = rows.map { "<tr>\($0.map(Self.written).joined())</tr>" }.joined(separator: "\n")
        return
            "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table><thead><tr>\(head)</tr></thead>\n"
            + "<tbody>\n\(body)\n</tbody></table></div>"
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): "<td>\(MapDrawing.escaped(text))</td>"
        case .number(let number): "<td class=\"n\" data-v=\"\(number)\">\(JourneyMap.grouped(number))</td>"
        case .time(let seconds):
            "<td class=\"n\" data-v=\"\(Int(seconds.rounded()))\">\(JourneyMap.written(seconds))</td>"
        }
    }
}
