import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Requiring an action, and saying that one was not done")
struct ActionNoticeFormTests {
    @Test("An action is one that must be done once its exact notice is served; both read it (C07, D-062)")
    func served() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let due = room.now.day.adding(days: 28)
        let proposed = try await room.perform(
            ProposeAction(
                text: Words("Come to the job club"),
                terms: PlanActionTerms(owner: .customer, due: due, mandatory: true), explained: true,
                whyRequired: Words("The last two were missed.")),
            on: rosa, as: room.adviser)
        let action = try #require(proposed.file.plan.openActions.last).id
        let phone = try await room.phone(of: rosa)
        let before = try await phone.get(SiteURL.mePlan.address).page().root.text
        #expect(before.contains(OwnPlanWords.noLetter.english) && !before.contains(OwnPlanWords.mustDo.english))
        #expect(before.contains(OwnPlanWords.notChoice("The last two were missed.")), "why it is no choice (G-120)")

        let ben = try await room.browser(room.adviser)
        let plan = try await ben.get(SiteURL.plan(rosa).address).page().root.text
        #expect(plan.contains("It is a choice until its notice is served."))
        #expect(plan.contains("It is not left a choice, because: “The last two were missed.”"))
        try await ben.get(SiteURL.itemForm(.planNotice, rosa, item: action.description).address)
        try await ben.submit("Check the answers", ["route": "by-hand"])
        let shown = try #require(await ben.page?.root.first("pre")?.text)
        #expect(shown.contains("What: Come to the job club") && shown.contains("You are required to do this."))
        #expect(shown.contains("Why it is not left as your choice: “The last two were missed.”"))
        #expect(try await room.file(rosa).plan.openActions.last?.notices.isEmpty == true, "nothing goes unchecked")
        let sent = try await ben.submit("Serve this notice", following: true)
        #expect(sent.text.contains(Said.planNoticed.sentence))
        let notice = try #require(try await room.file(rosa).plan.openActions.last?.standingNotice?.notice)
        #expect(notice.digest == Documents.digest(of: Array(shown.utf8)) && notice.due == due)

        let after = try await phone.get(SiteURL.mePlan.address).page().root.text
        #expect(after.contains(OwnPlanWords.mustDo.english) && !after.contains(OwnPlanWords.noLetter.english))
        for reader in [ben, phone] {
            let letter = try await reader.get(SiteURL.document(rosa, digest: notice.digest).address)
            #expect(letter.status == .ok && letter.text.contains("Come to the job club"))
        }
        let told = try await room.program(room.adviser).get("/customers/\(rosa)/plan").json["actions"]?.array?.last
        #expect(told?["required"]?.bool == true && told?["notices"]?.array?.count == 1)
        #expect(told?["required-why"]?.string == "The last two were missed.")
        let sheet = try await phone.get(SiteURL.mePlanSheet().address).page().root.text
        #expect(sheet.contains(PlanSheetWords.notChoice("The last two were missed.")))
        try await room.close()
    }

    @Test("Both can say that an action was not done by its day, and why, and nothing else follows (C07)")
    func missed() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        for text in ["Ring the college", "Bring the letter"] {
            try await room.perform(
                ProposeAction(
                    text: Words(text), terms: PlanActionTerms(owner: .customer, due: room.now.day)), on: rosa,
                as: room.adviser)
        }
        let ids = try await room.file(rosa).plan.openActions.map(\.id)
        let link = SiteURL.itemForm(.planMissed, rosa, item: ids[0].description).address
        let early = try await room.browser(room.adviser)
        #expect(try await early.get(SiteURL.plan(rosa).address).page().root.first("a") { $0["href"] == link } == nil)
        room.move(to: room.now.day.adding(days: 1))
        let ben = try await room.browser(room.adviser)
        #expect(try await ben.get(SiteURL.plan(rosa).address).page().root.first("a") { $0["href"] == link } != nil)
        try await ben.get(link)
        let empty = try await ben.submit("Record it as not done")
        #expect(empty.status == .unprocessableContent)
        try await ben.submit("Record it as not done", ["words": "The line was engaged all day."], following: true)

        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meItemForm(.missed, item: ids[1].description).address)
        let told = try await phone.submit(
            OwnPlanFormWords.missedButton.english, ["words": "I had to mind my sister."], following: true)
        #expect(told.text.contains(SaidWords.missed.english) && told.text.contains(OwnPlanWords.notDone.english))
        #expect(try await room.file(rosa).plan.actions.map(\.state) == [.missed, .missed])
        try await room.close()
    }
}
