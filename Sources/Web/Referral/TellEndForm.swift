import Casework
import Kernel
import Office
import Records

/// Tells somebody that the programme ended and why, or that what was recorded of its end was a mistake: the letter, word
/// for word, or that it was said.
struct TellEndForm: CaseForm {
    static let name = CaseFormName.tellEnd
    static let title = "Tell them of the end of the programme"
    static let button = "Record that they are told"
    static let said = Said.toldOfEnd
    static let checks = true

    private static let routes = ToldRoutes(email: nil)

    let letter: String
    let language: Language
    let wish: PrintWish

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (seen, visit) = (form.opened.seen, form.visit)
        let (language, wish) = (seen.language ?? .english, PrintWish(seen, tools: visit.office.tools))
        // Described for anybody, it is about nobody's record.
        if seen.id == SpecimenCase.id { return TellEndForm(letter: "", language: language, wish: wish) }
        let text = try await visit.office.database.read {
            [office = visit.office, writer = visit.actor, today = visit.today] connection in
            try office.endedText(of: seen, by: writer, on: today, in: connection)
        }
        guard let text else { throw TellOfEnd.nothing }
        return TellEndForm(letter: language.write { text.text }, language: language, wish: wish)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "No letter about it reached them by e-mail. The next page has a letter to print." }
            Self.routes.fields(in: state)
        }
    }

    func read(_ form: FormReader) throws -> TellOfEnd {
        let how = ToldOfHolder(Self.routes.read(form), text: letter)
        form.requireSame(letter: how.digest)
        return TellOfEnd(how)
    }

    func answers(_ command: TellOfEnd) -> [(String, String)] { [("How they are told", command.how.route.title)] }

    func preview(_ command: TellOfEnd) -> Fragment? {
        Fragment { LetterPreview(told: command.how, text: letter, language: language, wish: wish) }
    }

    func documents(_ command: TellOfEnd) -> [AttachedDocument] {
        // It holds words written for them, and goes with those and with their name.
        command.how.document(letter, .support)
    }
}
