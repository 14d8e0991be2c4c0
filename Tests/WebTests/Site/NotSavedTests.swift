import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Testing

@testable import Web

@Suite("What the store could not take")
struct NotSavedTests {
    private static let refusal = Refusal(
        "store.unavailable", "The store cannot be written just now, so nothing was saved. Check the disk.")

    /// The forms of their own page on a site whose store takes nothing.
    private func full(_ site: Site) -> WebClient<SiteContext> {
        let router = Router(context: SiteContext.self)
        router.add(middleware: SessionMiddleware(site: site))
        router.add(middleware: LanguageMiddleware(site: site))
        router.form(.meForm, site) { _, _ in throw Self.refusal }
        return WebClient(router) { SiteContext(source: LoggerSource(logger: $0)) }
    }

    @Test(
        "A customer is told it in their language, in words to them, and what they typed is kept (K-039, G-032)",
        arguments: Language.allCases)
    func own(language: Language) async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        if language != .english {
            try await room.perform(ChooseLanguage(language), on: rosa, as: room.jobcentreAdviser)
        }
        let phone = try await room.phone(of: rosa)
        let address = SiteURL.meForm(.ask).address
        try await phone.get(address)
        let form = try #require(await phone.page)
        let broken = full(room.site)
        await broken.keep("throughline", try #require(await phone.cookie("throughline")))
        await broken.back(to: form, at: address)
        let button = try #require(form.root.first("form") { $0["action"] == address }?.first("button")?.text)
        let told = try await broken.submit(button, ["words": "When do we meet?"])

        let page = try told.page().root
        #expect(told.status == .serviceUnavailable)
        #expect(page.first("html")?["lang"]?.hasPrefix(language.rawValue) == true)
        #expect(page.first("h1")?.text == NotSavedWords.title.text(in: language))
        let main = try #require(page.first("main")).text
        #expect(main.contains(try #require(RuleWords.notSaved.text(in: language))))
        #expect(main.contains(try #require(NotSavedWords.kept.text(in: language))))
        #expect(!told.text.contains("Check the disk"), "that is for staff")
        let kept = try #require(page.first("form") { $0["action"] == address })
        #expect(kept.first("input") { $0["name"] == "words" }?["value"] == "When do we meet?")
        #expect(kept.first("input") { $0["name"] == "command" }?["value"] != nil, "sent again, it is done once")
        #expect(kept.first("button")?.text == NotSavedWords.again.text(in: language))
        try await room.close()
    }

    @Test("Staff are told what is wrong with the store")
    func staff() throws {
        let typed = FormFields(["words": "Ring her on Friday."])
        let page = NotSaved(refusal: Self.refusal, address: "/customers/1/do/ask", typed: typed).page
        let html = try HTMLPage(Layout().render(page))
        #expect(html.root.first("h1")?.text == "Not saved" && html.root.text.contains("Check the disk."))
    }
}
