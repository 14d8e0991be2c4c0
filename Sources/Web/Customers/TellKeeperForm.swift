import Casework
import Kernel
import Office
import Records

/// Tells somebody who keeps their record now: the letter, word for word, or that it was said.
struct TellKeeperForm: CaseForm {
    static let name = CaseFormName.tellKeeper
    static let title = "Tell them who keeps their record"
    static let button = "Record that they are told"
    static let said = Said.toldOfKeeper
    static let checks = true

    private static let routes = ToldRoutes(email: nil)

    let letter: String
    let language: Language
    let wish: PrintWish

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (seen, visit) = (form.opened.seen, form.visit)
        let (language, wish) = (seen.language ?? .english, PrintWish(seen, tools: visit.office.tools))
        // Described for anybody, it is about nobody's record.
        if seen.id == SpecimenCase.id { return TellKeeperForm(letter: "", language: language, wish: wish) }
        let text = try await visit.office.database.read {
            [office = visit.office, organisation = visit.actor.organisation, today = visit.today] connection in
            try office.keeperText(of: seen, by: organisation, on: today, in: connection)
        }
        guard let text else {
            throw Refusal(
                "keeper.not-taken-up", "You did not take up this record, so there is nothing of that to tell them.")
        }
        return TellKeeperForm(letter: language.write { text.text }, language: language, wish: wish)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They have no page of their own where they would read it, and no letter reached them by e-mail. The next page has a letter to print."
            }
            Self.routes.fields(in: state)
        }
    }

    func read(_ form: FormReader) throws -> TellOfKeeper {
        let how = ToldOfHolder(Self.routes.read(form), text: letter)
        form.requireSame(letter: how.digest)
        return TellOfKeeper(how)
    }

    func answers(_ command: TellOfKeeper) -> [(String, String)] { [("How they are told", command.how.route.title)] }

    func preview(_ command: TellOfKeeper) -> Fragment? {
        Fragment { LetterPreview(told: command.how, text: letter, language: language, wish: wish) }
    }

    func documents(_ command: TellOfKeeper) -> [AttachedDocument] { command.how.document(letter) }
}
