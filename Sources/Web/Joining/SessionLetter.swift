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
        guard let identity = opened.seen.identity else {
            throw Refusal(
                "notice.no-name", "You do not see this customer's name, so you cannot write to them. Ask their adviser."
            )
        }
        let terms = invitation.terms
        let sender = actor.organisation
        let found = try await office.database.read { connection in
            (
                sender: try OrganisationRegister.find(sender, in: connection),
                host: try OrganisationRegister.find(terms.host, in: connection),
                session: try InformationSessions.find(terms.session, in: connection)
            )
        }
        guard let session = found.session else {
            throw Refusal("session.none", "There is no such session. Choose one of those to come.")
        }
        let head = LetterHead(
            customer: identity.name, organisation: found.sender?.name ?? who.organisation, adviser: who.name,
            place: found.sender?.address.addressLines ?? [], phone: found.sender?.phone ?? "",
            programme: office.programmes[terms.programme]?.titleInSentence ?? "the programme", sent: today)
        let letter = SessionText(
            head, customerAddress: identity.address?.addressLines ?? [], terms: terms,
            host: found.host?.name ?? who.organisation, place: session.place)
        let language = opened.seen.language ?? .english
        return LetterFile(
            text: language.write { letter.text }, language: language, name: "session-letter",
            isLarge: asksForLargePrint)
    }
}
