import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Areas, days and payments by the API")
struct APIAreasTests {
    @Test(
        "The register of an area is read with its keys and shares, and whoever commissions it sets them (K-031, A-118)")
    func areas() async throws {
        let town = try await Partnership()
        _ = try await town.referred()
        _ = try await town.referred("Ada", "Quill")
        let priya = try await town.program(town.manager)
        let path = "/areas/\(town.area)"
        let all = try await priya.get("/areas")
        #expect(all.misfits("readAreas") == [])
        #expect(all.json.array?.first?["id"] == .text(town.area) && all.json.array?.first?["draws"] == 2)
        let one = try await priya.get(path)
        #expect(one.misfits("readArea") == [])
        #expect(one.json["periods"]?.array?.first?["commitment"] != nil)
        #expect(one.json["periods"]?.array?.first?["key"] == nil, "It is not over")
        #expect(one.json["shares"]?.array?.first?["shares"]?.array?.first?["ten-thousandths"] == 9_999)

        let first = try await priya.get("\(path)/draws?limit=1")
        #expect(first.misfits("readDraws") == [])
        #expect(first.json["rows"]?.array?.first?["number"] == 1 && first.json["next"] == "1")
        let second = try await priya.get("\(path)/draws?limit=1&at=1")
        #expect(second.json["rows"]?.array?.first?["number"] == 2 && second.json["next"] == nil)
        #expect(second.json["previous"] == "0" && !second.web.text.contains("Quill"))
        #expect(try await priya.get("\(path)/draws?at=-1").status == 422)

        let (north, south) = (
            "share-\(town.manager.author.organisation)", "share-\(town.otherManager.author.organisation)"
        )
        func shares(_ one: JSON, _ other: JSON) -> JSON {
            .object([
                JSON.Member("programme", .string(Partnership.programme)), JSON.Member("group", "9"),
                JSON.Member("from", "2012-10-01"), JSON.Member(north, one), JSON.Member(south, other),
            ])
        }
        let grace = try await town.program(town.commissioner)
        let short = try await grace.post("\(path)/shares", shares("33.3", "66"))
        #expect(short.json["errors"]?.array?.first?["code"] == "area.shares", "\(short.json)")
        #expect(try await grace.post("\(path)/shares", shares(33, "67")).code == "form.refused")
        let set = try await grace.post("\(path)/shares", shares("33.3", "66.7"))
        #expect(set.misfits("setShares") == [])
        let again = try await grace.post("\(path)/shares", shares("33.3", "66.7"))
        #expect(again.json == set.json, "The same is set once")
        let latest = set.json["shares"]?.array?.last
        #expect(
            latest?["group"] == "9" && latest?["shares"]?.array?.contains { $0["ten-thousandths"] == 6_670 } == true)
        #expect(try await priya.post("\(path)/shares", shares("50", "50")).code == "power.none")
        let reader = try await town.program(town.commissioner, [.read])
        #expect(try await reader.post("\(path)/shares", shares("50", "50")).code == "token.scope")
        #expect(try await grace.get("/areas/\(SpecimenCase.id)").status == 404)
        try await town.close()
    }

    @Test("An adviser's day says who comes, what waits for whom, and what to read before a meeting")
    func today() async throws {
        let town = try await Partnership()
        let subject = try await town.assigned()
        let appointment = try await town.book(subject, on: town.now.day, hour: 11)
        let ben = try await town.program(town.adviser)
        let looks = try await town.looks()
        let day = try await ben.get("/today")
        #expect(day.misfits("readToday") == [])
        let entry = day.json["diary"]?.array?.first
        #expect(entry?["appointment"] == .text(appointment) && entry?["name"] == "Rosa Parr")
        #expect(entry?["safety"] == false && day.json["day"] == "2012-09-10")
        #expect(day.json["mine"]?.array?.allSatisfy { $0["case"] == .text(subject) } == true)
        #expect(try await town.looks() == looks + 1)
        #expect(try await ben.get("/today?at=nowhere").status == 422)
        #expect(try await town.program(town.commissioner).get("/today").code == "power.none")
        try await town.close()
    }

    @Test("One payment is opened down to the weeks it stands on, each with why it counts or does not (C24)")
    func line() async throws {
        let town = try await Partnership()
        let subject = try await town.inWork()
        let grace = try await town.program(town.commissioner)
        let lines = try await grace.get("/customers/\(subject)/payments").json.array ?? []
        let earned = try #require(lines.first { $0["kind"] == "job-outcome" }, "\(lines)")
        let key = try #require(earned["key"]?.string)
        let read = try await grace.get("/payments/line?key=\(key)")
        #expect(read.misfits("readLine") == [])
        #expect(read.json["line"] == earned && read.json["case"] == .text(subject))
        let weeks = read.json["weeks"]?.array ?? []
        #expect(!weeks.isEmpty && weeks.allSatisfy { ($0["why"]?.array?.isEmpty == true) == ($0["counted"] == true) })
        for wrong in ["", "?key=nothing"] {
            #expect(try await grace.get("/payments/line\(wrong)").code == "line.unreadable")
        }
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.get("/payments/line?key=\(key)").code == "power.none")
        try await town.close()
    }

    @Test("How the questions of assessments serve is told of many people at once, to whoever commissions (M-030)")
    func instruments() async throws {
        let town = try await Partnership()
        let report = try await town.program(town.commissioner).get("/assessments")
        #expect(report.misfits("readAssessmentReport") == [])
        #expect(report.json["day"] == "2012-09-10" && report.json["instruments"]?.array != nil)
        #expect(try await town.program(town.adviser).get("/assessments").code == "power.none")
        try await town.close()
    }

    @Test("A prime reads its own chain as it was set from a file")
    func chain() async throws {
        let town = try await Partnership()
        let read = try await town.program(town.manager).get("/supply-chain")
        #expect(read.misfits("readSupplyChain") == [])
        #expect(read.json["prime"]?["name"] == "Northway Futures" && read.json["partners"]?.array?.isEmpty == true)
        #expect(read.json["shared-team"] == false)
        #expect(try await town.program(town.adviser).get("/supply-chain").code == "power.none")
        try await town.close()
    }
}
