import Kernel
import Testing
import Web

@Suite("Components")
struct ComponentsTests {
    private struct Row {
        let name: String
        let days: Int
    }

    private func read(_ html: some HTML) throws -> HTMLNode { try HTMLPage(html.render()).root }

    private func customers(_ sort: Sort?) -> some HTML {
        DataTable(
            "Customers, 2 of 41", rows: [Row(name: "Rosa", days: 3), Row(name: "<Tom>", days: 12)], sort: sort,
            columns: [
                Column("Name", .heading, sortedBy: "name") { row in a(.href("/x")) { row.name } },
                Column("Days", .number, sortedBy: "days") { row in row.days },
                Column("Next") { _ in StatusTag("Due", .attention) },
            ])
    }

    @Test("A table names itself, its columns and its rows, and each cell knows its column for a narrow screen")
    func table() throws {
        let page = try read(customers(nil))
        #expect(page.first("caption")?.text == "Customers, 2 of 41")
        #expect(page.all("th").map { $0["scope"] } == ["col", "col", "col", "row", "row"])
        #expect(page.all("td").map { $0["data-label"] } == ["Days", "Next", "Days", "Next"])
        #expect(page.all("tr").map(\.text) == ["NameDaysNext", "Rosa3▲ Due", "<Tom>12▲ Due"])
    }

    @Test("A column that can be sorted is a link; the sorted one says which way and turns round")
    func sorting() throws {
        let page = try read(customers(Sort(by: "days") { "?sort=\($0)&down=\($1)" }))
        #expect(page.all("th").map { $0["aria-sort"] } == [nil, "ascending", nil, nil, nil])
        #expect(page.first("thead")?.all("a").map { $0["href"] } == ["?sort=name&down=false", "?sort=days&down=true"])
        let down = try read(customers(Sort(by: "days", descending: true) { "?sort=\($0)&down=\($1)" }))
        #expect(down.all("th")[1]["aria-sort"] == "descending")
        #expect(down.first("thead")?.all("a")[1]["href"] == "?sort=days&down=false")
    }

    @Test(
        "A state is a word with a shape, and the shape is not read out",
        arguments: [StatusTag.Shape.attention, .live, .waiting, .done, .closed])
    func tags(_ shape: StatusTag.Shape) throws {
        let tag = try #require(try read(StatusTag("Waiting", shape)).first("span"))
        #expect(tag.text.hasSuffix(" Waiting"))
        #expect(tag.first("span")?["aria-hidden"] == "true")
    }

    @Test("Shapes differ, so that states do without colour")
    func shapes() throws {
        let marks = try [StatusTag.Shape.attention, .live, .waiting, .done, .closed].map {
            try read(StatusTag("x", $0)).text
        }
        #expect(Set(marks).count == 5)
    }

    @Test("A number says its size")
    func counts() throws {
        #expect(try read(Count(3, of: 1204)).text == "3 of 1,204")
        #expect([0, 999, 1000, 1_234_567, -4500].map(grouped) == ["0", "999", "1,000", "1,234,567", "−4,500"])
    }

    @Test("A link to change an answer says which")
    func change() throws {
        let page = try read(SummaryList { SummaryRow("First names", change: "/change") { "Rosa" } })
        #expect(page.first("a")?.text == "Change First names")
        #expect(page.first("dt")?.text == "First names")
    }

    @Test("The way through a list has no link where there is nothing")
    func pager() throws {
        let first = try read(Pager(shown: "50 of 1,204", previous: nil, next: "?after=x"))
        #expect(first.all("a").map { $0["rel"] } == ["next"])
        #expect(try read(Pager(shown: "1 of 1", previous: nil, next: nil)).all("a").isEmpty)
    }

    @Test("The open tab is the current page")
    func tabs() throws {
        let page = try read(
            Tabs("Caseload", [.init("Mine", to: "/m"), .init("All", to: "/a", count: 1204)], current: "/a"))
        #expect(page.all("a").map { $0["aria-current"] } == [nil, "page"])
        #expect(page.all("a").map(\.text) == ["Mine", "All 1,204"])
    }

    @Test("A drawing says in words what it shows")
    func picture() throws {
        let page = try read(
            Picture(id: "waits", title: "Waiting", description: "Plan 21 days", width: 100, height: 20) {
                SVG.rectangle(x: 0, y: 1.001, width: 10.5, height: -0.001, class: "accent", title: "<Plan>")
                SVG.text("21 days & more", x: 12, y: 5.25, anchor: .end)
            })
        let svg = try #require(page.first("svg"))
        #expect(svg["role"] == "img")
        let words = (svg["aria-labelledby"] ?? "").split(separator: " ").map { page.element(id: String($0))?.text }
        #expect(words == ["Waiting", "Plan 21 days"])
        #expect(svg.first("rect")?["y"] == "1")
        #expect(svg.first("rect")?["width"] == "10.5")
        #expect(svg.first("text")?["y"] == "5.25")
    }

    @Test("A number in a drawing has at most two decimals and no trailing nought")
    func drawn() {
        #expect(
            [0, 1, 1.5, 1.25, 1.256, 0.04, -3.1, -0.001, 100].map(SVG.written)
                == ["0", "1", "1.5", "1.25", "1.26", "0.04", "-3.1", "0", "100"])
    }

    @Test("What happened is a list, each mark said in a word")
    func timeline() throws {
        let page = try read(
            Timeline {
                TimelineEntry("Interview 3 held", .live, meaning: "Held", when: { "2 Aug" }, detail: { "50 min" })
            })
        #expect(page.first("ol")?.text == "2 Aug●Held: Interview 3 held50 min")
    }
}
