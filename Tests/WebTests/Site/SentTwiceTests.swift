import Kernel
import Office
import Testing

@testable import Web

@Suite("What is sent a second time")
struct SentTwiceTests {
    /// Fills in a form, goes back as the Back button does, and sends the same again.
    private func twice(
        _ button: String, _ values: [String: String], at address: String, in client: WebClient<SiteContext>
    ) async throws -> (first: WebAnswer, second: WebAnswer) {
        try await client.get(address)
        let form = await client.page
        let first = try await client.submit(button, values)
        await client.back(to: form, at: address)
        return (first, try await client.submit(button, values))
    }

    @Test("A token is made once, and whoever sends it again is told that its secret was shown")
    func token() async throws {
        let room = try await Partnership()
        let client = try await room.browser(room.manager)
        let sent = try await twice(
            "Make this token", ["name": "The rota"], at: SiteURL.tokens.address, in: client)
        #expect(sent.first.text.contains("Copy this token now"))
        #expect(sent.second.text.contains("This token is made already"))
        #expect(try await room.office.tokens(of: room.manager.author.person).count == 1)
        try await room.close()
    }

    @Test("A receiver is added once, and its secret is the same")
    func receiver() async throws {
        let room = try await Partnership()
        let client = try await room.browser(room.manager)
        let sent = try await twice(
            "Add this receiver", ["address": "https://events.example.org/in", "categories": "appointments"],
            at: SiteURL.receivers.address, in: client)
        #expect(sent.first.text.contains("Copy this secret now") && sent.second.text.contains("Copy this secret now"))
        #expect(try await room.office.receivers(as: room.manager.author).count == 1)
        try await room.close()
    }

    @Test("What the store could not take is kept, and a file is asked for again")
    func notSaved() throws {
        let body = WebClient<PlainContext>.multipart([("kind", "payslip")], ("photograph", [0xFF, 0xD8]), "----x")
        let typed = try FormFields(multipart: body, boundary: "----x")
        let refusal = Refusal("store.unavailable", "The disk is full, so nothing was saved.")
        let page = NotSaved(refusal: refusal, address: "/customers/1/do/proof/2", typed: typed).page
        let html = try HTMLPage(Layout().render(page))
        let form = try #require(html.root.first("form") { $0["action"] == "/customers/1/do/proof/2" })
        #expect(form["enctype"] == "multipart/form-data")
        #expect(form.first("input") { $0["type"] == "file" }?["name"] == "photograph")
        #expect(form.first("input") { $0["name"] == "kind" }?["value"] == "payslip")
    }
}
