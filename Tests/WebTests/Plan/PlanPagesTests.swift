import Casework
import Foundation
import HTTPTypes
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("Pages of the plan")
struct PlanPagesTests {
    private static let photograph: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("a certificate".utf8)
    private static let scan = Array("%PDF-1.4 a CV".utf8)

    @Test("Each agreed version is listed with who agreed and how they got it, and is read as it stood (G-007)")
    func versions() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        let ben = try await room.browser(room.adviser)
        let none = try await phone.get(SiteURL.mePlan.address).page().root.text
        #expect(none.contains(OwnPlanWords.noneAgreed.english))
        #expect(try await ben.get(SiteURL.plan(rosa).address).text.contains("No version of the plan is agreed yet."))

        let first = try await room.proposes("Ring the college", to: rosa)
        try await phone.get(SiteURL.meItemForm(.agree, item: first.description).address)
        try await phone.submit(OwnPlanFormWords.agreeButton.english, following: true)
        let second = try await room.proposes("Visit the college", to: rosa)
        try await room.perform(
            AgreeAction(action: second, forCustomer: true, route: .byPhone), on: rosa, as: room.adviser)
        let own = try await phone.get(SiteURL.mePlan.address).page().root.text
        for number in 1...2 { #expect(own.contains("Plan \(number), agreed on 10 September 2012")) }
        #expect(own.contains("Agreed by you, Northway Futures."))
        #expect(own.contains("You read it on this page, or had it printed, on 10 September 2012."))
        #expect(own.contains(OwnPlanWords.notGiven.english), "the second")

        try await room.perform(GiveCopy(route: .byHand), on: rosa, as: room.adviser)
        let plan = try await ben.get(SiteURL.plan(rosa).address).page().root.text
        #expect(plan.contains("Version 2, agreed on 10 September 2012 by the customer and Northway Futures."))
        #expect(plan.contains("By hand on 10 September 2012.") && !plan.contains("has not been given it yet"))
        for (reader, address) in [
            (ben, SiteURL.planSheet(rosa, version: 1)), (phone, SiteURL.mePlanSheet(version: 1)),
        ] {
            let sheet = try await reader.get(address.address).page().root.text
            #expect(sheet.contains("Ring the college") && !sheet.contains("Visit the college"))
            #expect(sheet.contains("This is plan 1, as it was agreed on 10 September 2012."))
        }
        #expect(try await phone.get(SiteURL.mePlanSheet(version: 3).address).status == .notFound)
        #expect(try await ben.get(SiteURL.planSheet(rosa, version: 3).address).status == .notFound)

        let program = try await room.program(room.adviser)
        let read = try await program.get("/customers/\(rosa)/plan").json["versions"]?.array ?? []
        #expect(read.map { $0["number"]?.int } == [2, 1])
        #expect(read.first?["copies"]?.array?.first?["route"] == "by-hand")
        let then = try await program.get("/customers/\(rosa)/plan?version=1").json
        #expect(then["actions"]?.array?.map { $0["text"]?.string } == ["Ring the college"])
        #expect(try await program.get("/customers/\(rosa)/plan?version=9").status == 404)
        try await room.close()
    }

    @Test("What shows that a step is done is kept by whoever says so, and opened by whoever sees the plan (C07)")
    func papers() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let first = try await room.proposes("Get the certificate", to: rosa)
        let second = try await room.proposes("Write a first CV at the library", to: rosa)
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.itemForm(.planDone, rosa, item: first.description).address)
        try await ben.submit(
            "Record it as done", ["evidence": "certificate"], file: ("photograph", Self.photograph), following: true)
        let link = try #require(
            await ben.page?.root.first("a") { $0.text.hasPrefix("Open what shows it") }?["href"])
        #expect(try await ben.get(link).body == Self.photograph)

        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meItemForm(.done, item: second.description).address)
        let button = OwnPlanFormWords.doneButton.english
        let noise = try await phone.submit(button, file: ("photograph", Array("GIF89a\u{1}".utf8)))
        #expect(noise.status == .unprocessableContent && noise.text.contains(RuleWords.paperKind.english))
        #expect(noise.text.contains(FormWords.fileAgain.english))
        try await phone.submit(button, file: ("photograph", Self.scan), following: true)
        let done = try #require(try await room.file(rosa).plan.actions.last)
        #expect(done.document == Documents.digest(of: Self.scan))
        guard case .done(_, _, .document, _) = done.end else {
            Issue.record("It is done, and a document shows it")
            return
        }
        let papers = try await phone.get(SiteURL.mePlan.address).page().root.all("a").filter {
            $0.text.hasPrefix(OwnPlanWords.openPaper.english)
        }
        #expect(papers.count == 2)
        #expect(try await phone.get(link).body == Self.photograph)
        let dana = try await room.browser(room.jobcentreAdviser)
        #expect(try await dana.get(link).status != .ok, "the jobcentre does not see the plan")
        try await room.close()
    }

    @Test("A program sends the paper with a step that is done, for staff and for the person themselves (C07)")
    func papersByProgram() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let first = try await room.proposes("Get the certificate", to: rosa)
        let second = try await room.proposes("Write a first CV at the library", to: rosa)
        let ben = try await room.program(room.adviser)
        let sent = try await ben.post(
            "/customers/\(rosa)/forms/plan-done/\(first)",
            [
                "day": .text(room.now.day), "evidence": "certificate",
                "photograph": .string(Data(Self.photograph).base64EncodedString()),
            ])
        #expect(sent.status == 200, "\(sent.json)")
        let own = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let theirs = try await own.post(
            "/own/forms/done/\(second)", ["photograph": .string(Data(Self.scan).base64EncodedString())])
        #expect(theirs.status == 200, "\(theirs.json)")
        let actions = try await ben.get("/customers/\(rosa)/plan").json["actions"]?.array ?? []
        #expect(actions.map { $0["evidence"]?.string } == ["certificate", "document"])
        let digest = try #require(actions.last?["document"]?.string)
        for reader in [ben, own] {
            let read = try await reader.get("/customers/\(rosa)/documents/\(digest)").json
            #expect(read["type"] == "application/pdf")
            #expect(read["content"]?.string == Data(Self.scan).base64EncodedString())
        }
        try await room.close()
    }

    @Test("A plan that is brought in says why a course is needed again, with everything typed kept (G-010)")
    func broughtIn() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.proposes("Go on a CV course", to: rosa)
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.form(.planBringIn, rosa).address)
        let lines = ["from": room.adviser.author.organisation.description, "lines": "Take a CV class"]
        let refused = try await ben.submit("Bring every line in", lines)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("“Take a CV class” is like “Go on a CV course”, from Northway Futures"))
        #expect(try refused.page().root.element(id: "lines")?.text.contains("Take a CV class") == true)
        let plan = try await ben.submit(
            "Bring every line in", ["again": "The first was an hour."], following: true)
        #expect(plan.text.contains("Needed again, because: “The first was an hour.”"))
        try await room.close()
    }

    @Test("The sheet says which agencies put a line forward, and what a joined one said in other words (G-005)")
    func joined() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let kept = try await room.proposes("Write a CV with the college", to: rosa)
        let brought = try await room.perform(
            BringInPlan(
                from: room.otherManager.author.organisation,
                lines: [.init(text: Words("Write a CV with us"), owner: .customer)]), on: rosa, as: room.adviser)
        let theirs = try #require(brought.file.plan.actions.last).id
        try await room.perform(JoinActions(theirs, into: kept), on: rosa, as: room.adviser)
        let ben = try await room.browser(room.adviser)
        let sheet = try await ben.get(SiteURL.planText(rosa).address).text
        #expect(sheet.contains("Put forward by Northway Futures, Calder Bridge Works."))
        #expect(sheet.contains("The same in other words: “Write a CV with us”"))
        try await room.close()
    }

    @Test("Of two who change one step the first reads in Today that somebody else changed it (G-005)")
    func overwritten() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let action = try await room.proposes("Ring the college", to: rosa)
        try await room.perform(
            ChangeAction(
                action: action, text: Words("Write to the college"), terms: PlanActionTerms(owner: .customer), why: nil),
            on: rosa, as: room.manager)
        let told = "Somebody else changed an action that you wrote, on 10 September 2012."
        for (worker, isTold) in [(room.adviser, true), (room.manager, false)] {
            let browser = try await room.browser(worker)
            for address in [SiteURL.today, .customer(rosa)] {
                let page = try await browser.get(address.address).text
                #expect(page.contains(told) == isTold, "\(worker.name), \(address.address)")
            }
        }
        try await room.close()
    }
}

extension Partnership {
    /// An action for the customer to do, as the adviser proposes it.
    @discardableResult
    fileprivate func proposes(_ text: String, to subject: Identifier<CaseFile>) async throws -> Identifier<PlanAction> {
        let performed = try await perform(
            ProposeAction(text: Words(text), terms: PlanActionTerms(owner: .customer)), on: subject, as: adviser)
        return performed.file.plan.actions[performed.file.plan.actions.count - 1].id
    }
}
