import Casework
import Kernel
import Office
import Records

/// Invites to a session, or requires it where the programme's table allows. The letter is shown before the place is
/// given, and kept as it goes.
struct InviteForm: CaseForm {
    static let name = CaseFormName.invite
    static let title = "Invite to an information session"
    static let button = "Give them this place"
    static let said = Said.invited
    static let checks = true
    /// The programme's id.
    static let hasItem = true

    /// What is answered by those who do not mind how they hear of it.
    private static let anyFormat = "any"
    private static let wishLabel = "How would they rather hear of it?"

    let programme: Programme
    let sessions: [OfferedSession]
    let held: HeldForClaim
    /// How they said before that they would rather hear of it, or be seen.
    let wished: SessionFormat?
    let wish: MeetingWish
    let paper: SessionPaper
    let routes: ToldRoutes

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let programme = try form.joinable()
        let now = form.visit.now
        let sessions = try await form.visit.office.database.read { connection in
            let names = try OrganisationRegister.names(in: connection)
            return try InformationSessions.coming(after: now, in: connection).filter { $0.programme == programme.id }
                .map { OfferedSession(session: $0, choice: try choice($0, names, in: connection)) }
        }
        return InviteForm(
            programme: programme, sessions: sessions, held: HeldForClaim(form, for: programme),
            wished: wished(form.opened.seen), wish: MeetingWish(form),
            paper: try await SessionPaper.load(form.visit, to: form.opened.seen, about: programme.id),
            routes: ToldRoutes(email: EmailOffer(form)))
    }

    /// What they said last: when they were invited before, or at a meeting.
    private static func wished(_ seen: SeenCase) -> SessionFormat? {
        let before = seen.joining?.invitations.last
        guard let said = seen.assessments?.groupWish, said.event.sequence > before?.made.sequence ?? 0 else {
            return before?.grounds.value?.wish
        }
        return said.format
    }

    private static func choice(
        _ session: InformationSession, _ names: [Identifier<Organisation>: String], in connection: any Connection
    ) throws -> Choice {
        let left = session.places - (try InformationSessions.taken(session.id, in: connection))
        return Choice(
            session.id.description,
            "\(WrittenDay.short(session.day)), \(WrittenMoment.clock(session.starts)), \(session.format.title.lowercased())",
            hint:
                "\(names[session.host] ?? "An organisation"), \(session.place). \(left == 0 ? "Full" : "\(left) left")")
    }

    var initial: FormFields {
        var typed = held.typed
        typed += [("required", "no"), ("route", routes.first.rawValue)]
        if let wished { typed.append(("wish", wished.rawValue)) }
        return FormFields(typed)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "For \(programme.title). They may choose how they would rather hear of it." }
            Radios(
                "wish", label: Self.wishLabel,
                SessionFormat.allCases.map { Choice($0.rawValue, $0.title) }
                    + [Choice(Self.anyFormat, "They do not mind")], in: state)
            if sessions.isEmpty {
                NoticeBox(.attention) { "No session is planned. Ask a provider to put one on." }
            }
            wish
            Radios("session", label: "Which session?", sessions.map(\.choice), in: state)
            TextArea(
                "why", label: "Why this one, if it is not held as they wish",
                hint: "Nobody is put in a group against their wish without a reason. They can read this", rows: 2,
                optional: true, in: state)
            routes.fields(in: state)
            Radios(
                "required", label: "Must they go?",
                [
                    Choice("no", "No, they are invited", hint: "Nothing follows from not going"),
                    Choice("yes", "Yes", hint: "Only where the programme’s table for their benefit says so"),
                ], in: state)
            Disclosure("If they must go", open: state.fields["required"] == "yes" || !state.errors.isEmpty) {
                ClaimFields(programme: programme, state: state, held: held, optional: true)
                Checkbox(
                    "considered", label: "I have considered whether going is right for them now",
                    hint: "Their health, their home and who they care for", in: state)
            }
        }
    }

    func read(_ form: FormReader) throws -> InviteToSession {
        let wish = form.choice(
            "wish", label: Self.wishLabel, of: SessionFormat.allCases.map(\.rawValue) + [Self.anyFormat])
        let chosen = form.choice("session", label: "Which session?", of: sessions.map { $0.choice.value })
        let why = form.optionalText(
            "why", label: "Why this one, if it is not held as they wish", max: 1000, lines: true)
        let route = routes.read(form)
        let required = form.choice("required", label: "Must they go?", of: ["no", "yes"]) == "yes"
        let benefit = form.optionalText("benefit", label: "Benefit", max: 40)
        let since = form.optionalDay("since", label: "First day of the claim")
        let circumstances = form.circumstances(of: programme)
        let considered = form.ticked("considered")
        if required, benefit == nil || since == nil {
            form.note(
                Refusal(
                    "session.claim", "To require it, give their benefit and its first day.", field: "benefit"))
        }
        try form.finish()
        let mandate =
            required
            ? benefit.flatMap { benefit in
                since.map {
                    InviteToSession.Mandate(
                        claim: ClaimAnswers(benefit: benefit, since: $0, circumstances: circumstances),
                        considered: considered)
                }
            } : nil
        let session = try Identifier<InformationSession>(chosen)
        let told = ToldOfHolder(route, text: text(session, isRequired: mandate != nil, by: route))
        form.requireSame(letter: told.digest)
        return InviteToSession(
            session: session, wish: SessionFormat(rawValue: wish), why: why.map { Words($0) }, told: told,
            mandate: mandate)
    }

    /// The letter about one of the sessions; empty where it is none of them.
    private func text(
        _ id: Identifier<InformationSession>, isRequired: Bool, by route: ToldOfHolder.Route
    ) -> String {
        guard let session = sessions.first(where: { $0.session.id == id })?.session else { return "" }
        let terms = SessionInvitation.Terms(session, basis: isRequired ? .mandatory : .voluntary)
        return paper.text(terms, at: session.place, by: route)
    }

    private func text(_ command: InviteToSession) -> String {
        text(command.session, isRequired: command.mandate != nil, by: command.told.route)
    }

    func answers(_ command: InviteToSession) -> [(String, String)] {
        [
            ("Programme", programme.title),
            ("Session", sessions.first { $0.session.id == command.session }?.choice.text ?? ""),
            ("They would rather hear of it", command.wish?.title ?? "They do not mind"),
            ("Must they go?", command.mandate == nil ? "No, they are invited" : "Yes"),
            ("How they are told", command.told.route.title),
        ]
    }

    func preview(_ command: InviteToSession) -> Fragment? {
        Fragment {
            LetterPreview(told: command.told, text: text(command), language: paper.language, wish: paper.wish)
        }
    }

    func documents(_ command: InviteToSession) -> [AttachedDocument] { command.told.document(text(command)) }
}

/// A session to come, and how it stands on the list to choose from.
struct OfferedSession: Sendable {
    let session: InformationSession
    let choice: Choice
}

/// Takes a place back, and tells them.
struct UninviteForm: CaseForm {
    static let name = CaseFormName.uninvite
    static let title = "Take the place back"
    static let button = "Take it back"
    static let said = Said.uninvited
    static let checks = true
    static let hasItem = true

    let invitation: SessionInvitation
    let paper: SessionPaper
    let routes: ToldRoutes

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let invitation = try form.invitation()
        return UninviteForm(
            invitation: invitation,
            paper: try await SessionPaper.load(
                form.visit, to: form.opened.seen, about: invitation.terms.programme),
            routes: ToldRoutes(email: EmailOffer(form)))
    }

    var initial: FormFields { FormFields(["route": routes.first.rawValue]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(invitation.line). Their own page says that it is taken back, until that day." }
            if let said = invitation.cannotGo {
                p { "They said on \(said.event.recorded.day.written) that they cannot go." }
            }
            routes.fields(in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawInvitation {
        let route = routes.read(form)
        let told = ToldOfHolder(route, text: text(route))
        form.requireSame(letter: told.digest)
        return WithdrawInvitation(invitation: invitation.id, told: told)
    }

    private func text(_ route: ToldOfHolder.Route) -> String {
        paper.text(invitation.terms, at: "", by: route, isTakenBack: true)
    }

    func answers(_ command: WithdrawInvitation) -> [(String, String)] {
        [("Session", invitation.line), ("How they are told", command.told.route.title)]
    }

    func preview(_ command: WithdrawInvitation) -> Fragment? {
        Fragment {
            LetterPreview(
                told: command.told, text: text(command.told.route), language: paper.language, wish: paper.wish)
        }
    }

    func documents(_ command: WithdrawInvitation) -> [AttachedDocument] {
        command.told.document(text(command.told.route))
    }
}
