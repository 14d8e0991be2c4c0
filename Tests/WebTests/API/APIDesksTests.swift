import Casework
import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("The desks by the API")
struct APIDesksTests {
    @Test("A session is put on once however often it is sent, found with its register, and called off (C02)")
    func sessions() async throws {
        let town = try await Partnership()
        let priya = try await town.program(town.manager)
        let body: JSON = [
            "programme": .string(Partnership.programme), "format": "group", "day": "2012-09-12", "time": "10:00",
            "minutes": 60, "place": "Mill House", "places": 8,
        ]
        let id = "0190a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"
        for _ in 1...2 {
            let made = try await priya.post("/sessions", body, [.idempotencyKey: id])
            #expect(made.status == 201 && made.json["session"]?["id"] == .string(id), "\(made.json)")
            #expect(made.web.headers[.location] == "/api/v1/sessions/\(id)")
        }
        #expect(try await priya.get("/sessions").json.array?.count == 1)
        let wrong = try await priya.post("/sessions", ["programme": "nothing", "format": "group"])
        #expect(wrong.status == 422 && wrong.json["errors"]?.array?.isEmpty == false)
        let dana = try await town.program(town.otherManager)
        #expect(try await dana.ask(.delete, "/sessions/\(id)").code == "session.none")
        let gone = try await priya.ask(.delete, "/sessions/\(id)")
        #expect(gone.status == 200 && gone.json["session"]?["called-off"]?.string != nil)
        try await town.close()
    }

    @Test("A manager says what each adviser can offer; nobody else does (K-003)")
    func advisers() async throws {
        let town = try await Partnership()
        let priya = try await town.program(town.manager)
        let ben = town.adviser.author.person
        let set = try await priya.put("/advisers/\(ben)", ["offers": ["woman", "two-people"]])
        #expect(set.status == 200 && set.json["offers"] == ["two-people", "woman"], "\(set.json)")
        let read = try await priya.get("/advisers")
        #expect(read.json.array?.first { $0["person"] == .text(ben) }?["offers"] == ["two-people", "woman"])
        let elsewhere = try await priya.put("/advisers/\(town.otherAdviser.author.person)", ["offers": []])
        #expect(elsewhere.code == "offers.nobody")
        #expect(try await town.program(town.adviser).get("/advisers").code == "power.none")
        try await town.close()
    }

    @Test("The safeguarding lead reads who may be in danger, until somebody named took over (K-019, G-079)")
    func urgentPaths() async throws {
        let town = try await Partnership()
        let rosa = try await town.attached()
        let northway = town.manager.author.organisation
        let lead = try await town.hire("Wren Hart", 8, at: northway, as: .safeguardingLead)
        let program = try await town.program(lead)
        #expect(try await program.get("/urgent-paths").json.array?.isEmpty == true)
        let opened = try await town.perform(OpenUrgentPath(words: Words("A secret.")), on: rosa, as: town.adviser)
        let path = try #require(opened.file.safety.urgent.first?.id)
        let read = try await program.get("/urgent-paths")
        #expect(read.misfits("readUrgentPaths") == [])
        #expect(read.json.array?.count == 1 && read.json.array?.first?["id"] == .text(path), "\(read.json)")
        #expect(read.json.array?.first?["case"] == .text(rosa) && !read.json.text.contains("A secret."))
        #expect(try await town.program(town.adviser).get("/urgent-paths").code == "power.none")
        try await town.perform(HandOverUrgent(path: path, to: Words("Dr Lee"), route: .gp), on: rosa, as: town.adviser)
        #expect(try await program.get("/urgent-paths").json.array?.isEmpty == true)
        try await town.close()
    }

    @Test("A named officer enters a line from a paper file once, and takes it out again (K-001)")
    func paper() async throws {
        let town = try await Partnership()
        try await town.office.openPaper(
            NewPaperFile(
                reference: PaperReference("P-2012/14"), officer: town.jobcentreAdviser.author.person, area: town.area),
            by: town.teamManager.author.person)
        let dana = try await town.program(town.jobcentreAdviser)
        let group = try #require(town.office.programmes[Partnership.programme]?.groups.first?.id)
        let body: JSON = [
            "reference": "P-2012/14", "group": .string("\(Partnership.programme)/\(group)"), "kind": "attachment",
            "provider": .text(town.manager.author.organisation), "due": "2012-08-30", "amount": "400.00",
        ]
        let entered = try await dana.post("/paper-files/lines", body)
        #expect(entered.status == 201 && entered.json["pence"] == 40_000, "\(entered.json)")
        #expect(try await dana.post("/paper-files/lines", body).code == "clerical.twice")
        let files = try await dana.get("/paper-files").json.array
        #expect(files?.first?["reference"] == "P-2012/14" && files?.first?["lines"]?.array?.count == 1)
        #expect(try await town.program(town.adviser).get("/paper-files").json.array?.isEmpty == true)
        let key = try #require(entered.json["key"])
        let left = try await dana.post("/paper-files/lines/withdraw", ["key": key])
        #expect(left.json.array?.first?["lines"]?.array?.isEmpty == true, "\(left.json)")
        try await town.close()
    }

    @Test("Records that may be of one person, and those that are part of one, for whoever may make them one (G-004)")
    func duplicates() async throws {
        let town = try await Partnership()
        let first = try await town.register()
        let second = try await town.register("Rosa", "Parr")
        let dana = try await town.program(town.jobcentreAdviser)
        let before = try await dana.get("/customers/\(first)/duplicates")
        #expect(before.json["alike"]?.array?.map { $0["case"] } == [.text(second)], "\(before.json)")
        let merged = try await dana.post("/customers/\(first)/forms/merge/\(second)", [:])
        #expect(merged.status == 200, "\(merged.json)")
        let after = try await dana.get("/customers/\(first)/duplicates")
        #expect(after.json["parts"]?.array?.first?["case"] == .text(second))
        let ben = try await town.program(town.adviser)
        #expect(try await ben.get("/customers/\(first)/duplicates").code == "case.none")
        try await town.close()
    }
}
