import Casework
import Kernel
import Office
import Records

extension ToldOfHolder {
    /// How somebody is told with a letter of this text, which is kept unless it is only said.
    init(_ route: Route, text: String) {
        self.init(route: route, digest: route == .spoken ? nil : Documents.digest(of: Array(text.utf8)))
    }

    /// The letter as a document, to be kept and erased with the person's name, or with the words that it holds.
    func document(_ text: String, _ retention: RetentionClass = .identity) -> [AttachedDocument] {
        digest == nil ? [] : [AttachedDocument(Array(text.utf8), retention)]
    }
}

/// A letter as it will be printed, sent or said.
struct LetterPreview: Component {
    let told: ToldOfHolder
    let text: String
    let language: Language
    let wish: PrintWish

    var body: some HTML {
        h2 { told.route == .spoken ? "What to say" : "The letter, word for word" }
        if told.route == .post || told.route == .byHand {
            PrintedLetter(text: text, language: language, wish: wish)
        } else {
            LetterText(text: text, language: language)
        }
        SameLetter(digest: told.digest)
    }
}
