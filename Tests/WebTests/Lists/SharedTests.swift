import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("Shared with you")
struct SharedTests {
    /// Rosa, who lets another organisation see some of her record.
    private func shared(
        _ room: Partnership, _ categories: [Casework.Category]
    ) async throws -> (rosa: Identifier<CaseFile>, consent: Consent) {
        let rosa = try await room.attached()
        let terms = ConsentTerms(
            recipient: room.otherAdviser.author.organisation, categories: categories, purpose: "training")
        let given = try await room.perform(
            GiveConsent(terms: terms, until: day("2013-03-01"), how: .inPerson), on: rosa, as: room.jobcentreAdviser)
        return (rosa, try #require(given.file.consents.given.last))
    }

    @Test("Staff of an organisation read who shares what with it, until when and what for, till they stop (K-007)")
    func listed() async throws {
        let room = try await Partnership()
        let early = try await room.browser(room.otherAdviser)
        let none = try await early.get(SiteURL.shared.address).page().root.text
        #expect(none.contains("Nobody shares anything with your organisation"))
        #expect(try await !early.get(SiteURL.today.address).page().root.text.contains("Shared with you"))

        let (rosa, consent) = try await shared(room, [.identity, .plan])
        let ruth = try await room.browser(room.otherAdviser)
        try await ruth.get(SiteURL.today.address)
        let before = try await room.looks()
        let page = try await ruth.click("Shared with you").page().root
        #expect(try await room.looks() == before + 1, "a list is one look")
        let row = try #require(page.first("tbody")?.first("tr"))
        #expect(row.first("th")?.text == "Rosa Parr")
        #expect(
            row.text.contains(
                "Name and birth date, the action plan, to find you a course and help you finish it. Since 10 September 2012, until 1 March 2013."
            ), "\(row.text)")
        let program = try await room.program(room.otherAdviser)
        let read = try await program.get("/shared")
        #expect(read.misfits("readShared") == [])
        #expect(read.json["rows"]?.array?.count == 1 && read.json["rows"]?.array?.first?["case"] == .text(rosa))
        #expect(try await program.get("/today").json["shared"] == 1)
        #expect(try await program.get("/shared?at=nowhere").status == 422)

        try await room.perform(
            WithdrawConsent(consent: consent.id, how: .byPhone), on: rosa, as: room.jobcentreAdviser)
        #expect(try await !ruth.get(SiteURL.shared.address).page().root.text.contains("Rosa Parr"))
        #expect(try await program.get("/shared").json["rows"]?.array?.isEmpty == true)
        try await room.close()
    }

    @Test("Where nothing that is shared is for the reader, it does not say that nobody shares (K-007, K-038)")
    func shut() async throws {
        let room = try await Partnership()
        let (rosa, _) = try await shared(room, [.identity, .plan])
        let calder = room.otherAdviser.author.organisation
        let tom = try await room.hire("Tom Field", 31, at: calder, as: .inWorkOfficer)
        let program = try await room.program(tom)
        #expect(try await program.get("/today").json["shared"] == 0, "who reads no such record")
        #expect(try await program.get("/shared").code == "power.none")
        let page = try await room.browser(tom).get(SiteURL.today.address).page().root.text
        #expect(!page.contains("Shared with you"))

        // A yes of before to ethnic group, for what it is not shared for.
        let jane = try await room.register("Jane", "Moss")
        let terms = ConsentTerms(recipient: calder, categories: [.equality], purpose: "support")
        let yes = Fact.sharing(
            .consented(
                Identifier<Consent>(high: 7, low: 8), terms, until: day("2013-03-01"), .inPerson, request: nil))
        let (office, now, by) = (room.office, room.now, room.jobcentreAdviser.author)
        try await room.store.write { connection in
            let file = try office.file(jane, in: connection)
            _ = try office.streams.append(
                [yes], to: jane, expecting: file.sequence, by: by, at: now, random: office.random, in: connection)
        }
        let given = try #require(try await room.file(rosa).consents.given.last)
        try await room.perform(
            WithdrawConsent(consent: given.id, how: .byPhone), on: rosa, as: room.jobcentreAdviser)
        try await Projections.rebuild(room.store, programmes: office.programmes)
        let ruth = try await room.browser(room.otherAdviser)
        let text = try await ruth.get(SiteURL.shared.address).page().root.text
        #expect(text.contains("Nothing on this page is for you to read.") && !text.contains("Nobody shares"))

        let read = try await room.program(room.jobcentreAdviser).get("/customers/\(jane)/sharing").json
        #expect(read["consents"]?.array?.first?["holds"] == false, "it opens nothing")
        let phone = try await room.phone(of: jane)
        let own = try await phone.get(SiteURL.meSharing.address).page().root.text
        #expect(own.contains(OwnSharingWords.staysShut(CategoryWords.equality.english)), "\(own)")
        #expect(!own.contains("You agreed that they see"))
        try await room.close()
    }

    @Test("It goes on the day after its last, and names nobody whose name is not shared")
    func lapses() async throws {
        let room = try await Partnership()
        let (rosa, _) = try await shared(room, [.plan])
        let ruth = try await room.browser(room.otherAdviser)
        let text = try await ruth.get(SiteURL.shared.address).page().root.text
        #expect(text.contains("Customer \(rosa.description.suffix(6))") && !text.contains("Rosa"))
        room.move(to: day("2013-03-02"))
        let later = try await room.browser(room.otherAdviser)
        let after = try await later.get(SiteURL.shared.address).page().root.text
        #expect(after.contains("Nobody shares anything with your organisation"))
        try await room.close()
    }

    @Test("It says which of them wait for an answer to an action, and which actions of its own are late (G-008)")
    func waiting() async throws {
        let room = try await Partnership()
        let (rosa, _) = try await shared(room, [.identity, .plan])
        let calder = room.otherAdviser.author.organisation
        let proposed = try await room.perform(
            ProposeAction(
                text: Words("Keep a place on the course"),
                terms: PlanActionTerms(owner: .organisation(calder), due: day("2012-09-14"))),
            on: rosa, as: room.adviser)
        let action = try #require(proposed.file.plan.actions.last?.id)
        let ruth = try await room.browser(room.otherAdviser)
        let waits = try await ruth.get(SiteURL.shared.address).page().root.text
        #expect(waits.contains("An action of the plan waits for your answer.") && !waits.contains("past its day"))
        try await room.perform(
            AgreeAction(action: action, forCustomer: false, route: .inPerson), on: rosa, as: room.otherAdviser)
        #expect(try await !ruth.get(SiteURL.shared.address).page().root.text.contains("waits for your answer"))
        room.move(to: day("2012-09-17"))
        let later = try await room.browser(room.otherAdviser)
        #expect(try await later.get(SiteURL.shared.address).page().root.text.contains("past its day"))
        #expect(try await room.program(room.otherAdviser).get("/shared").json["rows"]?.array?.first?["late"] == 1)
        try await room.close()
    }

    @Test("An action is offered only to those who can read the plan, by staff and on their own page (G-005)")
    func doers() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let (ben, phone) = (try await room.browser(room.adviser), try await room.phone(of: rosa))
        func offered(_ browser: WebClient<SiteContext>, _ url: SiteURL) async throws -> [String] {
            try await browser.get(url.address).page().root.all("input").filter { $0["name"] == "owner" }
                .compactMap { $0["value"] }
        }
        let (northway, jobcentre) = (room.adviser.author.organisation, room.jobcentreAdviser.author.organisation)
        for (browser, url) in [(ben, SiteURL.form(.planAction, rosa)), (phone, SiteURL.meForm(.step))] {
            let owners = try await offered(browser, url)
            #expect(owners.contains(northway.description) && !owners.contains(jobcentre.description), "\(owners)")
        }
        try await room.perform(
            GiveConsent(
                terms: ConsentTerms(recipient: jobcentre, categories: [.plan], purpose: "claim"),
                until: day("2013-03-01"), how: .inPerson), on: rosa, as: room.jobcentreAdviser)
        for (browser, url) in [(ben, SiteURL.form(.planAction, rosa)), (phone, SiteURL.meForm(.step))] {
            #expect(try await offered(browser, url).contains(jobcentre.description))
        }
        try await room.close()
    }

    @Test("A question of before about ethnic group alone, for another purpose, can only be answered no (K-038)")
    func onlyNo() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let calder = room.otherAdviser.author.organisation
        let request = Identifier<ConsentRequest>(high: 7, low: 7)
        let terms = ConsentTerms(recipient: calder, categories: [.equality], purpose: "support")
        let ask = Fact.sharing(.asked(request, terms, .open(Words("So that they know."))))
        let (office, now, asker) = (room.office, room.now, room.jobcentreAdviser.author)
        try await room.store.write { connection in
            let file = try office.file(rosa, in: connection)
            _ = try office.streams.append(
                [ask], to: rosa, expecting: file.sequence, by: asker, at: now, random: office.random, in: connection)
        }
        let phone = try await room.phone(of: rosa)
        let own = try await phone.get(SiteURL.meItemForm(.share, item: request.description).address).page().root
        #expect(own.text.contains(RuleWords.purposeGone.english))
        #expect(own.all("input").filter { $0["name"] == "agreed" }.map { $0["value"] } == ["no"])
        let dana = try await room.browser(room.jobcentreAdviser)
        let staff = try await dana.get(SiteURL.itemForm(.answerShare, rosa, item: request.description).address)
            .page().root
        #expect(staff.all("input").filter { $0["name"] == "agreed" }.map { $0["value"] } == ["no"])
        #expect(staff.text.contains("Nothing more") && staff.text.contains("so nobody can say yes to it"))
        try await phone.submit(OwnSharingFormWords.shareButton.english, ["agreed": "no"], following: true)
        #expect(try await room.file(rosa).consents.waiting.isEmpty)
        try await room.close()
    }
}
