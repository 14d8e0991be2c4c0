import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("What a customer reads of how things are, and of their plan")
struct OwnTalkTests {
    @Test("They read how near work they are in plain words, with what showed it, and where they were (E-026 to E-029)")
    func points() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let phone = try await room.phone(of: rosa)
        let near = try #require(try await phone.get(SiteURL.meStanding.address).page().root.section("near"))
        #expect(near.text.contains(OwnTalkWords.pointC.english) && near.text.contains("Came with a list of shops."))
        #expect(near.text.contains("Ben Okoro wrote this down on 10 October 2012"))
        let earlier = try #require(near.first("details"))
        #expect(earlier.text.contains(OwnTalkWords.pointB.english) && !earlier.text.contains("list of shops"))
        let journey = try await phone.get(SiteURL.meJourney().address).page().root.text
        #expect(journey.contains(OwnTalkWords.pointB.english) && journey.contains(OwnTalkWords.pointC.english))
        try await room.close()
    }

    @Test("They read what counted and why, what they answered, what is different, and what is not final (C06, G-102)")
    func why() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let phone = try await room.phone(of: rosa)
        let written = try #require(try await phone.get(SiteURL.meStanding.address).page().root.section("written"))
        let text = written.text
        #expect(text.contains(OwnTalkWords.notFinal.english) && text.contains(OwnStandingWords.someThings.english))
        #expect(text.contains("A CV ready to send") && text.contains(OwnTalkWords.mostAsk.english))
        #expect(text.contains(OwnTalkWords.confidence.english), "an apostrophe of the file is one of the page")
        #expect(text.contains("I cannot see it at present") && text.contains("A bakery."))
        #expect(text.contains("What is different since 10 September 2012"))
        #expect(text.contains("It came to this before: \(OwnStandingWords.severalThings.english)"))
        #expect(text.contains("The kind of help before: \(OwnStandingWords.stepByStep.english)."))
        // All of it is closed until it is wanted, and what a file says in English is marked as that.
        let closed = written.all("details")
        #expect(closed.count == 4 && closed.allSatisfy { $0["open"] == nil })
        #expect(
            written.all("span").contains { $0["lang"] == "en" && $0.text == "Do you have a CV you could send today?" })
        try await room.close()
    }

    @Test("The same in Welsh is Welsh, with no gap in what ships (G-245)")
    func welsh() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let phone = try await room.phone(of: rosa)
        for address in [SiteURL.meStanding.address, SiteURL.mePlan.address] {
            try await phone.get(address)
            if address == SiteURL.meStanding.address { try await phone.submit("Cymraeg", following: true) }
            let page = try await phone.get(address).page().root
            #expect(page.first("html")?["lang"] == "cy", "\(address)")
        }
        let told = room.office.tools.instruments.flatMap(\.questions).compactMap(\.explains)
        #expect(told.count > 12)
        #expect(told.filter { OwnTalkWords(rawValue: $0.replacing("'", with: "’")) == nil } == [])
        try await room.close()
    }

    @Test("Their plan says what is in the way in their order, and when it is next gone through together (G-020, E-074)")
    func plan() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.mePlan.address).page().root
        let lines = page.section("in-the-way")?.all("li").map(\.text) ?? []
        #expect(lines.count == 2 && lines.first?.hasPrefix("Debt and money") == true, "\(lines)")
        #expect(lines.last?.contains(OwnPlanWords.comesFirst.english) == true)
        let next = try await room.office.open(rosa, as: room.adviser.author)
        let day = try #require(
            next.seen.plan?.nextReview(stream: next.seen.planStream, room.office.tools.rules.planReviews))
        #expect(page.section("next")?.text.contains(PlanSheetWords.nextReview(day)) == true)
        try await room.close()
    }

    @Test("A step can be put to whoever they let read the plan, and not to whoever cannot read it (G-005, K-007)")
    func partner() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let calder = room.otherAdviser.author.organisation
        let phone = try await room.phone(of: rosa)
        func doers() async throws -> [String] {
            try await phone.get(SiteURL.meForm(.step).address).page().root.all("input")
                .filter { $0["name"] == "owner" }.compactMap { $0["value"] }
        }
        let northway = room.adviser.author.organisation.description
        #expect(try await doers() == ["me", northway], "the jobcentre reads no plan")
        try await room.perform(
            GiveConsent(
                terms: ConsentTerms(recipient: calder, categories: [.identity, .plan], purpose: "training"),
                until: room.now.day.adding(days: 90), how: .signed), on: rosa, as: room.adviser)
        #expect(try await doers() == ["me", northway, calder.description])
        try await phone.submit(
            OwnPlanFormWords.put.english, ["text": "Tell me when the course begins", "owner": calder.description],
            following: true)
        let step = try #require(try await room.file(rosa).plan.actions.last)
        #expect(step.terms.owner == .organisation(calder) && step.waitingFor == [.organisation(calder)])
        try await room.close()
    }
}

extension HTMLNode {
    /// The part of a page under the heading of an id.
    fileprivate func section(_ id: String) -> HTMLNode? { first("section") { $0["aria-labelledby"] == id } }
}
