import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What a customer reads on their own pages")
struct OwnPagesTests {
    @Test("Of a benefit back-dated over weeks that were counted they read that they owe nothing (C14, M-002)")
    func backdated() async throws {
        let room = try await Partnership()
        let (rosa, start) = (try await room.inWork(), Partnership.jobStart)
        let phone = try await room.phone(of: rosa)
        let before = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(before.contains("How we reach you") && !before.contains(OwnTellWords.owesNothing.english))
        try await room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: true, from: start.adding(weeks: 5), until: start.adding(weeks: 21),
                    certainty: .known, source: .jobcentre)),
            on: rosa, as: room.jobcentreAdviser)
        for address in [SiteURL.meTell.address, SiteURL.meJourney().address] {
            let page = try await phone.get(address).page().root.text
            #expect(page.contains(OwnTellWords.owesNothing.english), "\(address)")
            #expect(page.contains("On Jobseeker"), "\(address)")
            #expect(!page.contains("no longer due") && !page.contains("£"), "\(address)")
        }
        try await room.close()
    }

    @Test("Who can see the record names the body that pays for the help, and says that a search can find them (K-007)")
    func everybodyWhoSees() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        let page = try await phone.get(SiteURL.meSharing.address).page().root.text
        #expect(page.contains(RelationWords.commissions.english))
        #expect(page.contains("can also find your name, birth date and National Insurance number by a search"))
        try await room.close()
    }

    @Test("What nobody may see is told to nobody, they read that, and can let somebody see it (C14, G-246)")
    func toldToNobody() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meItemForm(.tell, item: "caring").address)
        try await phone.submit(OwnTellWords.button.english, ["code": "child"], following: true)
        let before = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(before.contains(OwnTellWords.nobodyTold.english) && before.contains("From you, today."))
        try await phone.get(SiteURL.meForm(.letSee).address)
        try await phone.submit(
            OwnSharingFormWords.letButton.english,
            [
                "recipient": room.adviser.author.organisation.description, "categories": "household",
                "purpose": "household",
            ], following: true)
        let after = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(after.contains("Now Northway Futures can see it."))
        #expect(!after.contains(OwnTellWords.nobodyTold.english))
        #expect(try await room.file(rosa).consents.given.map(\.how) == [.online])
        try await room.close()
    }

    @Test("They say what stands in their way and that what an organisation told of them is not right (G-019, C14)")
    func ownSide() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(
            RateBarriers([BarrierViews("debt", adviser: .nothing)]), on: rosa, as: room.adviser)
        try await room.perform(
            ReportChange(
                .address, ChangeDetail(words: "2 Low Street, Ashcombe AB1 2CD"), from: room.now.day,
                source: .provider, route: .ownRecords), on: rosa, as: room.adviser)
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meForm(.inTheWay).address)
        try await phone.submit(OwnStandingWords.rateButton.english, ["c-debt": "much"], following: true)
        let standing = try await phone.get(SiteURL.meStanding.address).page().root.text
        #expect(standing.contains("You say: stops it for now.") && standing.contains("not in the way."))
        #expect(standing.contains(OwnStandingWords.differ.english))
        let change = try #require(try await room.file(rosa).circumstances.changes.last)
        let form = SiteURL.meItemForm(.notRight, item: change.id.description).address
        #expect(try await phone.get(SiteURL.meTell.address).page().root.text.contains("From Northway Futures, today."))
        try await phone.get(form)
        try await phone.submit(
            OwnStandingWords.sayButton.english, ["words": "I have never lived there."], following: true)
        let dispute = try #require(try await room.file(rosa).circumstances.change(change.id)?.openDisputes.first)
        #expect(dispute.event.by.role == .customer && dispute.other == nil)
        let told = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(told.contains(OwnStandingWords.saidNotRight.english))
        #expect(!told.contains(OwnStandingWords.notRight.english), "It is said once")
        try await room.close()
    }

    @Test("A benefit that an office wrote down with no report is not right either, once they say so (C14, G-246)")
    func benefitNotRight() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: true, from: room.now.day.adding(days: -30), until: nil, certainty: .known,
                    source: .jobcentre)),
            on: rosa, as: room.jobcentreAdviser)
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meTell.address)
        try await phone.click(OwnStandingWords.notRight.english)
        try await phone.submit(
            OwnStandingWords.sayButton.english, ["words": "It stopped in May."], following: true)
        let told = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(told.contains(OwnStandingWords.saidNotRight.english) && told.contains("On Jobseeker"))
        #expect(!told.contains(OwnStandingWords.notRight.english), "It is said once")
        let change = try #require(try await room.file(rosa).circumstances.changes.last)
        #expect(change.kind == .benefit && change.openDisputes.first?.event.by.role == .customer)
        let dana = try await room.browser(room.jobcentreAdviser)
        let page = try await dana.get(SiteURL.circumstances(rosa).address)
        #expect(page.text.contains("says that this is wrong") && page.text.contains("Decide which stands"))
        try await room.close()
    }

    @Test("Saying that a benefit is not right, they can say what is, so that their version can stand (C14)")
    func benefitInstead() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: true, from: room.now.day.adding(days: -30), until: nil, certainty: .known,
                    source: .jobcentre)),
            on: rosa, as: room.jobcentreAdviser)
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meTell.address)
        try await phone.click(OwnStandingWords.notRight.english)
        let half = ["words": "It stopped in May.", "code": "JSA"]
        let refused = try await phone.submit(OwnStandingWords.sayButton.english, half)
        #expect(refused.status == .unprocessableContent && refused.text.contains("It stopped in May."))
        try await phone.submit(
            OwnStandingWords.sayButton.english, half.merging(["on": "no"]) { $1 }, following: true)
        let dispute = try #require(try await room.file(rosa).circumstances.changes.last?.openDisputes.first)
        #expect(dispute.other?.value == ChangeDetail(code: "JSA", on: false))
        let dana = try await room.browser(room.jobcentreAdviser)
        let change = try #require(try await room.file(rosa).circumstances.changes.last).id
        let page = try await dana.get(SiteURL.itemForm(.resolveChange, rosa, item: change.description).address)
        #expect(page.text.contains("Off JSA"))
        try await room.close()
    }

    @Test("One press says that how we reach them is still right, and is offered again another day (G-098)")
    func stillRight() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        room.move(to: room.now.day.adding(days: 1))
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meTell.address)
        let done = try await phone.submit(OwnTellWords.stillRight.english, following: true)
        #expect(done.text.contains(SaidWords.stillRight.english))
        let confirmed = try await room.file(rosa).circumstances.confirmations
        #expect(confirmed.count == 1 && confirmed.first?.event.by.role == .customer)
        func offers() async throws -> Bool {
            try await phone.get(SiteURL.meTell.address).page().root.all("button").contains {
                $0.text == OwnTellWords.stillRight.english
            }
        }
        #expect(try await !offers())
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.circumstances(rosa).address)
        #expect(await ben.page?.root.all("button").contains { $0.text == "Still right" } == false)
        try await room.close()
    }

    @Test(
        "Convictions that are held stand on their page with a way to say that they are not right, and none is asked for"
    )
    func convictions() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let agreed = ConsentTerms(
            recipient: room.adviser.author.organisation, categories: [.convictions], purpose: "support")
        try await room.perform(
            GiveConsent(terms: agreed, until: room.now.day.adding(days: 90), how: .signed), on: rosa, as: room.adviser)
        let phone = try await room.phone(of: rosa)
        let none = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(!none.contains(OwnTellWords.convictions.english))
        try await room.perform(
            ReportChange(
                .convictions, ChangeDetail(code: "unspent"), from: room.now.day, source: .customer, route: .inPerson,
                heardInPrivate: true), on: rosa, as: room.adviser)
        let page = try await phone.get(SiteURL.meTell.address)
        #expect(page.text.contains(OwnTellWords.convictions.english))
        #expect(!page.text.contains(SiteURL.meItemForm(.tell, item: "convictions").address), "K-004 bars asking")
        #expect(try await phone.get(SiteURL.meItemForm(.tell, item: "convictions").address).status != .ok)
        let form = try await phone.get(SiteURL.meTell.address).page().root
        #expect(form.all("a").contains { $0.text == OwnStandingWords.notRight.english })
        try await phone.click(OwnStandingWords.notRight.english)
        #expect(await phone.page?.root.all("input").contains { $0["type"] == "radio" } == false)
        try await room.close()
    }

    @Test("Beside who has them now stands why it changed, and no note between staff (C04, K-007)")
    func why() async throws {
        let room = try await Partnership()
        let rosa = try await room.withKitBell()
        let phone = try await room.phone(of: rosa)
        for (address, who) in [
            (SiteURL.mePeople.address, "Kit Bell at Northway Futures"),
            (SiteURL.meJourney().address, "Your adviser is now Kit Bell at Northway Futures"),
        ] {
            let page = try await phone.get(address).page().root.text
            #expect(page.contains(who) && page.contains("You asked for a change."), "\(address)")
            #expect(!page.contains("Mornings are hard."), "\(address)")
        }
        try await room.close()
    }
}
