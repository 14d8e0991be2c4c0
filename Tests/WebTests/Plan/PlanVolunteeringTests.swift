import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("Volunteering on the plan")
struct PlanVolunteeringTests {
    @Test("What a customer says they volunteer stands on the plan and on its sheet, and is no job (G-030, E-073)")
    func onThePlan() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meItemForm(.tell, item: ChangeKind.volunteering.rawValue).address)
        let answers = ["code": "volunteers", "hours": "6"]
        let told = try await phone.submit(OwnTellWords.button.english, answers, following: true)
        #expect(told.text.contains(OwnTellWords.volunteering.english) && told.text.contains("6 hours a week"))
        let ben = try await room.browser(room.adviser)
        let plan = try await ben.get(SiteURL.plan(rosa).address).text
        #expect(plan.contains("Volunteers 6 hours a week since \(room.now.day.written)."))
        let sheet = try await ben.get(SiteURL.planSheet(rosa).address).text
        #expect(sheet.contains(PlanSheetWords.volunteering.english) && sheet.contains("6 hours a week, since"))
        #expect(try await room.file(rosa).employment.jobs.isEmpty)
        let held = try await ben.get(SiteURL.circumstances(rosa).address).text
        #expect(held.contains("Volunteers, 6 hours a week"))
        try await room.close()
    }
}
