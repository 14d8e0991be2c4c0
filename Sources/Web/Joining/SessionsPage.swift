import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Information sessions and their registers.
    func addSessions(to router: Router<SiteContext>) {
        router.page(.sessions, self) { visit in try await SessionsPage.load(visit).page(FormState(), visit) }
        router.form(.sessions, self) { visit, fields in try await SessionsPage.load(visit).send(visit, fields) }
        router.page(.session, self) { visit in
            try await SessionPage.load(visit).page()
        }
        router.form(.session, self) { visit, fields in try await SessionPage.load(visit).send(fields) }
    }
}

/// The sessions to come, those held lately, and a form that puts one on.
struct SessionsPage {
    let coming: [ListedSession]
    let held: [ListedSession]
    let programmes: [Programme]
    /// Who can run one that is put on here; nil for whoever may put none on.
    let hosts: [Choice]?

    static func load(_ visit: Visit) async throws -> SessionsPage {
        let (coming, held) = try await visit.office.sessions(as: visit.actor)
        let mayHold = Powers.grant(.holdSession, to: visit.actor.role, as: .none) != nil
        let hosts = mayHold ? try await visit.office.hosts(as: visit.actor) : []
        return SessionsPage(
            coming: coming, held: held,
            programmes: visit.office.programmes.values.filter { $0.isJoinedByChoice && $0.runs.contains(visit.today) }
                .sorted { $0.title < $1.title },
            hosts: mayHold ? hosts.map { Choice($0.person.description, $0.name) } : nil)
    }

    func page(_ state: FormState, _ visit: Visit) -> Page {
        Page("Information sessions", section: SiteURL.sessions.address, failed: !state.errors.isEmpty, width: .wide) {
            p { "Where people hear what joining a programme means, before they choose. Nobody has to join." }
            Section("To come (\(coming.count))", id: "coming") {
                if coming.isEmpty {
                    EmptyState("No session is planned.", comes: "Those that are put on stand here.")
                } else {
                    table(coming, "Sessions to come, the soonest first", today: visit.today)
                }
            }
            if !held.isEmpty {
                Section("Held lately (\(held.count))", id: "held") {
                    p { "Record who came within \(InformationSession.recordWithin) days." }
                    table(held, "Sessions held lately, the latest first", today: visit.today)
                }
            }
            if let hosts, !programmes.isEmpty {
                Section("Put a session on", id: "hold") { entry(hosts, state, visit) }
            }
        }
    }

    private func table(_ sessions: [ListedSession], _ caption: String, today: CalendarDay) -> some HTML {
        DataTable(
            caption, rows: sessions, captionIsUnseen: true,
            columns: [
                Column("When", .heading) { one in
                    a(.href(SiteURL.session(one.session.id).address)) {
                        "\(WrittenDay.short(one.session.day)), \(WrittenMoment.clock(one.session.starts))"
                    }
                },
                Column("How") { one in one.session.format.title },
                Column("Programme") { one in
                    programmes.first { $0.id == one.session.programme }?.title ?? one.session.programme
                },
                Column("With") { one in "\(one.host), \(one.session.place)" },
                Column("Invited", .number) { one in "\(one.taken) of \(one.session.places)" },
            ])
    }

    private func entry(_ hosts: [Choice], _ state: FormState, _ visit: Visit) -> some HTML {
        PostForm(to: SiteURL.sessions.address, seal: visit.seal(keeping: state.fields), state: state) {
            Select("programme", label: "Programme", programmes.map { Choice($0.id, $0.title) }, in: state)
            Radios(
                "format", label: "How is it held?", inLine: true,
                SessionFormat.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("day", label: "Day", in: state)
            TextField("time", label: "Time", hint: "For example, 9:30 or 14:00", characters: 5, in: state)
            TextField("minutes", label: "Minutes", kind: .wholeNumber, characters: 3, in: state)
            TextField("place", label: "Where", hint: "The address; by telephone, who rings", in: state)
            TextField(
                "places", label: "Places", hint: "1, unless it is a group", kind: .wholeNumber, characters: 2, in: state
            )
            Select(
                "runner", label: "Who runs it?",
                hint: "They meet those who come, and are shown how to do so safely. You, if you choose nobody",
                optional: true, hosts, in: state)
            Buttons { SubmitButton("Put it on") }
        }
    }

    func send(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        do {
            let session = try FormReader.read(fields) { form in
                try InformationSession(
                    form, id: Identifier(form.command), host: visit.actor.organisation, programmes: programmes.map(\.id)
                )
            }
            try await visit.office.hold(session, as: visit.actor)
            return .done(.session(session.id), .sessionHeld)
        } catch let errors as FormErrors {
            return .again(page(FormState(fields, errors: errors), visit))
        } catch let refusal as Refusal where refusal.field != nil {
            return .again(page(FormState(fields).refused(refusal), visit))
        }
    }
}

extension InformationSession {
    /// A session as it is put on.
    /// - Parameter programmes: those that people join by choice.
    init(
        _ form: FormReader, id: Identifier<InformationSession>, host: Identifier<Organisation>, programmes: [String]
    ) throws {
        let programme = form.choice("programme", label: "Programme", of: programmes)
        let format = form.choice("format", label: "How is it held?", of: SessionFormat.self)
        let day = form.day("day", label: "Day")
        let time = form.parsed("time", label: "Time") { text throws(Refusal) in try ClockTime(text) }
        let minutes = form.wholeNumber("minutes", label: "Minutes", in: 5...480)
        let place = form.text("place", label: "Where", max: 200)
        let places = form.wholeNumber("places", label: "Places", in: 1...InformationSession.placesAtMost)
        let runner = form.optionalText("runner", label: "Who runs it?", max: 40)
        let clock = try form.need(time)
        try form.finish()
        try self.init(
            id: id, host: host, programme: programme, format: format,
            starts: Instant(london: day, hour: clock.hour, minute: clock.minute), minutes: minutes, place: place,
            places: places, runner: try runner.map { try Identifier($0) })
    }
}

/// One session with its register.
struct SessionPage {
    let found: SessionOnPage
    let programme: String
    let visit: Visit

    static func load(_ visit: Visit) async throws -> SessionPage {
        let found = try await visit.office.session(visit.identifier("item"), as: visit.actor)
        return SessionPage(
            found: found,
            programme: visit.office.programmes[found.listed.session.programme]?.title
                ?? found.listed.session.programme, visit: visit)
    }

    private var session: InformationSession { found.listed.session }

    /// Records who came, of whom the host reads nothing but a name; or calls the session off. What is refused is said on
    /// the same page, with what was typed.
    func send(_ fields: FormFields) async throws -> FormOutcome {
        do {
            return try await done(fields)
        } catch let errors as FormErrors {
            return .again(page(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where !refusal.isOfTheStore && !NotOpen.codes.contains(refusal.code) {
            return .again(page(FormState(fields).refused(refusal)))
        }
    }

    private func done(_ fields: FormFields) async throws -> FormOutcome {
        guard let invitation = fields["invitation"] else {
            try await visit.office.callOff(session.id, as: visit.actor)
            return .done(.sessions, .sessionCalledOff)
        }
        let place = try found.place(invitation)
        if fields["came"] == SessionMistake.choice {
            let field = SessionMistake.field(place)
            guard let why = try Words(typed: fields[field], field: field) else {
                throw Refusal("session.why", "Say what was wrong with what was recorded.", rule: "C02", field: field)
            }
            let command = try FormReader.read(fields) { form in form.command }
            try await visit.office.perform(
                WithdrawSessionRecord(invitation: place.invitation, why: why), on: place.subject, as: visit.actor,
                id: Identifier(command))
            return .done(.session(session.id), .withdrawn)
        }
        let (came, id) = try FormReader.read(fields) { form in
            (form.choice("came", label: "Came", of: ["yes", "no"]) == "yes", form.command)
        }
        try await visit.office.perform(
            RecordSession(invitation: place.invitation, came: came), on: place.subject, as: visit.actor,
            id: Identifier(id))
        return .done(.session(session.id), .sessionRecorded)
    }

    func page(_ state: FormState = FormState()) -> Page {
        Page(
            "\(WrittenDay.short(session.day)), \(WrittenMoment.clock(session.starts))",
            trail: [Link("Information sessions", to: SiteURL.sessions.address)], section: SiteURL.sessions.address,
            failed: !state.errors.isEmpty, width: .wide
        ) {
            if !state.errors.isEmpty, mistaken(state) == nil { ErrorSummary(state) }
            SummaryList {
                SummaryRow("Programme") { programme }
                SummaryRow("How") { "\(session.format.title), \(session.minutes) minutes" }
                SummaryRow("With") { "\(found.listed.host), \(session.place)" }
                if let runner = found.runner { SummaryRow("Run by") { runner } }
                SummaryRow("Places") { "\(found.listed.taken) of \(session.places) taken" }
                if let day = session.calledOff { SummaryRow("Called off") { WrittenDay(day) } }
            }
            if session.format == .group {
                p {
                    "Ask nobody in a group about their health, money or home. Whoever wants to talk of it is seen alone."
                }
            }
            SessionSafety(found: found)
            Section(found.isOwn ? "Who is invited" : "Your customers", id: "register") {
                if found.places.isEmpty {
                    EmptyState(
                        "Nobody is invited yet.", comes: "Jobcentres invite people from the customer's own page.")
                } else {
                    register(state)
                }
            }
            if found.isOwn, found.listed.taken == 0, session.calledOff == nil, visit.now < session.starts,
                Powers.grant(.holdSession, to: visit.actor.role, as: .none) != nil
            {
                PostForm(to: SiteURL.session(session.id).address, seal: visit.seal()) {
                    Buttons { SubmitButton("Call it off", .secondary) }
                }
            }
        }.listing(.register(isOwn: found.isOwn), for: visit.who)
    }

    /// The place whose record was to be withdrawn, where that was refused.
    private func mistaken(_ state: FormState) -> Identifier<SessionInvitation>? {
        guard state.fields["came"] == SessionMistake.choice else { return nil }
        return found.places.first { $0.invitation.description == state.fields["invitation"] && !$0.state.isOpen }?
            .invitation
    }

    private func register(_ state: FormState) -> some HTML {
        let mistaken = mistaken(state)
        return DataTable(
            "The register", rows: found.places, captionIsUnseen: true,
            columns: [
                Column("Who", .heading) { place in place.name ?? "Details erased" },
                Column("On what basis") { place in place.basis == .mandatory ? "Told to come" : "By choice" },
                Column("Came") { place in
                    switch place.state {
                    case .invited: "Not recorded"
                    case .cannotGo: StatusTag("Cannot go", .waiting)
                    case .attended: StatusTag("Came", .done)
                    case .missed: StatusTag("Did not come", .closed)
                    }
                },
                Column("Do it", .action) { [visit, session, found] place in
                    if place.state.isOpen, session.starts <= visit.now {
                        if found.mayRecord.contains(place.invitation) {
                            SessionButtons(place: place, visit: visit, session: session.id)
                        }
                    } else if place.state.isOpen, let name = place.name,
                        found.mayInvite.contains(place.invitation)
                    {
                        LetterLinks(
                            plain: .sessionLetter(place.subject, place.invitation),
                            large: .sessionLetter(place.subject, place.invitation, large: true), about: "to \(name)")
                    } else if !place.state.isOpen, found.isOwn, found.mayRecord.contains(place.invitation) {
                        SessionMistake(
                            place: place, visit: visit, session: session.id,
                            state: place.invitation == mistaken ? state : FormState())
                    }
                },
            ])
    }
}

/// How to meet those who come, for whoever runs the session. That there is a note shows to nobody else.
private struct SessionSafety: Component {
    let found: SessionOnPage

    var body: some HTML {
        let noted = found.places.filter { found.safety[$0.invitation] != nil }
        if !noted.isEmpty {
            NoticeBox(title: "When you meet them") {
                ForEach(noted) { place in
                    p { strong { place.name ?? "Details erased" } }
                    ForEach(found.safety[place.invitation] ?? []) { notice in
                        ul { ForEach(notice.terms.value?.asks ?? []) { ask in li { ask.title } } }
                        if let words = notice.terms.value?.words { p { words.text } }
                    }
                }
            }
        }
    }
}

/// What can be recorded of one place.
private struct SessionButtons: Component {
    let place: SessionPlaceRow
    let visit: Visit
    let session: Identifier<InformationSession>

    var body: some HTML {
        one("Came", "yes")
        one("Did not come", "no")
    }

    private func one(_ words: String, _ came: String) -> some HTML {
        PostForm(to: SiteURL.session(session).address, seal: visit.seal()) {
            input(.type(.hidden), .name("invitation"), .value(place.invitation.description))
            input(.type(.hidden), .name("came"), .value(came))
            button(.submits()) {
                words
                span(.class("unseen")) { " \(place.name ?? "this person")" }
            }
        }
    }
}
