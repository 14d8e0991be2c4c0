import Kernel
import Testing
import Web

@Suite("The seal of a form")
struct FormSealTests {
    private let formGuard = FormGuard(key: Array(repeating: 7, count: 32))

    private func fields(_ token: String) -> FormFields { FormFields(["csrf": token]) }

    @Test("A token made for a session is accepted from that session")
    func accepted() {
        #expect(throws: Never.self) {
            try formGuard.check(fields(formGuard.token(session: "s-1")), session: "s-1")
        }
    }

    @Test(
        "A token that is missing, altered, of another session or of another key is refused, and says nothing was lost")
    func refused() {
        let token = formGuard.token(session: "s-1")
        let other = FormGuard(key: Array(repeating: 8, count: 32)).token(session: "s-1")
        let altered = (token.first == "0" ? "1" : "0") + token.dropFirst()
        for wrong in ["", "x", altered, token + "0", String(token.dropLast()), other, formGuard.token(session: "s-2")] {
            let refusal = #expect(throws: Refusal.self) { try formGuard.check(fields(wrong), session: "s-1") }
            #expect(refusal?.code == "form.stale")
            #expect(refusal?.sentence.contains("Nothing was lost") == true)
        }
        #expect(throws: Refusal.self) { try formGuard.check(FormFields(), session: "s-1") }
    }

    @Test("The token is 64 hexadecimal digits and does not show the session")
    func form() {
        let token = formGuard.token(session: "s-1")
        #expect(token.count == 64)
        #expect(token.allSatisfy { $0.isHexDigit })
    }

    @Test("A form carries its token, its command and what its reader saw, and they are read back")
    func roundTrip() throws {
        let seal = FormSeal(csrf: formGuard.token(session: "s"), command: Identifier(high: 3, low: 4), seen: 14)
        let page = try HTMLPage(PostForm(to: "/x", seal: seal) { SubmitButton("Send this notice") }.render())
        let form = try #require(page.root.first("form"))
        #expect(form["method"] == "post")
        #expect(form["action"] == "/x")
        let hidden = form.all("input").map { ($0["name"] ?? "", $0["value"] ?? "") }
        let fields = try FormFields(urlEncoded: Array(WebClient<PlainContext>.encode(hidden).utf8))
        try formGuard.check(fields, session: "s")
        let reader = FormReader(fields)
        #expect(reader.command == seal.command)
        #expect(reader.seen == 14)
        try reader.finish()
    }
}
