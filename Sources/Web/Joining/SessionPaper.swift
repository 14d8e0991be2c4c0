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
