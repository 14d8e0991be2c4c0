import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What is held about a customer, and what they share")
struct OwnSharingTests {
    /// Rosa with a number that the provider put right a week after she was registered.
    private func corrected(_ room: Partnership) async throws -> Identifier<CaseFile> {
        let rosa = try await room.attached()
        room.move(to: Partnership.monday.adding(days: 7))
        try await room.perform(
            CorrectCustomer(
                identity: Identity(
                    given: "Rosa", family: "Parr", born: day("1980-02-14"),
                    nationalInsurance: NationalInsuranceNumber("QQ123456C"),
                    address: "12 Canal Walk, Ashcombe AB1 9ZZ", phone: "07700 900123",
                    email: "rosa.parr@example.org", on: room.now.day)),
            on: rosa, as: room.adviser)
        return rosa
    }

    @Test("They read the birth date and number that are held, from whom and since when, and can have them put right")
    func identity() async throws {
        let room = try await Partnership()
        let rosa = try await corrected(room)
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.meTell.address).page().root
        let jobcentre = "From Union Street Jobcentre, "
        for (label, held, from) in [
            (OwnTellWords.ownName, "Rosa Parr", jobcentre), (.ownBorn, "14 February 1980", jobcentre),
            (.ownNumber, "QQ 12 34 56 C", "From Northway Futures, today."),
        ] {
            let row = try #require(page.all("div").first { $0.all("dt").map(\.text) == [label.english] }?.text)
            #expect(row.contains(held) && row.contains(from), "\(label): \(row)")
        }
        try await phone.click(OwnTellWords.putRight.english)
        let kind = await phone.page?.root.first("input") { $0["name"] == "kind" && $0["checked"] != nil }
        #expect(kind?["value"] == RightsKind.correction.rawValue)
        try await room.close()
    }

    @Test("Whoever acts for them reads neither the birth date nor the number there (A-027)")
    func identityOfAnother() async throws {
        let room = try await Partnership()
        let rosa = try await corrected(room)
        let named = try await room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.changes], until: room.now.day.adding(days: 20)), how: .inPerson),
            on: rosa, as: room.jobcentreAdviser)
        let invitation = try #require(named.file.access.invitations.last?.id)
        let code = try await room.office.code(of: invitation, on: rosa, as: room.jobcentreAdviser.author).code
        let sam = try await room.entered(code)
        let page = try await sam.get(SiteURL.meTell.address).page().root.text
        #expect(page.contains(OwnTellWords.held.english) && !page.contains(OwnTellWords.identityHeld.english))
        #expect(!page.contains("14 February 1980") && !page.contains("QQ 12 34 56 C"))
        try await room.close()
    }

    @Test("To name a supporter again begins from the earlier naming, with a new last day (A-027)")
    func nameAgain() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: [.plan, .voice], until: room.now.day.adding(days: 10)), how: .inPerson),
            on: rosa, as: room.jobcentreAdviser)
        room.move(to: Partnership.monday.adding(days: 20))
        func expectFilled(_ browser: WebClient<SiteContext>) async throws {
            let form = try #require(await browser.page?.root)
            #expect(form.element(id: "name")?["value"] == "Sam Field")
            #expect(form.element(id: "relationship")?["value"] == "my sister")
            let ticked = form.all("input").filter { $0["name"] == "may" && $0["checked"] != nil }
            #expect(ticked.map { $0["value"] ?? "" } == ["plan", "voice"])
        }
        let dana = try await room.browser(room.jobcentreAdviser)
        try await dana.get(SiteURL.customer(rosa).address)
        try await dana.click("Name them again Sam Field")
        try await expectFilled(dana)
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meSharing.address)
        try await phone.click("\(OwnSharingWords.chooseAgain.english) Sam Field")
        try await expectFilled(phone)
        #expect(await phone.page?.root.text.contains(OwnSharingFormWords.supporterAgain.english) == true)
        try await phone.submit(OwnSharingFormWords.supporterButton.english, following: true)
        let supporters = try await room.file(rosa).access.supporters
        #expect(supporters.count == 2 && supporters.last?.terms.rights == [.plan, .voice])
        #expect(supporters.last?.holds(on: room.now.day) == true)
        try await phone.get(SiteURL.meForm(.supporter).address)
        #expect(await phone.page?.root.element(id: "name")?["value"] ?? "" == "", "a new one begins empty")
        try await room.close()
    }

    @Test("Ethnic group is let be seen for equality monitoring alone, on their page, by staff and by the API (K-038)")
    func meant() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let northway = room.adviser.author.organisation.description
        let phone = try await room.phone(of: rosa)
        let offered = try await phone.get(SiteURL.meForm(.letSee).address).page().root.text
        #expect(offered.contains("Only for this: \(CategoryWords.equality.english)."))
        let wrong = ["recipient": northway, "categories": "equality", "purpose": "support"]
        let refused = try await phone.submit(OwnSharingFormWords.letButton.english, wrong)
        #expect(try refused.page().root.text.contains(RuleWords.notForThis.english))
        #expect(try await room.file(rosa).consents.given.isEmpty)
        try await phone.submit(
            OwnSharingFormWords.letButton.english, ["categories": "equality", "purpose": "equality"], following: true)
        #expect(try await room.file(rosa).consents.given.map(\.terms.categories) == [[.equality]])

        let dana = try await room.browser(room.jobcentreAdviser)
        try await dana.get(SiteURL.form(.share, rosa).address)
        let staff = try await dana.submit("Check the answers", wrong.merging(["how": "in-person"]) { $1 })
        #expect(
            try staff.page().root.text.contains("Equality monitoring is not shared to “help you find and keep work”."))

        let program = try await room.ownProgram(of: rosa, by: room.jobcentreAdviser)
        let until = room.now.day.adding(days: 30)
        let answer = try await program.post(
            "/own/forms/let-see",
            ["recipient": .string(northway), "categories": ["health"], "purpose": "equality", "until": .text(until)])
        #expect(answer.status == 422 && answer.code == "consent.not-for", "\(answer.json)")
        #expect(try await room.file(rosa).consents.given.count == 1)
        try await room.close()
    }

    @Test("They let another organisation of the partnership see something, with what it sees now, unasked (K-007)")
    func another() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let calder = room.otherAdviser.author.organisation
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meSharing.address)
        let form = try await phone.click(OwnSharingWords.letSee.english).page().root
        let others = form.all("option").compactMap { $0["value"] }.filter { !$0.isEmpty }
        #expect(others.contains(calder.description))
        #expect(!others.contains(room.adviser.author.organisation.description), "one who helps is an answer above")
        #expect(!others.contains(room.commissioner.author.organisation.description), "who pays helps nobody")
        #expect(form.text.contains(OwnSharingFormWords.letOtherHint.english))
        let answers = ["recipient": "other", "categories": "identity", "purpose": "training"]
        let refused = try await phone.submit(OwnSharingFormWords.letButton.english, answers)
        #expect(try refused.page().root.text.contains(FormWords.chooseOne(OwnSharingFormWords.letWhichOther.english)))
        let both = ["recipient": room.adviser.author.organisation.description, "other": calder.description]
        let unclear = try await phone.submit(
            OwnSharingFormWords.letButton.english, answers.merging(both) { $1 })
        #expect(
            try unclear.page().root.text.contains(
                OwnSharingFormWords.letTwoChosen(OwnSharingFormWords.letOther.english)))
        #expect(try await room.file(rosa).consents.given.isEmpty)
        try await phone.submit(
            OwnSharingFormWords.letButton.english, answers.merging(["other": calder.description]) { $1 },
            following: true)
        let given = try #require(try await room.file(rosa).consents.given.last)
        #expect(given.terms == ConsentTerms(recipient: calder, categories: [.identity], purpose: "training"))
        #expect(given.how == .online)
        #expect(try await room.office.open(rosa, as: room.otherAdviser.author).relation == .partner)
        try await room.close()
    }

    @Test("Asked to share, they read that they get the same help, then what is seen now and what a yes opens (K-007)")
    func beforeAndAfter() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let terms = ConsentTerms(
            recipient: room.adviser.author.organisation, categories: [.plan, .health], purpose: "support")
        let asked = try await room.perform(
            AskConsent(terms: terms, why: Words("To plan round your back.")), on: rosa, as: room.jobcentreAdviser)
        let request = try #require(asked.file.consents.waiting.first?.id)
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.meItemForm(.share, item: request.description).address).page().root
        let text = page.text
        let lead = try #require(text.firstRange(of: OwnSharingFormWords.shareLead.english))
        let now = try #require(text.firstRange(of: OwnSharingFormWords.seesNowList.english))
        let after = try #require(text.firstRange(of: OwnSharingFormWords.wouldSeeTicked.english))
        #expect(lead.lowerBound < now.lowerBound && now.lowerBound < after.lowerBound)
        #expect(page.all("li").map(\.text).contains(CategoryWords.plan.english), "seen already, whatever they say")
        #expect(text.contains(OwnSharingFormWords.seenAlready.english))
        #expect(!page.all("input").contains { $0["name"] == "categories" && $0["checked"] != nil })
        try await room.close()
    }
}
