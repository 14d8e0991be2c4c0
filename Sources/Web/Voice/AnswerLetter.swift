import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// The answer to something a customer asked, in the language they read, to be printed.
    func addAnswerLetter(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.answerLetter.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            return try await visit.answerLetter().response
        }
    }
}

extension OpenedCase {
    /// What was asked and answered under one reference, as far as the reader sees it; nil where nothing was.
    fileprivate func answered(_ item: String) -> AnswerText.Answered? {
        if let voice = seen.voices?.all.first(where: { $0.id.description == item }), voice.answer != nil {
            return .voice(voice)
        }
        return seen.rights?.all.first { $0.id.description == item && $0.hasLetter }.map { .request($0) }
    }
}

extension RightsRequest {
    /// Whether its answer can be given in a letter: of an erasure nobody is left to write to.
    var hasLetter: Bool {
        switch answer {
        case .released, .corrected, .refused: true
        case .erased, nil: false
        }
    }
}

extension Visit {
    /// - Refuses: what has no answer, or is not for this reader, and when the reader does not see who the customer is.
    fileprivate func answerLetter() async throws -> LetterFile {
        let opened = try await office.open(subject, as: actor)
        guard let answered = opened.answered(context.parameters.get("item") ?? ""), let event = answered.event else {
            throw Refusal("voice.none", "There is no answer to this here. Open it from the customer’s page.")
        }
        guard let identity = opened.seen.identity else {
            throw Refusal(
                "notice.no-name", "You do not see this customer's name, so you cannot write to them. Ask their adviser."
            )
        }
        let sender = try await office.database.read { try OrganisationRegister.find(event.by.organisation, in: $0) }
        let head = LetterHead(
            customer: identity.name, organisation: sender?.name ?? who.organisation,
            // What was given out at once is nobody's to sign.
            adviser: event.by.role == .system ? nil : opened.names.person(event.by.person),
            place: sender?.address.addressLines ?? [], phone: sender?.phone ?? "", programme: "", sent: today)
        let letter = AnswerText(
            head, customerAddress: identity.address?.addressLines ?? [], answered: answered)
        let language = opened.seen.language ?? .english
        return LetterFile(
            text: language.write { letter.text }, language: language, name: "answer", isLarge: asksForLargePrint)
    }
}

/// The ways to the letter with an answer, for whoever gives it to somebody who cannot read it on a page of their own.
struct AnswerLetterLinks: Component {
    let seen: SeenCase
    let item: String
    /// What it is about, for those who hear it.
    let about: String
    let wish: PrintWish

    var body: some HTML {
        if let access = seen.access, !access.isOpen {
            p { "They have no page of their own to read it on. Give them the letter." }
        }
        Buttons {
            LetterLinks(
                plain: .answerLetter(seen.id, item: item), large: .answerLetter(seen.id, item: item, large: true),
                about: about, wish: wish)
        }
    }
}
