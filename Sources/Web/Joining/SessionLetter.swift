import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// The letter about a place at an information session, in the language the customer reads, to be printed.
    func addSessionLetter(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.sessionLetter.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            return try await visit.sessionLetter().response
        }
    }
}

extension Visit {
    /// - Refuses: by whoever may not invite, a place that is not to come, and when the reader does not see who the
    ///   customer is.
    fileprivate func sessionLetter() async throws -> LetterFile {
        let opened = try await office.open(subject, as: actor, to: .inviteToSession)
        let id: Identifier<SessionInvitation> = try identifier("item")
        guard let invitation = opened.seen.joining?.invitations.first(where: { $0.id == id }), invitation.isOpen,
            invitation.terms.starts > now
        else {
            throw Refusal("session.not-invited", "This customer has no such place to come. Go back to their page.")
        }
        let terms = invitation.terms
        let paper = try await SessionPaper.load(self, to: opened.seen, about: terms.programme)
        let session = try await office.database.read { try InformationSessions.find(terms.session, in: $0) }
        guard let session else {
            throw Refusal("session.none", "There is no such session. Choose one of those to come.")
        }
        return LetterFile(
            text: paper.text(terms, at: session.place, by: .post), language: paper.language, name: "session-letter",
            isLarge: asksForLargePrint)
    }
}
