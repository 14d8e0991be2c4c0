import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("Stopping to share with somebody who has steps of the plan to do")
struct StopSharingTests {
    @Test("It is said before how many steps are theirs, and at the step once it is stopped (K-007)")
    func steps() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let calder = room.otherAdviser.author.organisation
        try await room.perform(
            GiveConsent(
                terms: ConsentTerms(recipient: calder, categories: [.identity, .plan], purpose: "training"),
                until: room.now.day.adding(days: 90), how: .signed), on: rosa, as: room.adviser)
        try await room.perform(
            ProposeAction(
                text: Words("Say when the course begins"), terms: PlanActionTerms(owner: .organisation(calder))),
            on: rosa, as: room.adviser)
        let consent = try #require(try await room.file(rosa).consents.given.last)
        let phone = try await room.phone(of: rosa)
        let form = try await phone.get(SiteURL.meItemForm(.stop, item: consent.id.description).address).page().root
        #expect(form.text.contains(OwnSharingFormWords.stopStep.english))
        try await phone.submit(OwnSharingFormWords.stopButton.english, following: true)

        let cannot = OwnPlanWords.unseenDoer.english.replacing("{1}", with: "")
        let waits = OwnPlanWords.waitingFor.english.replacing("{1}", with: "")
        let own = try await phone.get(SiteURL.mePlan.address).page().root.text
        #expect(own.contains(cannot) && !own.contains(waits))
        let ben = try await room.browser(room.adviser)
        let plan = try await ben.get(SiteURL.plan(rosa).address).page().root.text
        #expect(plan.contains("cannot see this plan. Give this to somebody else, or drop it."))
        try await room.close()
    }
}
