import Testing

@testable import Web

@Suite("Addresses of the site")
struct SiteURLTests {
    @Test(
        "After signing in nobody is sent to another site",
        arguments: [
            "//evil.example", "/\t/evil.example", "/\n/evil.example", "/\\evil.example", "https://evil.example", "evil",
            "//\u{FE0F}evil.example", "/ /evil.example", "", "/" + String(repeating: "a", count: 500),
        ])
    func elsewhere(_ next: String) {
        #expect(SiteURL.ours(next) == "/")
    }

    @Test("After signing in they are where they wanted to be")
    func ours() {
        #expect(SiteURL.ours("/customers/1?from=2#plan") == "/customers/1?from=2#plan")
        #expect(SiteURL.ours(nil) == "/")
    }

    @Test("Whoever changes the language comes back to the page as it was, and to none that only takes a form")
    func returning() {
        #expect(SiteURL.returning(to: "/me/looks", asked: "before=7&said=me-told") == "/me/looks?before=7")
        #expect(SiteURL.returning(to: "/me", asked: "said=me-told") == "/me")
        #expect(SiteURL.returning(to: "/welcome/link", asked: nil) == "/welcome")
    }
}
