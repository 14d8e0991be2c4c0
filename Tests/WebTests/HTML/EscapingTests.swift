import Kernel
import Testing
import Web

@Suite("Escaping")
struct EscapingTests {
    /// Strings that break escaping elsewhere, and a thousand made at random of the pieces that do.
    static let strings: [String] = {
        let pieces = [
            "<", ">", "&", "\"", "'", "</td>", "<script>", "</script>", "<!--", "-->", "]]>", "&amp;", "&lt", "&#39;",
            "\r", "\n", "\t", " ", "=", "`", "\u{0}", "\u{1}", "\u{85}", "\u{2028}", "\u{202E}", "é", "e\u{301}", "日本",
            "👩‍👩‍👧", "\u{FEFF}", "Rosa", "a", "onload=", "javascript:", "</textarea>", "</title>", "\u{1F600}",
        ]
        let random = RandomSource.seeded(20_120_809)
        return pieces
            + (0..<1000).map { _ in
                (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
            }
    }()

    /// NUL is the one character that HTML cannot hold.
    private func expected(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }
    }

    @Test("Any text comes back the same when the page is read, in an element, an attribute and a text box")
    func roundTrip() throws {
        for text in Self.strings {
            let page = try HTMLPage(
                div(.class(text), .dataLabel(text)) {
                    p { text }
                    textarea(.name(text)) { text }
                    pre { text }
                    option(.value(text), .selected()) { text }
                    title { text }
                }.render())
            let div = try #require(page.root.first("div"))
            let want = expected(text)
            for name in ["p", "textarea", "pre", "option", "title"] {
                #expect(
                    Array(div.first(name)?.text.unicodeScalars ?? .init()) == want,
                    "\(name) of \(text.debugDescription)")
            }
            for found in [
                div["class"], div["data-label"], div.first("textarea")?["name"], div.first("option")?["value"],
            ] {
                #expect(Array((found ?? "none").unicodeScalars) == want)
            }
        }
    }

    @Test("No text, wherever it is put, starts a tag or leaves its quotes")
    func nothingInjected() throws {
        for text in Self.strings {
            let bytes = p(.id(text), .href(text)) {
                text; Fragment { text }; em { text }
            }.render()
            let written = String(decoding: bytes, as: UTF8.self)
            #expect(!written.lowercased().contains("<script"))
            let page = try HTMLPage(bytes)
            #expect(page.root.all().map(\.name) == ["p", "em"])
            #expect(Set(page.root.all()[0].attributes.keys) == ["id", "href"])
        }
    }

    @Test(
        "A link never carries a scheme that could run a program",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "\u{1}javascript:x", "data:text/html,x", "vbscript:x", "blob:x", "javascript\t:x",
        ])
    func schemes(_ address: String) throws {
        let page = try HTMLPage(a(.href(address)) { "x" }.render())
        #expect(page.root.first("a")?["href"] == "#")
    }

    @Test(
        "A link within the site, or by http, https, mailto, tel or otpauth, is kept as it is",
        arguments: [
            "/cases/1?after=a:b", "#main", "?sort=name", "", "cases/1", "https://example.org/a?b=c:d",
            "mailto:a@example.org",
            "tel:+441924000000", "HTTP://example.org", "otpauth://totp/Throughline:ada?secret=GEZDGNBV&digits=6",
        ])
    func goodLinks(_ address: String) throws {
        let page = try HTMLPage(a(.href(address)) { "x" }.render())
        #expect(page.root.first("a")?["href"] == address)
    }
}
