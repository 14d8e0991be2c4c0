import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("What a referral came without")
struct DetailsTests {
    /// Somebody referred today with a name and a birth date, and acknowledged.
    private func nameOnly(_ town: Partnership) async throws -> Identifier<CaseFile> {
        let subject = Identifier<CaseFile>(high: 0x0137_0000_0000_7000, low: 1 << 63 | 97)
        let identity = try Identity(given: "Rosa", family: "Parr", born: day("1980-02-14"), on: town.now.day)
        try await town.perform(RegisterCustomer(identity: identity), on: subject, as: town.jobcentreAdviser)
        let topics = town.office.programmes[Partnership.programme]?.referralInterview.map(\.id) ?? []
        try await town.perform(
            RecordReferralInterview(programme: Partnership.programme, explained: topics, inWriting: true, agreed: []),
            on: subject, as: town.jobcentreAdviser)
        let dana = try await town.browser(town.jobcentreAdviser)
        let form = try await dana.get(SiteURL.form(.refer, subject).address)
        #expect(form.text.contains("1 of 6 of what the provider needs to begin is on record"))
        #expect(form.text.contains("You can refer now."))
        #expect(try form.page().root.first("a") { $0["href"] == SiteURL.form(.needs, subject).address } != nil)
        try await town.perform(
            ReferCustomer(
                programme: Partnership.programme, area: town.area,
                claim: ClaimAnswers(benefit: "JSA", since: town.now.day.adding(years: -2), circumstances: [])),
            on: subject, as: town.jobcentreAdviser)
        try await town.perform(AcknowledgeReferral(), on: subject, as: town.manager)
        return subject
    }

    @Test("A name-only referral is asked about by its provider, and the sender reads it, records and answers (G-097)")
    func askBack() async throws {
        let town = try await Partnership()
        let subject = try await nameOnly(town)
        let ask = SiteURL.form(.askDetails, subject).address
        let priya = try await town.browser(town.manager)
        let page = try await priya.get(SiteURL.customer(subject).address)
        #expect(page.text.contains("The referral came with 1 of 6 of what is needed to begin."))
        #expect(try page.page().root.first("a") { $0["href"] == ask } != nil)
        try await priya.get(ask)
        let unsaid = try await priya.submit("Record this", ["words": "How do we reach her?"])
        #expect(unsaid.status == .unprocessableContent && unsaid.text.contains("How do we reach her?"))
        let asked = try await priya.submit("Record this", ["answer": "ask"], following: true)
        #expect(asked.text.contains(Said.detailsAsked.sentence))
        #expect(asked.text.contains("The sender was asked for what is missing on"))

        let dana = try await town.browser(town.jobcentreAdviser)
        let answer = SiteURL.form(.answerDetails, subject).address
        #expect(try await dana.get(SiteURL.today.address).page().root.first("a") { $0["href"] == answer } != nil)
        let form = try await dana.get(answer)
        #expect(form.text.contains("How do we reach her?"))
        #expect(try form.page().root.first("a") { $0["href"] == SiteURL.form(.correct, subject).address } != nil)
        let done = try await dana.submit("Send this answer", ["words": "By her mother."], following: true)
        #expect(done.text.contains(Said.detailsAnswered.sentence))
        #expect(try await dana.get(SiteURL.today.address).page().root.first("a") { $0["href"] == answer } == nil)
        #expect(try await priya.get(SiteURL.customer(subject).address).text.contains("By her mother."))
        try await town.close()
    }

    @Test("What came may be enough, and then nothing is asked of anybody (G-097)")
    func enough() async throws {
        let town = try await Partnership()
        let subject = try await nameOnly(town)
        let priya = try await town.browser(town.manager)
        try await priya.get(SiteURL.form(.askDetails, subject).address)
        let said = try await priya.submit("Record this", ["answer": "enough"], following: true)
        #expect(said.text.contains("What came is enough to begin, said on"))
        #expect(!said.text.contains("The referral came with 1 of 6"))
        #expect(!said.text.contains(SiteURL.form(.askDetails, subject).address))
        try await town.close()
    }

    @Test("Whoever leads the senders reads how complete each one's referrals were, and nothing of a few (G-097)")
    func bySender() async throws {
        let town = try await Partnership()
        for number in 1...4 { _ = try await town.referred("Ann", "Case\(number)") }
        let omar = try await town.browser(town.teamManager)
        let few = try await omar.get(SiteURL.caseload([]).address)
        #expect(few.text.contains("How complete referrals were, by who sent them"))
        #expect(few.text.contains("Fewer than 5") && few.text.contains("Not said"))
        _ = try await town.referred("Ann", "Case5")
        let enough = try await omar.get(SiteURL.caseload([]).address)
        #expect(enough.text.contains("50%") && !enough.text.contains("Not said"))
        let dana = try await town.browser(town.jobcentreAdviser)
        #expect(try await !dana.get(SiteURL.caseload([]).address).text.contains("by who sent them"))
        try await town.close()
    }
}
