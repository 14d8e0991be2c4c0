import Casework
import HTTPTypes
import Kernel
import Logging
import Office
import Testing

@testable import Web

/// Takes every letter and keeps it.
private final class KeptLetters: Courier {
    let from: MailAddress
    let insteadOfSending: String? = nil
    private let taken = Locked<[MailMessage]>([])

    init() throws { from = try MailAddress("post@union-street.example") }

    var texts: [String] { taken.with { $0.map(\.text) } }

    func deliver(_ message: MailMessage) async -> Delivery {
        taken.with { $0.append(message) }
        return .taken
    }
}

@Suite("Coming in to one's own page by a link")
struct WelcomeLinkTests {
    /// The link in the letter that lets somebody in.
    private func link(for subject: Identifier<CaseFile>, in room: Partnership) async throws -> String {
        let site = "https://own.example"
        room.office.address.with { $0 = site }
        try await room.perform(ChooseEmail(agreed: true), on: subject, as: room.jobcentreAdviser)
        try await room.perform(InviteCustomer(route: .email), on: subject, as: room.jobcentreAdviser)
        let letters = try KeptLetters()
        try await SendingWorker(room.office, letters, logger: LogLines().logger).sendAll()
        let lines = letters.texts.flatMap { $0.split(separator: "\n") }
        return String(try #require(lines.first { $0.hasPrefix("\(site)/welcome/") }).dropFirst(site.count))
    }

    @Test("Opening a link lets nobody in; its button lets them in once, and then says to ask for another (A-027)")
    func once() async throws {
        let room = try await Partnership()
        let address = try await link(for: try await room.register(), in: room)
        let (phone, other) = (try await room.browser(), try await room.browser())
        for browser in [phone, other] {
            #expect(try await browser.get(address).status == .ok)
            #expect(await browser.cookie("throughline") == nil, "mail programs open links to look at them")
        }

        let entered = try await phone.submit(WelcomeWords.enter.english)
        #expect(entered.status == .seeOther && entered.header("Location") == SiteURL.me.address)
        let home = try await phone.get(SiteURL.me.address)
        #expect(home.status == .ok)
        #expect(try home.page().root.first("h1")?.text == "Hello Rosa")

        let again = try await other.submit(WelcomeWords.enter.english)
        #expect(again.status == .unprocessableContent)
        #expect(try again.page().root.text.contains(RefusalWords.linkWrong.english))
        #expect(await other.cookie("throughline") == nil)
        try await room.close()
    }

    @Test("A link that nobody was sent lets nobody in, and is told alike")
    func madeUp() async throws {
        let room = try await Partnership()
        let browser = try await room.browser()
        try await browser.get(SiteURL.welcomeLink("nobody-was-sent-this").address)
        let told = try await browser.submit(WelcomeWords.enter.english)
        #expect(told.status == .unprocessableContent)
        #expect(try told.page().root.text.contains(RefusalWords.linkWrong.english))
        try await room.close()
    }
}
