import Casework
import Kernel
import Office
import Records

/// What a letter to somebody about a session is written from: who writes, to whom, in what language, and how they would
/// have it printed.
struct SessionPaper: Sendable {
    private let head: LetterHead
    private let address: [String]
    private let hosts: [Identifier<Organisation>: String]
    let language: Language
    let wish: PrintWish

    /// - Refuses: when the reader does not see who the customer is.
    static func load(_ visit: Visit, to seen: SeenCase, about programme: String) async throws -> SessionPaper {
        SessionPaper(
            head: try await visit.letterHead(to: seen, about: programme),
            address: seen.identity?.address?.addressLines ?? [],
            hosts: try await visit.office.database.read { try OrganisationRegister.names(in: $0) },
            language: seen.language ?? .english, wish: PrintWish(seen, tools: visit.office.tools))
    }

    /// The exact text, for one way of telling; only a posted letter has the customer's address on it.
    func text(
        _ terms: SessionInvitation.Terms, at place: String, by route: ToldOfHolder.Route, isTakenBack: Bool = false
    ) -> String {
        let letter = SessionText(
            head, customerAddress: route == .post ? address : [], terms: terms,
            host: hosts[terms.host] ?? head.organisation, place: place, isTakenBack: isTakenBack)
        return language.write { letter.text }
    }
}

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

/// How somebody is told of a place at a session.
struct ToldRoutes: Sendable {
    let email: EmailOffer

    /// What a person can do themselves, and e-mail where it can reach the customer.
    private var routes: [ToldOfHolder.Route] {
        if case .to = email { ToldOfHolder.Route.allCases } else { [.post, .byHand, .spoken] }
    }

    /// The way that is chosen at first.
    var first: ToldOfHolder.Route { email.address == nil ? .post : .email }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios("route", label: "How are they told?", routes.map { Choice($0.rawValue, $0.title) }, in: state)
            email
        }
    }

    func read(_ form: FormReader) -> ToldOfHolder.Route {
        let chosen = form.choice("route", label: "How are they told?", of: routes.map(\.rawValue))
        return ToldOfHolder.Route(rawValue: chosen) ?? .spoken
    }
}

extension Visit {
    /// What a letter of the reader's to a customer begins and ends with.
    /// - Refuses: when the reader does not see who the customer is.
    func letterHead(to seen: SeenCase, about programme: String) async throws -> LetterHead {
        guard let identity = seen.identity else {
            throw Refusal(
                "notice.no-name", "You do not see this customer's name, so you cannot write to them. Ask their adviser."
            )
        }
        let organisation = actor.organisation
        let sender = try await office.database.read { try OrganisationRegister.find(organisation, in: $0) }
        return LetterHead(
            customer: identity.name, organisation: sender?.name ?? who.organisation, adviser: who.name,
            place: sender?.address.addressLines ?? [], phone: sender?.phone ?? "",
            programme: office.programmes[programme]?.titleInSentence ?? "the programme", sent: today)
    }
}
