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
    let sheet: String?
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
        let sheet = try await form.visit.office.database.read {
            [office = form.visit.office, seen = form.opened.seen] connection in
            try office.joiningSheet(told, of: seen, in: connection)
        }
        return DecideToJoinForm(programme: programme, told: told, sheet: sheet, from: from)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "They were told on \(told.event.recorded.day.written) what joining \(programme.title) changes. A yes counts from \(from.written)."
            }
            WhatJoiningChanges(programme: programme, told: told, sheet: sheet)
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

/// What joining means to everybody, and to this person: the sheet they were given, or what the programme says where none
/// was kept.
struct WhatJoiningChanges: Component {
    let programme: Programme
    let duties: Duties?
    /// The sheet they were given, word for word; nil where none is kept.
    let sheet: String?

    init(programme: Programme, told: Joining.Told, sheet: String? = nil) {
        self.programme = programme
        duties = told.terms.value?.duties.flatMap(programme.duties)
        self.sheet = sheet
    }

    @HTMLBuilder var body: some HTML {
        if let sheet {
            LetterText(text: sheet, language: NoticeText.language(of: sheet))
        } else {
            ul { ForEach(programme.joiningSaid) { line in li { told(line) } } }
            if let duties { p { strong { told(duties.says) } } }
        }
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
    func joinable() throws(Refusal) -> Programme {
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
