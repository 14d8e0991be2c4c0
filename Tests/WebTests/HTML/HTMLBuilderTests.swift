import Kernel
import Testing
import Web

@Suite("The HTML builder")
struct HTMLBuilderTests {
    private func written(_ html: some HTML) -> String { String(decoding: html.render(), as: UTF8.self) }

    @Test("A page is written as statements, in the order they stand")
    func statements() {
        let rows = ["Rosa", "Tom & Jo"]
        let seen: Int? = 3
        let missing: String? = nil
        let page = table(.class("cases")) {
            caption { "Customers" }
            for row in rows {
                tr {
                    td { row }
                    if row.count > 4 { td { "long" } } else { td { row.count } }
                }
            }
            if let seen { tr { td { seen } } }
            missing
            ForEach(0..<2) { number in col(.class("c\(number)")) }
        }
        #expect(
            written(page)
                == #"<table class="cases"><caption>Customers</caption><tr><td>Rosa</td><td>4</td></tr>"#
                + #"<tr><td>Tom &amp; Jo</td><td>long</td></tr><tr><td>3</td></tr><col class="c0"><col class="c1"></table>"#
        )
    }

    @Test("A void element has no closing tag and a boolean attribute no value")
    func voidAndFlags() {
        #expect(
            written(input(.type(.checkbox), .name("agree"), .checked(), .disabled(false), .value(nil)))
                == #"<input type="checkbox" name="agree" checked>"#)
        #expect(
            written(
                p {
                    "a"; br(); "b"
                }) == "<p>a<br>b</p>")
    }

    @Test("An attribute whose value is missing is left out")
    func missingAttributes() {
        #expect(written(a(.class(nil), .href("/"), .ariaCurrent(nil)) { "x" }) == #"<a href="/">x</a>"#)
    }

    @Test("Numbers, money and fragments write themselves")
    func values() {
        let part = Fragment { em { "<" } }
        #expect(
            written(
                p {
                    -12; " "; 7; " "; Money(pence: 120_050); part
                }) == "<p>-12 7 £1,200.50<em>&lt;</em></p>")
    }

    @Test("A page longer than the room made for it is written whole")
    func growth() {
        let long = String(repeating: "abc<", count: 10_000)
        #expect(ul { for _ in 0..<3 { li { long } } }.render(capacity: 1).count == 9 + 3 * (9 + 10_000 * 7))
    }

    @Test("Markup stands as it is only through UnescapedMarkup")
    func unescaped() {
        #expect(
            written(
                p {
                    UnescapedMarkup("<b>x</b>"); "<b>"
                }) == "<p><b>x</b>&lt;b&gt;</p>")
    }
}
