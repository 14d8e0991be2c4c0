import Casework
import Kernel

/// Something for a customer that is printed from a page of staff's: at the size of the page, or in large print (K-039).
///
/// The choice is a box that the style sheet reads. So it stands on a page that answers a form as on any other, needs no
/// script and sends nothing. What they asked for is chosen at first, and what somebody else has to make is named. Nothing
/// else of the page is printed.
struct Printed<Content: HTML>: Component {
    private let wish: PrintWish
    private let toMake: String
    private let content: Content

    /// - Parameter toMake: what to do where they asked for what somebody else makes.
    init(
        _ wish: PrintWish, toMake: String = "This is its plain text, to send to whoever makes it.",
        @HTMLBuilder content: () -> Content
    ) {
        self.wish = wish
        self.toMake = toMake
        self.content = content()
    }

    var body: some HTML {
        div(.class("printed")) {
            if let made = wish.made, let day = wish.said {
                div(.class("screen")) {
                    NoticeBox(.attention, "They asked for \(made) on \(day.written). \(toMake)")
                }
            }
            div(.class("choices screen")) {
                div {
                    input(.id("large-print"), .type(.checkbox), .checked(wish.isLarge))
                    label(.for("large-print")) { "Print it large" }
                    if wish.isLarge, let day = wish.said {
                        p(.class("hint")) { "They asked for letters in large print on \(day.written)." }
                    }
                }
            }
            content
        }
    }
}

/// A letter or a notice, word for word, to be printed.
struct PrintedLetter: Component {
    let text: String
    let language: Language
    let wish: PrintWish

    var body: some HTML { Printed(wish) { LetterText(text: text, language: language) } }
}

/// The words of a letter. Its lines end where they do in plain text; in large print a sentence runs on.
struct LetterText: Component {
    let text: String
    let language: Language

    var body: some HTML {
        let lines = text.laidLines
        pre(.class("letter"), .lang(language.rawValue)) {
            for (place, line) in lines.enumerated() {
                line.text
                if line.goesOn {
                    span(.class("fold")) { "\n" }
                } else if place + 1 < lines.count {
                    "\n"
                }
            }
        }
    }
}
