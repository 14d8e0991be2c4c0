import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("From the referral interview to an adviser")
struct ReferralTests {
    private let claim = ["benefit": "JSA", "since": "1 September 2011"]

    /// Holds the referral interview by its form.
    private func interview(
        _ subject: Identifier<CaseFile>, _ client: WebClient<SiteContext>, in partnership: Partnership
    ) async throws {
        try await client.get(SiteURL.customer(subject).address)
        try await client.click("Referral interview: Work Programme")
        let page = try #require(await client.page)
        var fields = page.root.all("input").filter { $0["type"] == "hidden" }.map {
            ($0["name"] ?? "", $0["value"] ?? "")
        }
        fields = fields.filter { ["csrf", "command", "seen"].contains($0.0) }
        var seen = Set<String>()
        fields = fields.reversed().filter { seen.insert($0.0).inserted }
        fields += page.root.all("input").filter { $0["name"] == "explained" }.map { ("explained", $0["value"] ?? "") }
        let answer = try await client.post(
            SiteURL.itemForm(.interview, subject, item: Partnership.programme).address, fields, following: true)
        #expect(answer.text.contains("The referral interview is recorded. You can refer now."))
    }

    @Test("A newcomer refers somebody of 32, a year on JSA, and learns why group 2 and what that means (D-002)")
    func newcomer() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        let check = try await dana.submit("Check the answers", claim)
        #expect(check.status == .ok)
        #expect(check.text.contains("Group 2, JSA, aged 25 and over: taking part is required."))
        #expect(check.text.contains("12 calendar months by 10 September 2012; needs 12 or more"))
        #expect(check.text.contains("your benefit can"))
        #expect(check.text.contains("Support lasts two years"))
        #expect(check.text.contains("Group 1, JSA, aged 18 to 24"))

        let page = try await dana.submit("Refer, and draw the provider", following: true)
        #expect(page.text.contains("Referred. The provider has been drawn and told."))
        #expect(page.text.contains("Why group 2, and what that means"))
        #expect(page.text.contains("Draw 1 in Ashcombe and the Vale"))
        #expect(page.text.contains("Northway Futures: 99.99%, from 0% up to 99.99%"))
        #expect(page.text.contains("Calder Bridge Works: 0.01%, from 99.99% up to 100%"))
        #expect(try page.page().root.first("a") { $0.text == "the register of draws" } != nil)
        try await partnership.close()
    }

    @Test("What the record holds of caring, home and health is filled in, with its day and whose word it is (C14)")
    func heldAlready() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let staff = partnership.jobcentreAdviser
        for (kind, detail) in [
            (ChangeKind.caring, ChangeDetail(code: "adult", hours: 40)), (.health, ChangeDetail(code: "6-months")),
        ] {
            try await partnership.perform(
                GiveConsent(
                    terms: ConsentTerms(
                        recipient: staff.author.organisation, categories: [kind.category], purpose: "support"),
                    until: partnership.now.day.adding(days: 90), how: .signed), on: rosa, as: staff)
            try await partnership.perform(
                ReportChange(
                    kind, detail, from: partnership.now.day, source: .customer, route: .inPerson, heardInPrivate: true),
                on: rosa, as: staff)
        }
        let dana = try await partnership.browser(staff)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        let page = try #require(await dana.page)
        let carer = try #require(page.root.first("input") { $0["value"] == "full-time-carer" })
        #expect(carer["checked"] != nil)
        #expect(page.root.element(id: "circumstance-prognosis")?["value"] == "6")
        let asked = "Told on \(partnership.now.day.written) by the customer; still so?"
        #expect(page.root.text.contains("An adult, 40 hours a week. \(asked)"))
        #expect(page.root.text.contains("Fit within 6 months. \(asked)"))
        try await partnership.close()
    }

    @Test("A provider reads the group and the duties, and not the answers that decided it")
    func provider() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.referred()
        let priya = try await partnership.browser(partnership.manager)
        let text = try await priya.get(SiteURL.customer(rosa).address).text
        #expect(text.contains("You must go to the activities"))
        #expect(text.contains("What group 2 means"))
        #expect(!text.contains("calendar months by"))
        try await partnership.close()
    }

    @Test("Somebody in no group yet is shown every group with its reasons, and cannot be sent")
    func notYet() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        let check = try await dana.submit("Check the answers", ["benefit": "JSA", "since": "1 June 2012"])
        #expect(check.text.contains("group 2 would be reached on 1 June 2013"))
        #expect(try check.page().root.first("button") { $0.text.hasPrefix("Refer,") } == nil)
        let back = try await dana.submit("Change an answer")
        #expect(try back.page().root.element(id: "since")?["value"] == "1 June 2012")
        try await partnership.close()
    }

    @Test("An unknown benefit is refused beside its field, with the codes there are")
    func unknownBenefit() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        let answer = try await dana.submit("Check the answers", ["benefit": "XYZ", "since": "1 September 2011"])
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.page().root.element(id: "benefit-error")?.text.contains(
                "is not a benefit Work Programme knows. Use one of JSA") == true)
        try await dana.get(SiteURL.form(.benefit, rosa).address)
        let stated = try await dana.submit(
            "Record this benefit",
            ["benefit": "XYZ", "on": "on", "from": "1/9/2011", "certainty": "known", "source": "jobcentre"])
        #expect(stated.text.contains("“XYZ” is not a benefit here."))
        try await partnership.close()
    }

    @Test("A referral sent twice is made once, and a form opened an hour ago still sends")
    func twice() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        try await dana.submit("Check the answers", claim)
        partnership.move(to: Partnership.monday, hour: 10)
        let first = try await dana.submit("Refer, and draw the provider")
        let second = try await dana.submit("Refer, and draw the provider")
        #expect(first.status == .seeOther && second.status == .seeOther)
        #expect(try await partnership.file(rosa).referrals.count == 1)
        try await partnership.close()
    }

    @Test("Going back after referring and checking the same answers again is no fault; other answers are refused")
    func backAndAgain() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.register()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await interview(rosa, dana, in: partnership)
        try await dana.click("Refer to Work Programme")
        let (form, address) = (await dana.page, await dana.address)
        try await dana.submit("Check the answers", claim)
        try await dana.submit("Refer, and draw the provider")

        await dana.back(to: form, at: address)
        let again = try await dana.submit("Check the answers", claim)
        #expect(again.status == .ok)
        let other = try await dana.submit("Change an answer")
        #expect(other.status == .ok)
        await dana.back(to: form, at: address)
        let changed = try await dana.submit("Check the answers", ["benefit": "JSA", "since": "2 September 2011"])
        #expect(changed.status == .unprocessableContent)
        #expect(try await partnership.file(rosa).referrals.count == 1)
        try await partnership.close()
    }

    @Test("An adviser at a provider may not refer, nor open the form")
    func refused() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.assigned()
        let ben = try await partnership.browser(partnership.adviser)
        let answer = try await ben.get(SiteURL.form(.refer, rosa).address)
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("You cannot refer a customer to a programme here"))
        try await partnership.close()
    }

    @Test("A provider acknowledges, assigns an adviser, and changes the adviser with a reason (C03, C04, F15)")
    func acknowledged() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.referred()
        let priya = try await partnership.browser(partnership.manager)
        try await priya.get(SiteURL.form(.acknowledge, rosa).address)
        #expect(
            try await priya.submit("Acknowledge this referral", following: true).text.contains(
                "Assign an adviser next."))
        let ben = partnership.adviser.author
        try await priya.get(SiteURL.form(.assign, rosa).address)
        let assigned = try await priya.submit(
            "Assign this adviser", ["adviser": "\(ben.organisation)/\(ben.person)"], following: true)
        #expect(assigned.text.contains("Adviser Ben Okoro, Northway Futures"))
        try await priya.get(SiteURL.form(.changeAdviser, rosa).address)
        let same = try await priya.submit(
            "Change the adviser",
            ["adviser": "\(ben.organisation)/\(ben.person)", "reason": "F-199", "meeting": "declined"])
        #expect(same.text.contains("That is already this customer"))
        try await partnership.close()
    }

    @Test("A query is answered in words, and an answer sent twice is given once (C03)")
    func queried() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.referred()
        try await partnership.perform(AcknowledgeReferral(), on: rosa, as: partnership.manager)
        let priya = try await partnership.browser(partnership.manager)
        try await priya.get(SiteURL.form(.query, rosa).address)
        let sent = try await priya.submit(
            "Send this query", ["reason": "query-moved", "words": "She has moved out of the area."], following: true)
        #expect(sent.text.contains("The query has gone to the jobcentre."))
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.answer, rosa).address)
        #expect(await dana.page?.root.text.contains("She has moved out of the area.") == true)
        #expect(try await dana.submit("Send this answer", ["answer": "stands"]).status == .unprocessableContent)
        let words = ["answer": "stands", "words": "She has moved one street away."]
        #expect(try await dana.submit("Send this answer", words).status == .seeOther)
        #expect(try await dana.submit("Send this answer", words).status == .seeOther)
        #expect(try await partnership.file(rosa).referral?.query?.upheld == false)
        try await partnership.close()
    }

    @Test("An answer that withdraws the referral is shown once more first, with what follows (C03)")
    func withdrawn() async throws {
        let partnership = try await Partnership()
        let rosa = try await partnership.referred()
        try await partnership.perform(AcknowledgeReferral(), on: rosa, as: partnership.manager)
        let priya = try await partnership.browser(partnership.manager)
        try await priya.get(SiteURL.form(.query, rosa).address)
        try await priya.submit("Send this query", ["reason": "query-moved", "words": "She has moved out of the area."])
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.form(.answer, rosa).address)
        let check = try await dana.submit(
            "Send this answer", ["answer": "withdraw", "words": "She lives in Ossett now."])
        #expect(check.status == .ok)
        for words in ["This cannot be undone", "withdraw the referral", "She lives in Ossett now."] {
            #expect(check.text.contains(words), "the check does not say “\(words)”")
        }
        #expect(try await partnership.file(rosa).referral?.query?.answered == nil)
        #expect(try await dana.submit("Send this answer").status == .seeOther)
        let referrals = try await partnership.file(rosa).referrals
        #expect(referrals.last?.withdrawn != nil)
        try await partnership.close()
    }
}
