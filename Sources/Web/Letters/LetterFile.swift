import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// A letter as a file to keep and to print: in plain text, or in large print as a page that stands alone (K-039).
struct LetterFile: Sendable {
    let text: String
    let language: Language
    /// The name of the file, without its ending.
    let name: String
    let isLarge: Bool

    var response: Response {
        var headers = HTTPFields()
        headers[.contentType] = isLarge ? "text/html; charset=utf-8" : "text/plain; charset=utf-8"
        headers[.contentDisposition] = "attachment; filename=\"\(name).\(isLarge ? "html" : "txt")\""
        let bytes = isLarge ? LargeLetter(text: text, language: language).render() : Array(text.utf8)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Visit {
    /// Whether a file is asked for in large print.
    var asksForLargePrint: Bool { query(SiteURL.largePrint.0) == SiteURL.largePrint.1 }
}

/// A letter in large print, 18 points, as clear-print guidance asks (RNIB, 16 to 18 points).
private struct LargeLetter: HTML {
    let text: String
    let language: Language

    func write(to page: inout HTMLOutput) {
        page.markup("<!DOCTYPE html>\n")
        document.write(to: &page)
        page.markup("\n")
    }

    @HTMLBuilder private var document: some HTML {
        html(.lang(language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                // The first line of a letter is who writes it.
                title { text.laidLines.first?.text ?? "" }
                Self.style
            }
            body { LetterText(text: text, language: language) }
        }
    }

    private static let style = UnescapedMarkup(
        """
        <style>
        @page { size: A4; margin: 18mm 16mm; }
        body { margin: 2rem auto; max-width: 32em; padding: 0 1rem; color: #000; background: #fff; font: 18pt/1.5 sans-serif; }
        pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
        .fold { white-space: normal; }
        @media print { body { margin: 0; max-width: none; padding: 0; } }
        </style>
        """)
}

/// The ways to a letter that is kept as a file; what they asked for is first, and what somebody else makes of its plain
/// text is named.
struct LetterLinks: Component {
    let plain: SiteURL
    let large: SiteURL
    /// What it is about, for those who hear it.
    let about: String
    /// How they would have it; nil where the page does not say.
    var wish: PrintWish?

    var body: some HTML {
        let isLarge = wish?.isLarge ?? false
        if isLarge { link("Letter in large print", to: large) }
        link(wish?.made.map { "Plain text of the letter, to have made in \($0)" } ?? "Letter to print", to: plain)
        if !isLarge { link("Letter in large print", to: large) }
    }

    private func link(_ words: String, to url: SiteURL) -> LinkButton {
        LinkButton(words, to: url.address, about: about)
    }
}

/// Where the plain text of a letter is that was sent to somebody who asked for it in a form that somebody else makes
/// (K-039).
struct PlainTextToMake: Component {
    let wish: PrintWish
    let plain: SiteURL

    var body: some HTML {
        if let made = wish.made {
            p {
                "They asked for \(made): this is "
                Link("its plain text", to: plain.address)
                " to send to whoever makes it."
            }
        }
    }
}
