import Casework
import Kernel
import Office
import Records

extension CaseForms {
    /// How somebody comes to join a programme by choice.
    static let joining: [any CaseForm.Type] = [
        InviteForm.self, UninviteForm.self, SessionCameForm.self, SessionMissedForm.self, WithdrawSessionForm.self,
        TellOfJoiningForm.self, DecideToJoinForm.self,
    ]
}

/// What somebody's benefit is and what else counts, as a programme's rules ask.
struct ClaimFields: Component {
    let programme: Programme
    let state: FormState
    var held = HeldForClaim()
    var optional = false

    var body: some HTML {
        Select(
            "benefit", label: "Benefit", hint: held.benefitHint, optional: optional,
            programme.benefits.map { Choice($0.code, "\($0.title) (\($0.code))") }, in: state)
        DayField("since", label: "First day of the claim", .typed, optional: optional, in: state)
        CircumstanceFields(programme: programme, state: state, held: held)
    }
}

/// Invites to a session, or requires it where the programme's table allows.
struct InviteForm: CaseForm {
    static let name = CaseFormName.invite
    static let title = "Invite to an information session"
    static let button = "Give them this place"
    static let said = Said.invited
    /// The programme's id.
    static let hasItem = true

    let programme: Programme
    let sessions: [Choice]
    let held: HeldForClaim
    var initial: FormFields { FormFields(held.typed + [("required", "no")]) }
    let wish: MeetingWish

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let programme = try form.joinable()
        let now = form.visit.now
        let sessions = try await form.visit.office.database.read { connection in
            let names = try OrganisationRegister.names(in: connection)
            return try InformationSessions.coming(after: now, in: connection).filter { $0.programme == programme.id }
                .map {
                    let left = $0.places - (try InformationSessions.taken($0.id, in: connection))
                    return Choice(
                        $0.id.description,
                        "\(WrittenDay.short($0.day)), \(WrittenMoment.clock($0.starts)), \($0.format.title.lowercased())",
                        hint:
                            "\(names[$0.host] ?? "An organisation"), \($0.place). \(left == 0 ? "Full" : "\(left) left")"
                    )
                }
        }
        return InviteForm(
            programme: programme, sessions: sessions, held: HeldForClaim(form, for: programme), wish: MeetingWish(form))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "For \(programme.title). They may choose how they would rather hear of it: in a group, one to one or by telephone."
            }
            wish
            if sessions.isEmpty {
                NoticeBox(.attention) { "No session is planned. Ask a provider to put one on." }
            }
            Radios("session", label: "Which session?", sessions, in: state)
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
                Checkbox(
                    "in-writing", label: "They are told in writing that they must go, and what can follow", in: state)
            }
        }
    }

    func read(_ form: FormReader) throws -> InviteToSession {
        let session = form.choice("session", label: "Which session?", of: sessions.map(\.value))
        let required = form.choice("required", label: "Must they go?", of: ["no", "yes"]) == "yes"
        let benefit = form.optionalText("benefit", label: "Benefit", max: 40)
        let since = form.optionalDay("since", label: "First day of the claim")
        let circumstances = form.circumstances(of: programme)
        let (considered, inWriting) = (form.ticked("considered"), form.ticked("in-writing"))
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
                        considered: considered, inWriting: inWriting)
                }
            } : nil
        return InviteToSession(session: try Identifier(session), mandate: mandate)
    }
}

/// Takes a place back.
struct UninviteForm: CaseForm {
    static let name = CaseFormName.uninvite
    static let title = "Take the place back"
    static let button = "Take it back"
    static let said = Said.uninvited
    static let hasItem = true

    let invitation: SessionInvitation

    static func load(_ form: CaseFormVisit) async throws -> Self { UninviteForm(invitation: try form.invitation()) }
    func fields(in state: FormState) -> Fragment { Fragment { p { "\(invitation.line). Tell them first." } } }
    func read(_ form: FormReader) throws -> WithdrawInvitation { WithdrawInvitation(invitation: invitation.id) }
}

/// Records that somebody came.
struct SessionCameForm: CaseForm {
    static let name = CaseFormName.sessionCame
    static let title = "They came to the session"
    static let button = "Record that they came"
    static let said = Said.sessionRecorded
    static let hasItem = true

    let invitation: SessionInvitation

    static func load(_ form: CaseFormVisit) async throws -> Self { SessionCameForm(invitation: try form.invitation()) }
    func fields(in state: FormState) -> Fragment {
        Fragment { p { "\(invitation.line). They came, and heard what joining means." } }
    }
    func read(_ form: FormReader) throws -> RecordSession { RecordSession(invitation: invitation.id, came: true) }
}

/// Records that somebody did not come. Nothing follows by itself.
struct SessionMissedForm: CaseForm {
    static let name = CaseFormName.sessionMissed
    static let title = "They did not come to the session"
    static let button = "Record that they did not come"
    static let said = Said.sessionRecorded
    static let hasItem = true

    let invitation: SessionInvitation

    static func load(_ form: CaseFormVisit) async throws -> Self {
        SessionMissedForm(invitation: try form.invitation())
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Nothing follows by itself. Whoever invited them talks to them first." }
            TextArea("words", label: "What they said, if they did", optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> RecordSession {
        RecordSession(
            invitation: invitation.id, came: false, words: try form.words(label: "What they said, if they did"))
    }
}

/// Says what joining changes for somebody, before they are asked.
struct TellOfJoiningForm: CaseForm {
    static let name = CaseFormName.tellOfJoining
    static let title = "What joining changes"
    static let button = "Record that they are told"
    static let said = Said.joiningTold
    static let checks = true
    /// The programme's id.
    static let hasItem = true

    let programme: Programme
    let born: CalendarDay
    let today: CalendarDay
    let held: HeldForClaim
    var initial: FormFields { FormFields(held.typed) }

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let programme = try form.joinable()
        guard let identity = form.opened.seen.identity else {
            throw Refusal("customer.erased", "This person's details have been erased, so nothing can be judged.")
        }
        return TellOfJoiningForm(
            programme: programme, born: identity.born, today: form.visit.today,
            held: HeldForClaim(form, for: programme))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "For \(programme.title). What is to be said depends on these answers; it is shown next." }
            ClaimFields(programme: programme, state: state, held: held)
            Checkbox("in-writing", label: "They have the same in writing, to take home", in: state)
        }
    }

    func read(_ form: FormReader) throws -> TellOfJoining {
        let command = TellOfJoining(
            programme: programme.id,
            claim: ClaimAnswers(
                benefit: form.text("benefit", label: "Benefit", max: 40),
                since: form.day("since", label: "First day of the claim"),
                circumstances: form.circumstances(of: programme)), inWriting: form.ticked("in-writing"))
        try form.finish()
        try facts(command).check(against: programme, on: today)
        return command
    }

    private func facts(_ command: TellOfJoining) throws(Refusal) -> ClaimFacts {
        try ClaimFacts(
            born: born, benefit: command.claim.benefit, since: command.claim.since,
            nation: programme.nations.first ?? .england, coded: command.claim.circumstances)
    }

    private func match(_ command: TellOfJoining) -> EligibilityFinding.Match? {
        (try? facts(command)).flatMap { Eligibility.assess($0, on: today, programme: programme).match }
    }

    func answers(_ command: TellOfJoining) -> [(String, String)] {
        [
            ("Programme", programme.title),
            ("Benefit", programme.benefit(command.claim.benefit)?.title ?? command.claim.benefit),
            ("First day of the claim", command.claim.since.written),
            ("Given in writing", command.inWriting ? "Yes" : "No"),
        ]
    }

    func preview(_ command: TellOfJoining) -> Fragment? {
        match(command).map { match in
            Fragment {
                h2 { "Say this, word for word" }
                WhatJoiningChanges(joining: match.joining, duties: match.duties)
                if let row = match.participation {
                    p(.class("hint")) { "By row \(row.id) of the programme’s table: \(row.title)." }
                }
            }
        }
    }

    func maySend(_ command: TellOfJoining) -> Bool { match(command)?.basis == .voluntary }
}

/// Records what somebody decides.
struct DecideToJoinForm: CaseForm {
    static let name = CaseFormName.decideToJoin
    static let title = "What they decide about joining"
    static let button = "Record what they decide"
    static let said = Said.joiningDecided
    /// The programme's id.
    static let hasItem = true

    let programme: Programme
    let told: Joining.Told
    let from: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let programme = try form.joinable()
        guard let joining = form.opened.seen.joining, let told = joining.told(of: programme.id),
            let from = joining.joinsFrom(programme, nation: programme.nations.first ?? .england)
        else {
            throw Refusal(
                "joining.untold", "First tell them what joining changes for them, and record that you did.", rule: "C02"
            )
        }
        return DecideToJoinForm(programme: programme, told: told, from: from)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They were told on \(told.event.recorded.day.written) what joining \(programme.title) changes. A yes counts from \(from.written)."
            }
            WhatJoiningChanges(programme: programme, told: told)
            Radios(
                "answer", label: "What do they decide?",
                [
                    Choice("joins", "They join"),
                    Choice("declines", "They do not join", hint: "Nothing follows. They may change their mind"),
                    Choice("undecided", "They want more time"),
                ], in: state)
            Checkbox("signed", label: "They have signed that they understand what changes", in: state)
            TextArea("words", label: "Why, if they choose to say", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> DecideToJoin {
        DecideToJoin(
            programme: programme.id, answer: form.choice("answer", label: "What do they decide?"),
            signed: form.ticked("signed"), words: try form.words(label: "Why, if they choose to say"))
    }
}

/// What joining means to everybody, and to this person.
struct WhatJoiningChanges: Component {
    let joining: [String]
    let duties: Duties?

    init(joining: [String], duties: Duties?) {
        self.joining = joining
        self.duties = duties
    }

    init(programme: Programme, told: Joining.Told) {
        self.init(joining: programme.joining, duties: told.terms.value?.duties.flatMap(programme.duties))
    }

    var body: some HTML {
        ul { ForEach(joining) { line in li { told(Self.withoutSource(line)) } } }
        if let duties { p { strong { told(duties.says) } } }
    }

    /// A line as it is said: without the row it comes from, which stands at its end as `(D-043).`
    private static func withoutSource(_ line: String) -> String {
        guard line.hasSuffix(")."), let opening = line.lastIndex(of: "(") else { return line }
        let inside = line[opening...].dropFirst().dropLast(2)
        let isCode =
            inside.first?.isUppercase == true && inside.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
        return isCode ? String(line[..<opening]).trimmed + "." : line
    }
}

extension SessionInvitation {
    /// `Thu 30 Aug 2012 at 9:30am, in a group`
    var line: String {
        "\(WrittenDay.short(day)) at \(WrittenMoment.clock(terms.starts)), \(terms.format.title.lowercased())"
    }
}

extension CaseFormVisit {
    /// The programme that the address names, where people join it by choice.
    fileprivate func joinable() throws(Refusal) -> Programme {
        guard let programme = visit.office.programmes[item ?? ""], programme.isJoinedByChoice else {
            throw Refusal(
                "programme.unknown",
                "Nobody joins such a programme by choice here. Choose one from the customer's page.")
        }
        return programme
    }

    /// The place that the address names.
    /// - Parameter open: whether a form about it makes sense only while nothing has come of it; or else only once it is
    ///   recorded whether they came. What is sent is let through all the same.
    func invitation(open: Bool = true) throws -> SessionInvitation {
        let id: Identifier<SessionInvitation> = try item()
        guard let found = opened.seen.joining?.invitations.first(where: { $0.id == id }),
            isSent || (open ? found.isOpen : found.attendance != nil)
        else {
            throw Refusal("session.not-invited", "This customer has no such place. Go back to their page.")
        }
        return found
    }
}
