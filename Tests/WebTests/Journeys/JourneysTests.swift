import Casework
import HTTPTypes
import Insight
import Kernel
import Office
import Testing

@testable import Web

@Suite("The page of journeys")
struct JourneysTests {
    /// Five people referred in September and acknowledged two days later, five in October acknowledged five days later,
    /// one in November and four in December.
    private func partnership(demonstration: Bool = false) async throws -> Partnership {
        let room = try await Partnership(demonstration: demonstration)
        for (family, begins, wait) in [("Parr", "2012-09-10", 2), ("Lowe", "2012-10-08", 5)] {
            room.move(to: day(begins))
            var people: [Identifier<CaseFile>] = []
            for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] {
                people.append(try await room.referred(given, family))
            }
            room.move(to: day(begins).adding(days: wait))
            for person in people { try await room.perform(AcknowledgeReferral(), on: person, as: room.manager) }
        }
        room.move(to: day("2012-11-05"))
        _ = try await room.referred("Nora", "Webb")
        room.move(to: day("2012-12-03"))
        for given in ["Joan", "Lena", "Olga", "Rita"] { _ = try await room.referred(given, "Webb") }
        return room
    }

    private static let untold =
        "This is not shown: by itself, or less another answer, it would tell of fewer than five people."
    private static let asked = [("reaching", "Referral acknowledged"), ("within", "7")]

    /// The page of a question, as whoever commissions sees it.
    private func page(_ room: Partnership, _ query: [(String, String)]) async throws -> HTMLNode {
        let browser = try await room.browser(room.commissioner)
        let answer = try await browser.get(SiteURL.journeys(query).address)
        #expect(answer.status == .ok)
        return try #require(await browser.page).root
    }

    /// The cells of a table's rows, by its caption.
    private func rows(_ page: HTMLNode, _ caption: String) throws -> [[String]] {
        let table = try #require(
            page.all("table").first { $0.first("caption")?.text.hasPrefix(caption) == true }, "no table “\(caption)”")
        return table.all("tbody").flatMap { $0.all("tr") }.map { row in
            row.all().filter { $0.name == "th" || $0.name == "td" }.map(\.text)
        }
    }

    /// Everybody's map, as the page is made of it.
    private func map(_ room: Partnership) async throws -> JourneyMap {
        let answer = try await room.office.journeys(JourneyQuestion(.all([])), as: room.commissioner.author)
        guard case .seen(let seen, _) = answer else { throw HTMLPage.Fault(description: "\(answer)") }
        return seen.map
    }

    private func file(_ room: Partnership, _ query: [(String, String)], _ form: String) async throws -> WebAnswer {
        let browser = try await room.browser(room.commissioner)
        return try await browser.get(SiteURL.journeys(query + [("as", form)]).address)
    }

    // MARK: Two cohorts

    @Test("Two cohorts stand beside one another: where each waits, who hands them on, and how much longer the second")
    func beside() async throws {
        let room = try await partnership()
        let page = try await page(room, [("cohort", "2012-09"), ("beside", "2012-10")] + Self.asked)
        let headings = page.all("h2").map(\.text)
        #expect(headings.contains("September 2012 beside October 2012"))
        #expect(headings.contains("The journey of September 2012") && headings.contains("The journey of October 2012"))
        for answer in [
            "People of September 2012 waited longest between “Referral sent to the provider” and “Referral acknowledged”: 5 of 5 people, half of them 2 days or longer.",
            "People of October 2012 waited longest there too: 5 of 5 people, half of them 5 days or longer.",
            "the time of half was 3 days longer in October 2012, which may be chance.",
            "The most people of September 2012 were handed from Union Street Jobcentre to Northway Futures: 5 of 5 people.",
        ] { #expect(page.text.contains(answer)) }
        let waits = try rows(page, "The steps in which the people of either cohort together waited longest")
        #expect(
            waits == [
                [
                    "Referral sent to the provider", "Referral acknowledged", "5", "2 days (not known)", "0", "5",
                    "5 days (not known)", "0", "+3 days, may be chance",
                ]
            ])
        let handed = try rows(page, "One organisation acting next after another")
        #expect(handed.map { Array($0.prefix(3)) } == [["Union Street Jobcentre", "Northway Futures", "5"]])
        #expect(try rows(page, "Who reached").map { $0[2] } == ["100% (5 of 5)", "100% (5 of 5)"])
        #expect(page.all("svg").count == 3, "a map of each, and their curves")
        try await room.close()
    }

    @Test("Of a cohort of fewer than five neither the page nor what is taken away tells how many they are")
    func few() async throws {
        let room = try await partnership()
        for query in [[("cohort", "2012-09"), ("beside", "2012-11")] + Self.asked, [("cohort", "2012-11")]] {
            let page = try await page(room, query)
            #expect(page.text.contains(Self.untold), "\(query)")
            #expect(page.all("svg").isEmpty && !page.text.contains("1 person"))
            let told = try JSON(parsing: try await file(room, query, "json").body)
            #expect(told["cases"] == JSON.null && told["edges"] == nil && told["maps"] == nil)
        }
        // Of four people in all nobody is drawn either.
        let small = try await Partnership()
        for given in ["Ada", "Ines", "Maud", "Rosa"] { _ = try await small.referred(given, "Parr") }
        let four = try await self.page(small, [])
        #expect(four.text.contains("Fewer than five people are meant.") && four.all("svg").isEmpty)
        #expect(four.text.contains("Journeys are shown once five people or more have been referred"))
        for form in ["html", "svg", "dot", "csv"] {
            let answer = try await file(small, [], form)
            #expect(answer.text.contains("Fewer than five people are meant."), "\(form)")
        }
        let counted = try JSON(parsing: try await file(small, [], "json").body)
        #expect(counted["cases"] == JSON.null)
        try await small.close()
        try await room.close()
    }

    /// What an address asks, and the fields that lack something for it.
    private static let lacking: [(query: [(String, String)], fields: [String])] = [
        ([("beside", "2012-10")], ["#cohort", "#reaching"]),
        ([("reaching", "Job started")], ["#cohort", "#beside"]),
        ([("cohort", "2012-09"), ("within", "28")], ["#beside", "#reaching"]),
        ([("cohort", "2012-09"), ("beside", "2012-07..2012-09"), ("reaching", "Job started")], ["#beside"]),
        ([("cohort", "2012-09"), ("beside", "soon"), ("reaching", "Job started")], ["#beside"]),
        ([("cohort", "2012-09"), ("beside", "2012-10"), ("reaching", "Job started"), ("within", "0")], ["#within"]),
        ([("cohort", "2012-09"), ("beside", "2012-10"), ("reaching", "Job started"), ("within", "29")], ["#within"]),
    ]

    @Test("A comparison that lacks something says what, by a link to the field, and compares nothing")
    func lacks() async throws {
        let room = try await partnership()
        for (query, fields) in Self.lacking {
            let page = try await page(room, query)
            let problems = try #require(page.first { $0.has(class: "problems") }, "\(query)")
            #expect(problems.all("a").compactMap { $0["href"] } == fields, "\(query)")
            #expect(page.first("title")?.text.hasPrefix("Error:") == true)
            #expect(!page.all("h2").contains { $0.text.contains(" beside ") })
            let answer = try await file(room, query, "json")
            #expect(answer.text.contains("There is a problem"), "\(query)")
        }
        try await room.close()
    }

    @Test("The days of a comparison are chosen from a few, of which no two are a day apart (K-007)")
    func within() async throws {
        let room = try await partnership()
        let query = [("cohort", "2012-09"), ("beside", "2012-10"), ("reaching", "Referral acknowledged")]
        let asked = try await page(room, query + [("within", "6")])
        let select = try #require(asked.all("select").first { $0["name"] == "within" })
        #expect(
            select.all("option").compactMap { $0["value"] } == ["", "7", "14", "28", "91", "182", "365", "730"])
        #expect(asked.text.contains("“6” is not one of the days that can be asked about"))
        #expect(!asked.all("h2").contains { $0.text.contains(" beside ") })
        let shown = try await page(room, query + [("within", "28")])
        #expect(shown.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }.contains("28"))
        #expect(shown.text.contains("within 28 days"))
        try await room.close()
    }

    @Test("What is taken away of two cohorts holds both, and the question")
    func filesOfBoth() async throws {
        let room = try await partnership()
        let query = [("cohort", "2012-09"), ("beside", "2012-10")] + Self.asked
        let told = try JSON(parsing: try await file(room, query, "json").body)
        #expect(told["question"]?["cohort"]?.string == "2012-09" && told["question"]?["beside"]?.string == "2012-10")
        #expect(told["cohorts"]?.array?.compactMap { $0["name"]?.string } == ["September 2012", "October 2012"])
        #expect(told["maps"]?.array?.map { $0["cases"]?.int } == [5, 5])
        let html = try await file(room, query, "html").text
        #expect(html.contains("The journey of September 2012") && html.contains("The journey of October 2012"))
        // The links of each cohort by itself lead to its own files.
        let browser = try await room.browser(room.commissioner)
        try await browser.get(SiteURL.journeys(query).address)
        let table = try await browser.click("the steps as a table (CSV) of October 2012")
        #expect(table.text.contains(",5,5,432000.0,"))
        try await room.close()
    }

    // MARK: One map

    @Test("The map for programs is the map's own, without what fewer than five did, and with the question")
    func json() async throws {
        let room = try await partnership()
        let told = try JSON(parsing: try await file(room, [("period", "2012-04..2013-03")], "json").body)
        #expect(told["question"]?["period"]?.string == "2012-04..2013-03" && told["withheld_under"]?.int == 5)
        #expect(told["cases"]?.int == 15)
        let map = try await map(room)
        for member in map.json(least: 5).members ?? [] { #expect(told[member.name] == member.value, "\(member.name)") }
        try await room.close()
    }

    @Test("The steps stand in the order of their people, or in another that an address names")
    func order() async throws {
        let room = try await partnership()
        let caption = "Every step that five people or more took"
        let usual = try await page(room, [])
        let people = try rows(usual, caption).compactMap { Int($0[2]) }
        #expect(!people.isEmpty && people == people.sorted(by: >))
        let other = try await page(room, [("sort", "from"), ("order", "up")])
        let names = try rows(other, caption).map { $0[0] }
        #expect(names == names.sorted() && names.count == people.count)
        #expect(other.all("details").contains { $0["open"] != nil && $0.text.contains(caption) })
        try await room.close()
    }

    @Test("Each box and each step of a drawing leads to its row in a table beneath, by words that are heard")
    func links() async throws {
        let room = try await partnership()
        let both = [("cohort", "2012-09"), ("beside", "2012-10")] + Self.asked
        let asked: [(query: [(String, String)], drawings: Int)] = [([], 1), (both, 2)]
        for (query, drawings) in asked {
            let page = try await page(room, query)
            let drawn = page.all("div").filter { $0["class"] == "journey" }.flatMap { $0.all("svg") }
            #expect(drawn.count == drawings)
            let links = drawn.flatMap { $0.all("a") }
            #expect(links.count > 4 * drawings)
            for link in links {
                let id = try #require(link["href"].map { String($0.dropFirst()) })
                let row = try #require(page.element(id: id), "nothing is called \(id)")
                #expect(row.name == "tr")
                guard link["aria-hidden"] == nil else { continue }
                let heard = try #require(link["aria-label"])
                #expect(heard.contains(row.all().first { $0.name == "th" }?.text ?? "no heading"), "\(heard)")
            }
        }
        // The drawing that is taken away stands by itself.
        #expect(!(try await file(room, [], "svg").text.contains("<a ")))
        try await room.close()
    }

    @Test("A slider says how many steps are drawn, and above the drawing stands how many people that hides")
    func detail() async throws {
        let room = try await partnership()
        let few = try await page(room, [("steps", "5")])
        let slider = try #require(few.element(id: "steps"))
        #expect(slider["type"] == "range" && slider["value"] == "5")
        let shown = ShownMap.readable(try await map(room), atMost: 5, least: 5)
        #expect(few.all("p").contains { $0.text == shown.sentence })
        #expect(try await page(room, []).element(id: "steps")?["value"] == "20")
        // Where nothing but the slider was moved everybody is shown already.
        #expect(!few.all("a").contains { $0.text == "Show everybody" })
        let wrong = try await page(room, [("steps", "3")])
        #expect(wrong.first { $0.has(class: "problems") }?.all("a").compactMap { $0["href"] } == ["#steps"])
        try await room.close()
    }

    // MARK: One question less another

    @Test("Nothing is told that, less other answers, would tell of one to four people (K-007)")
    func differences() async throws {
        let room = try await partnership()
        // November is of one and December of four, so they stand together; in December something happened to four.
        let withheld = [[("cohort", "2012-10..2012-11")], [("cohort", "2012-12")], [("period", "2012-12")]]
        for query in withheld {
            let shown = try await self.page(room, query)
            #expect(shown.text.contains(Self.untold), "\(query)")
            #expect(shown.all("svg").isEmpty && !shown.text.contains("people went"))
            for form in ["html", "svg", "dot", "csv"] {
                let answer = try await file(room, query, form)
                #expect(answer.text.contains(Self.untold), "\(form)")
            }
            let told = try JSON(parsing: try await file(room, query, "json").body)
            #expect(told["differs_by_few"] == JSON.bool(true) && told["cases"] == JSON.null)
            #expect(told["edges"] == nil)
        }
        // Neither of two cohorts, where one of them would.
        let both = [("cohort", "2012-09"), ("beside", "2012-10..2012-11")] + Self.asked
        let neither = try await self.page(room, both)
        #expect(neither.text.contains(Self.untold))
        #expect(!neither.all("h2").contains { $0.text.contains(" beside ") })
        let september = try await self.page(room, [("period", "2012-07..2012-09")])
        #expect(september.text.contains("5 people went"))
        let none = try await self.page(room, [("period", "2012-09-10")])
        #expect(none.first { $0.has(class: "problems") }?.all("a").compactMap { $0["href"] } == ["#period"])
        try await room.close()
    }

    @Test("An address with days leads to the period that holds them, and says so where there is none")
    func days() async throws {
        let room = try await partnership()
        let browser = try await room.browser(room.commissioner)
        let kept = [("from", "2012-09-03"), ("programme", "work-programme-2011"), ("until", "2012-09-20")]
        try await browser.get(SiteURL.journeys(kept).address, following: true)
        let address = await browser.address
        #expect(address.contains("programme=work-programme-2011") && address.hasSuffix("period=2012-09"), "\(address)")
        #expect(!address.contains("from=") && !address.contains("until="))
        for query in [
            [("from", "2012-09-03")], [("from", "2012-03-31"), ("until", "2012-04-01")], [("until", "soon")],
        ] {
            let none = try await page(room, query)
            #expect(none.first { $0.has(class: "problems") }?.all("a").compactMap { $0["href"] } == ["#period"])
            #expect(none.text.contains("The days in this address are in no one month, quarter or year from April."))
            #expect(try await file(room, query, "json").text.contains("There is a problem"))
        }
        try await room.close()
    }

    @Test("A comparison less the whole cohort does not tell of the few who are too new to be counted (K-007)")
    func fewTooNew() async throws {
        let room = try await partnership()
        // Ten of the last quarter; the four of December are too new.
        let query = [("cohort", "2012-07..2012-09"), ("beside", "2012-10..2012-12")] + Self.asked
        let told = try JSON(parsing: try await file(room, query, "json").body)
        #expect(told["maps"]?.array?.map { $0["cases"]?.int } == [5, 5])
        let whole = try JSON(parsing: try await file(room, [("cohort", "2012-10..2012-12")], "json").body)
        #expect(whole["cases"]?.int == 10)
        try await room.close()
    }

    // MARK: What can be chosen

    @Test("A cohort is a month, a quarter, or a year from April; an address that names a month stays good")
    func cohorts() async throws {
        let room = try await partnership()
        let everybody = try await page(room, [])
        let select = try #require(everybody.all("select").first { $0["name"] == "cohort" })
        #expect(
            select.all("option").map(\.text) == [
                "Any", "April 2012 to March 2013", "July to September 2012", "October to December 2012",
                "September 2012", "October 2012", "November 2012", "December 2012",
            ])
        for (cohort, people) in [
            ("2012-09", 5), ("2012-07..2012-09", 5), ("2012-10..2012-12", 10), ("2012-04..2013-03", 15),
            ("2012-09..2012-10", 10),
        ] {
            let page = try await page(room, [("cohort", cohort)])
            #expect(page.text.contains("\(people) people went"), "\(cohort)")
            let chosen = page.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }
            #expect(chosen == [cohort], "\(cohort) stays chosen")
        }
        try await room.close()
    }

    @Test("Journeys are chosen that any of several organisations had to do with, by a form whose spaces are pluses")
    func agencies() async throws {
        let room = try await partnership()
        let browser = try await room.browser(room.commissioner)
        try await browser.get(SiteURL.journeys([]).address)
        try await browser.submit("Show these", ["agency": "Northway Futures"])
        #expect(await browser.page?.root.text.contains("10 people went") == true)
        #expect(await browser.address.contains("agency=Northway+Futures"))
        let both = try await page(room, [("agency", "Northway Futures"), ("agency", "Union Street Jobcentre")])
        #expect(both.text.contains("15 people went"))
        let ticked = both.all("input").filter { $0["checked"] != nil }.compactMap { $0["value"] }
        #expect(ticked == ["Northway Futures", "Union Street Jobcentre"])
        let nobody = try await page(room, [("agency", "Calder Bridge Works")])
        #expect(nobody.text.contains("Nobody's journey is meant."))
        try await room.close()
    }

    // MARK: The example

    @Test("An example is offered where two cohorts are large enough, and leads to both")
    func example() async throws {
        let room = try await partnership()
        let browser = try await room.browser(room.commissioner)
        try await browser.get(SiteURL.journeys([]).address)
        try await browser.click("See an example: two cohorts, one above the other")
        let page = try #require(await browser.page).root
        #expect(page.all("h2").map(\.text).contains("September 2012 beside October 2012"))
        #expect(!page.all().contains { $0.has(class: "problems") })
        #expect(try rows(page, "Who reached").allSatisfy { $0[2].hasPrefix("100% (5 of 5)") })
        // Five are no two cohorts.
        let small = try await Partnership()
        for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] { _ = try await small.referred(given, "Parr") }
        let none = try await self.page(small, [])
        #expect(none.text.contains("5 people went") && !none.text.contains("See an example"))
        try await small.close()
        try await room.close()
    }

    @Test("In a demonstration the page opens as its example, and everybody's journeys are one click away")
    func demonstration() async throws {
        let room = try await partnership(demonstration: true)
        let browser = try await room.browser(room.commissioner)
        try await browser.get(SiteURL.journeys([]).address, following: true)
        let opened = try #require(await browser.page).root
        #expect(opened.all("h2").map(\.text).contains("September 2012 beside October 2012"))
        #expect(opened.text.contains("This is an example: September 2012 beside October 2012, by who reached"))
        try await browser.click("See everybody's journeys")
        let everybody = try #require(await browser.page).root
        #expect(everybody.text.contains("15 people went") && everybody.text.contains("See an example"))
        #expect(!everybody.text.contains("This is an example"))
        // A form in which nothing is chosen asks for everybody too, and so does a file.
        try await browser.submit("Show these")
        #expect(await browser.page?.root.text.contains("15 people went") == true)
        #expect(try JSON(parsing: try await file(room, [], "json").body)["cases"]?.int == 15)
        try await room.close()
        // Where no two cohorts can be compared there is no example.
        let small = try await Partnership(demonstration: true)
        for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] { _ = try await small.referred(given, "Parr") }
        #expect(try await self.page(small, []).text.contains("5 people went"))
        try await small.close()
    }
}
