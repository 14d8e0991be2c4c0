import Casework
import HTTPTypes
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("Finding and registering customers")
struct RegisterTests {
    private let typed = [
        "given": "Rosa", "family": "Parr", "born-day": "14", "born-month": "2", "born-year": "1980",
    ]

    @Test("Somebody new is registered from one form, and their page follows (C01)")
    func registers() async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        let answer = try await dana.submit("Register this customer", typed, following: true)
        #expect(answer.status == .ok)
        #expect(try answer.page().root.first("h1")?.text == "Rosa Parr")
        #expect(answer.text.contains("Registered. This is their record."))
        try await partnership.close()
    }

    @Test("A double click registers once")
    func doubleClick() async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        let first = try await dana.submit("Register this customer", typed)
        let second = try await dana.submit("Register this customer", typed)
        #expect(first.status == .seeOther)
        #expect(second.headers[.location] == first.headers[.location])
        let found = try await dana.get(SiteURL.search("Parr").address)
        #expect(found.text.contains("1 customer matches"))
        try await partnership.close()
    }

    @Test("Somebody is found by both names, as a browser writes the space between them", arguments: ["+", "%20"])
    func space(written: String) async throws {
        let partnership = try await Partnership()
        _ = try await partnership.register("Mary", "Parr")
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        let found = try await dana.get("/search?q=Parr\(written)Ma")
        #expect(found.text.contains("1 customer matches") && found.text.contains("value=\"Parr Ma\""))
        try await partnership.close()
    }

    @Test("A likely duplicate is shown before a second record is made, and nothing typed is lost (G-004)")
    func duplicates() async throws {
        let partnership = try await Partnership()
        let known = try await partnership.register("Rosa", "Parr")
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        var other = typed
        other["given"] = "Rosalind"
        other["phone"] = "01632 960999"
        let asked = try await dana.submit("Register this customer", other)
        #expect(asked.status == .ok)
        let link = try asked.page().root.first("a") { $0.text.hasPrefix("This is the same person") }
        #expect(link?["href"] == SiteURL.customer(known).address)

        let back = try await dana.submit("Change what I typed")
        #expect(try back.page().root.element(id: "phone")?["value"] == "01632 960999")

        try await dana.submit("Register this customer")
        let made = try await dana.submit("None of these: register a new customer", following: true)
        #expect(try made.page().root.first("h1")?.text == "Rosalind Parr")
        #expect(made.text.contains("01632 960999"))
        try await partnership.close()
    }

    @Test("A birth date that has not happened yet is refused beside its field, with the name kept")
    func bornLater() async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        var later = typed
        later["born-year"] = "2013"
        let answer = try await dana.submit("Register this customer", later)
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page()
        #expect(
            page.root.element(id: "born-error")?.text.contains("14 February 2013, which has not happened yet") == true)
        #expect(page.root.element(id: "given")?["value"] == "Rosa")
        try await partnership.close()
    }

    @Test(
        "People are found by either name first, by birth date and by number",
        arguments: [
            "Rosa", "parr", "Parr Rosa", "14 2 1980", "14 February 1980", "qq123456c",
        ])
    func found(typed: String) async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        var rosa = self.typed
        rosa["number"] = "QQ 12 34 56 C"
        try await dana.submit("Register this customer", rosa)
        _ = try await partnership.register("Wilf", "Oates")
        let answer = try await dana.get(SiteURL.search(typed).address)
        #expect(try answer.page().root.first("a") { $0.text == "Rosa Parr" } != nil)
        try await partnership.close()
    }

    @Test("Whoever is not there is said not to be, with what to do next")
    func nobody() async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        let answer = try await dana.get(SiteURL.search("Zebedee").address)
        #expect(answer.text.contains("Nobody here matches “Zebedee”."))
        #expect(try answer.page().root.first("a") { $0.text == "Register a new customer" } != nil)
        try await partnership.close()
    }

    @Test("A provider finds only the people referred to it, and may not register anybody (design §5)")
    func provider() async throws {
        let partnership = try await Partnership()
        _ = try await partnership.register("Wilf", "Oates")
        _ = try await partnership.referred("Rosa", "Parr")
        let ben = try await partnership.browser(partnership.adviser)
        #expect(try await ben.get(SiteURL.search("Oates").address).text.contains("Nobody here matches"))
        #expect(try await ben.get(SiteURL.search("Parr").address).text.contains("Rosa Parr"))
        #expect(try await ben.get(SiteURL.register.address).status == .forbidden)
        try await partnership.close()
    }

    @Test("A partner's number makes a joint claim with one draw token (D-037)")
    func partner() async throws {
        let partnership = try await Partnership()
        let dana = try await partnership.browser(partnership.jobcentreAdviser)
        try await dana.get(SiteURL.register.address)
        var rosa = typed
        rosa["number"] = "QQ 12 34 56 C"
        try await dana.submit("Register this customer", rosa)
        try await dana.get(SiteURL.register.address)
        let wilf = [
            "given": "Wilf", "family": "Oates", "born-day": "3", "born-month": "4", "born-year": "1979",
            "partner": "QQ123456C",
        ]
        try await dana.submit("Register this customer", wilf, following: true)
        #expect(await dana.page?.root.text.contains("Joint claim with a partner") == true)
        try await dana.get(SiteURL.register.address)
        let none = try await dana.submit(
            "Register this customer", wilf.merging(["born-year": "1977", "partner": "nobody"]) { $1 })
        #expect(none.text.contains("neither a national insurance number nor a reference"))
        try await partnership.close()
    }
}
