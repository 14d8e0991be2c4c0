import Testing
import Web

@Suite("The layout")
struct LayoutTests {
    private var layout: Layout {
        var layout = Layout()
        layout.navigation = [Link("Today", to: "/today", keys: "g t"), Link("Caseload", to: "/caseload", keys: "g c")]
        layout.search = Layout.Search(action: "/search", label: "Find a customer")
        layout.account = Layout.Account(name: "Dana <D>", signOut: "/sign-out", csrf: "token")
        layout.footer = [Link("Privacy", to: "/privacy")]
        return layout
    }

    private func render(_ layout: Layout, _ page: Page) throws -> HTMLNode { try HTMLPage(layout.render(page)).root }

    private var plain: Page {
        Page("Caseload", trail: [Link("Today", to: "/today")], section: "/caseload") { p { "41 customers" } }
    }

    @Test("A page says where it is: its title, its one heading, the way to it and its place in the navigation")
    func whereAmI() throws {
        let page = try render(layout, plain)
        #expect(page.first("title")?.text == "Caseload – Throughline")
        #expect(page.all("h1").map(\.text) == ["Caseload"])
        #expect(page.first("nav") { $0.has(class: "trail") }?.all("a").map(\.text) == ["Today"])
        #expect(page.all("a").filter { $0["aria-current"] != nil }.map(\.text) == ["Caseload"])
        #expect(page.first("html")?["lang"] == "en-GB")
    }

    @Test("The first link skips to the main content, which can take the focus")
    func skip() throws {
        let page = try render(layout, plain)
        #expect(page.first("a")?["href"] == "#main")
        #expect(page.element(id: "main")?.name == "main")
        #expect(page.element(id: "main")?["tabindex"] == "-1")
    }

    @Test("A page loads our style sheet and script by their hashes and nothing else")
    func loads() throws {
        let page = try render(layout, plain)
        #expect(page.all("link").map { $0["href"] } == [Asset.styleSheet.address, Asset.icon.address])
        #expect(page.all("script").map { $0["src"] } == [Asset.keyboard.address])
        #expect(page.all().allSatisfy { $0["style"] == nil })
        #expect(page.all().allSatisfy { node in !node.attributes.keys.contains { $0.hasPrefix("on") } })
    }

    @Test("A customer's page has no script")
    func customer() throws {
        var layout = layout
        layout.audience = .customer
        let page = try render(layout, plain)
        #expect(page.all("script").isEmpty)
        #expect(page.first("body")?["class"] == "customer")
    }

    @Test("A page whose form was refused says so first in its title")
    func failed() throws {
        #expect(
            try render(layout, Page("Add a name", failed: true) {}).first("title")?.text
                == "Error: Add a name – Throughline")
    }

    @Test("Simulated data and the demonstration's clock stand on every page that has them")
    func simulated() throws {
        var layout = layout
        layout.simulated = true
        layout.clock = "The clock says Thursday 9 August 2012."
        let banner = try #require(try render(layout, plain).first("aside") { $0.has(class: "banner") })
        #expect(banner.text == "Simulated data: these people are made up. The clock says Thursday 9 August 2012.")
        #expect(try render(self.layout, plain).first("aside") == nil)
    }

    @Test("Signing out is a form with a token, not a link")
    func signOut() throws {
        let form = try #require(try render(layout, plain).first("form") { $0["action"] == "/sign-out" })
        #expect(form["method"] == "post")
        #expect(form.first("input") { $0["name"] == "csrf" }?["value"] == "token")
    }

    @Test("The keys are listed on the page and can be switched off (WCAG 2.1.4)")
    func keys() throws {
        var layout = layout
        layout.shortcutSettings = "/me"
        let on = try render(layout, plain)
        #expect(on.first("body")?["data-keys"] == nil)
        #expect(on.element(id: "keys")?.text.contains("Switch them off") == true)
        #expect(on.element(id: "keys")?.all("dd").map(\.text).contains("Caseload") == true)
        layout.shortcuts = false
        #expect(try render(layout, plain).first("body")?["data-keys"] == "off")
    }

    @Test("What just happened is said once, to those who hear it too")
    func flash() throws {
        let page = try render(layout, Page("Today", flash: NoticeBox(.done, "The notice was sent.")) {})
        #expect(page.first { $0["role"] == "status" }?.text == "The notice was sent.")
    }

    @Test("A Welsh page is Welsh in its frame")
    func welsh() throws {
        var layout = layout
        layout.words = .welsh
        let page = try render(layout, plain)
        #expect(page.first("html")?["lang"] == "cy")
        #expect(page.first("a")?.text == "Neidio i’r prif gynnwys")
        #expect(page.first("form") { $0["action"] == "/sign-out" }?.text == "Allgofnodi")
    }
}
