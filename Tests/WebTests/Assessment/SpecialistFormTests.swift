import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Recording what a specialist found out")
struct SpecialistFormTests {
    private let words = "Reads a bus timetable, and not a form."

    @Test("A result is recorded, shown to staff and customer, and taken back (C06)")
    func form() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let page = SiteURL.assessment(rosa).address
        #expect(try await ben.get(page).page().root.text.contains("No result is recorded yet."))
        let form = SiteURL.form(.specialist, rosa).address
        let asked = try await ben.get(form).page().root
        let kinds = asked.all("input").filter { $0["name"] == "kind" }.compactMap { $0["value"] }
        #expect(kinds == ["self-employment", "literacy", "numeracy", "other"], "health is not agreed to be seen")
        // A level that the kind has not is refused, and what was typed stays.
        let typed = ["kind": "self-employment", "by": "Ann at the college", "level": "Entry 3", "words": words]
        let again = try await ben.submit("Record this result", typed).page().root
        #expect(again.text.contains("has no levels") && again.first("textarea")?.text.contains(words) == true)
        #expect(try await ben.submit("Record this result", ["kind": "literacy"]).status == .seeOther)

        let shown = try await ben.get(page).page().root.text
        #expect(shown.contains("Reading and writing") && shown.contains(words) && shown.contains("Entry 3"))
        #expect(shown.contains("Found out by Ann at the college") && shown.contains("Recorded by Ben Okoro"))
        let phone = try await room.phone(of: rosa)
        let own = try await phone.get(SiteURL.meStanding.address).page().root.text
        #expect(own.contains(OwnSpecialistWords.literacy.english) && own.contains(words))
        #expect(own.contains("Ann at the college") && own.contains("Entry 3"))
        #expect(
            try await phone.get(SiteURL.meJourney().address).page().root.text
                .contains(OwnLifeWords.specialist.english))

        let event = try #require(try await room.file(rosa).assessments.standingSpecialists.first).event.id
        let withdraw = SiteURL.itemForm(.withdrawSpecialist, rosa, item: event.description).address
        try await ben.get(withdraw)
        #expect(try await ben.submit("Withdraw this result", ["words": "Of another person."]).status == .seeOther)
        #expect(try await !ben.get(page).page().root.text.contains(words))
        #expect(try await !phone.get(SiteURL.meStanding.address).page().root.text.contains(words))
        try await room.close()
    }

    @Test("By the API a result is sent by the same form, and read beside the assessments (C06)")
    func byTheAPI() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.program(room.adviser)
        let path = "/customers/\(rosa)/forms/specialist"
        let whole: JSON = ["kind": "other", "by": "An instructor", "words": "Drives safely."]
        #expect(try await ben.post(path, whole).status == 422, "it does not say what it was about")
        let sent = try await ben.post(
            path, ["kind": "other", "about": "Driving", "by": "An instructor", "words": "Drives safely."])
        #expect(sent.status == 200, "\(sent.json)")
        let read = try await ben.get("/customers/\(rosa)").json["specialists"]?.array ?? []
        #expect(read.count == 1 && read.first?["about"] == "Driving" && read.first?["found-by"] == "An instructor")
        #expect(read.first?["result"] == "Drives safely." && read.first?["withdrawn"] == false)
        try await room.close()
    }

    @Test("A course on the plan says that its trainer knows nothing yet, until a result is recorded (G-103)")
    func course() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let form = SiteURL.form(.planAction, rosa).address
        #expect(try await ben.get(form).page().root.text.contains("The trainer sees results 3 days ahead."))
        try await room.perform(
            ProposeAction(
                text: Words("Go on a cooking course"),
                terms: PlanActionTerms(owner: .customer, due: room.now.day.adding(days: 10))), on: rosa,
            as: room.adviser)
        let plan = SiteURL.plan(rosa).address
        #expect(try await ben.get(plan).page().root.text.contains("no result of reading and writing or of numbers"))
        let finding = SpecialistFinding(kind: "literacy", by: "A tutor", result: Words("Reads well."))
        try await room.perform(RecordSpecialistResult(finding), on: rosa, as: room.adviser)
        #expect(try await !ben.get(plan).page().root.text.contains("is recorded yet. The trainer"))
        #expect(try await !ben.get(form).page().root.text.contains("The trainer sees results"))
        try await room.close()
    }

    @Test("Every kind and level that ships is told to a customer in Welsh too (G-245)")
    func welsh() async throws {
        let room = try await Partnership()
        let kinds = room.office.tools.rules.assessing.specialists.kinds
        let told = kinds.map(\.title) + kinds.flatMap(\.levels)
        #expect(told.count > 12 && told.filter { OwnSpecialistWords(rawValue: $0) == nil } == [])
        try await room.close()
    }
}
