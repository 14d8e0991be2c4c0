import Kernel
import Testing

@testable import Casework

@Suite("Joining by choice")
struct JoiningTests {
    private static let programme: Programme = {
        var programme = Programme.madeUp
        programme.circumstances.append(
            CircumstanceKind(
                code: "carer", title: "cares for somebody", asks: "Do they care for somebody?", answer: .yes))
        programme.duties.append(
            Duties(
                id: "joined", title: "Joined", says: "Then come.", doubtedFor: [.notAttending],
                needs: [.signedUnderstanding], source: "test"))
        programme.participation = [
            ParticipationRow(
                id: "D-017", title: "Carers", when: [.has("carer")], session: .voluntary, afterJoining: .voluntary,
                duties: "take-part", source: "test"),
            ParticipationRow(
                id: "D-015", title: "Others", when: [.lacks("carer")], session: .mandatory, afterJoining: .mandatory,
                duties: "joined", source: "test"),
        ]
        programme.limits[.thinkBeforeJoining] = Dated(
            always: Figure(TimeLimit(2, .workingDays), .ours, source: "test"))
        return programme
    }()

    private static let host = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x61), organisation: Story.rival, role: .providerManager)

    private func session(
        _ starts: String = "2012-06-11", format: SessionFormat = .group, places: Int = 2,
        calledOff: CalendarDay? = nil
    ) throws -> InformationSession {
        try InformationSession(
            id: Identifier(high: 0x7000, low: 1 << 63 | 0x62), host: Story.rival, programme: "made-up",
            format: format, starts: Instant(london: day(starts), hour: 10, minute: 0), minutes: 60,
            place: "2 High Street", places: places, calledOff: calledOff)
    }

    private func claim(carer: Bool = false, byChoice: Bool = true) -> ClaimAnswers {
        ClaimAnswers(
            benefit: "JSA", since: day("2011-06-01"),
            circumstances: (byChoice ? ["by-choice"] : []) + (carer ? ["carer"] : []))
    }

    private func invite(
        _ session: InformationSession, claim: ClaimAnswers? = nil, considered: Bool = true, inWriting: Bool = true
    ) -> InviteToSession {
        InviteToSession(
            session: session.id, told: inWriting ? Self.byHand : Self.spoken,
            mandate: claim.map { .init(claim: $0, considered: considered) })
    }

    private static let digest = String(repeating: "a", count: 64)
    private static let byHand = ToldOfHolder(route: .byHand, digest: digest)
    private static let spoken = ToldOfHolder(route: .spoken)

    private func story() throws -> Story {
        var story = try Story.interviewed()
        story.programme = Self.programme
        return story
    }

    /// Invited on 29 May 2012 to a session on 11 June.
    private func invited(_ format: SessionFormat = .group) throws -> (Story, Identifier<SessionInvitation>) {
        var story = try story()
        let session = try session(format: format, places: format == .group ? 2 : 1)
        story.surroundings.session = (session, 0)
        try story.perform(invite(session), by: Story.jane)
        return (story, try #require(story.file.joining.invitations.first).id)
    }

    @Test("There is a group, one to one and by telephone, with as many places as make sense (C02)")
    func formats() throws {
        #expect(try session(format: .oneToOne, places: 1).format.title == "One to one")
        #expect(throws: Refusal.self) { try session(format: .telephone, places: 2) }
        #expect(throws: Refusal.self) { try session(places: 0) }
        #expect(throws: Refusal.self) { try session(places: 41) }
    }

    @Test("Anybody may be invited while there is a place, once at a time (C02)")
    func invites() throws {
        var story = try story()
        func refused(_ session: InformationSession, taken: Int = 0) -> String? {
            story.surroundings.session = (session, taken)
            return story.refused(invite(session), by: Story.jane)
        }
        let coming = try session()
        #expect(story.refused(invite(coming), by: Story.jane) == "session.none")
        #expect(refused(coming, taken: 2) == "session.full")
        #expect(try refused(session("2012-05-28")) == "session.over")
        #expect(try refused(session(calledOff: day("2012-05-28"))) == "session.over")
        #expect(refused(coming, taken: 1) == nil)
        try story.perform(invite(coming), by: Story.jane)
        #expect(refused(coming) == "session.twice")
        let place = try #require(story.file.joining.invitations.first)
        #expect(place.terms.basis == .voluntary)
        try story.perform(WithdrawInvitation(invitation: place.id, told: Self.spoken), by: Story.jane)
        #expect(
            story.refused(WithdrawInvitation(invitation: place.id, told: Self.spoken), by: Story.jane)
                == "session.ended")
        #expect(refused(coming) == nil)
    }

    @Test("Only the row of the table lets anybody be told to go, considered and in writing (D-015, D-017)")
    func mandated() throws {
        var story = try story()
        let session = try session()
        func refused(_ command: InviteToSession) -> String? {
            story.surroundings.session = (session, 0)
            return story.refused(command, by: Story.jane)
        }
        #expect(refused(invite(session, claim: claim(carer: true))) == "session.encouraged")
        #expect(refused(invite(session, claim: claim(), considered: false)) == "session.considered")
        #expect(refused(invite(session, claim: claim(), inWriting: false)) == "session.in-writing")
        #expect(refused(invite(session, claim: claim())) == nil)
        story.surroundings.session = (session, 0)
        try story.perform(invite(session, claim: claim()), by: Story.jane)
        let terms = try #require(story.file.joining.invitations.first?.terms)
        #expect(terms.basis == .mandatory && terms.considered == true && terms.inWriting == true)
        #expect(try SessionInvitation.Terms(terms.json) == terms)
        // Which row it was tells of health and home: it is sealed.
        #expect(story.events.allSatisfy { !$0.fact.clear.text.contains("D-015") })
        var nobody = Self.programme
        nobody.participation = []
        story = try self.story()
        story.programme = nobody
        #expect(refused(invite(session, claim: claim())) == "session.encouraged", "No row requires nothing")
    }

    @Test("Nobody recorded as a full-time carer is told to go because the answers left it out (C14, D-015, D-017)")
    func mandatedAgainstTheRecord() throws {
        var programme = Self.programme
        programme.circumstances.append(
            CircumstanceKind(
                code: "full-time-carer", title: "full-time carer", asks: "Full time?", answer: .yes,
                held: HeldAnswer(
                    kind: .caring, answers: ["adult": .yes], hours: Figure(35, .ours, source: "a test"))))
        programme.participation = [
            ParticipationRow(
                id: "D-017", title: "Carers", when: [.has("full-time-carer")], session: .voluntary,
                afterJoining: .voluntary, duties: "take-part", source: "test"),
            ParticipationRow(
                id: "D-015", title: "Others", when: [.lacks("full-time-carer")], session: .mandatory,
                afterJoining: .mandatory, duties: "joined", source: "test"),
        ]
        var story = try story()
        story.programme = programme
        let session = try session()
        let customer = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        func told(_ hours: Int, _ from: String) -> ReportChange {
            ReportChange(
                .caring, ChangeDetail(code: "adult", hours: hours), from: day(from), source: .customer, route: .online)
        }
        func refused() -> Refusal? {
            story.surroundings.session = (session, 0)
            let command = invite(session, claim: claim())
            return refusal { _ = try command.decide(on: story.file, in: story.context(Story.jane)) }
        }
        try story.perform(told(40, "2012-05-01"), by: customer)
        #expect(refused() == nil, "What is not opened to the adviser is not told them by a refusal")
        let terms = ConsentTerms(recipient: Story.jobcentre, categories: [.household], purpose: "support")
        story.record(
            [
                .sharing(
                    .consented(Identifier(high: 3, low: 1), terms, until: day("2013-05-27"), .signed, request: nil))
            ], by: customer)
        #expect(refused()?.code == "session.recorded" && refused()?.rule == "D-017")
        try story.perform(told(20, "2012-05-20"), by: customer)
        #expect(refused() == nil)
    }

    @Test("The host reads a name, records who came, and a fortnight later has no tie any more (C02)")
    func host() throws {
        var (story, place) = try invited()
        func relation() -> Relation { story.file.relation(of: Self.host, on: story.now.day) }
        #expect(relation() == .host)
        let seen = story.file.sight(of: Self.host, as: .host, matrix: .test, on: story.now.day).see(story.file)
        #expect(seen.identity?.name == "Rosa Parr" && seen.identity?.phone == nil)
        #expect(seen.joining == nil && seen.interview == nil && seen.circumstances == nil)
        #expect(story.file.viewers(matrix: .test, on: story.now.day).contains { $0.relation == .host })
        let came = RecordSession(invitation: place, came: true)
        #expect(story.refused(came, by: Self.host) == "session.to-come")
        story.at("2012-06-11", 11)
        #expect(story.refused(came, by: Story.manager) == "session.not-yours")
        #expect(story.refused(came, by: Story.jane) == nil, "The jobcentre too may record it")
        try story.perform(came, by: Self.host)
        #expect(story.file.joining.invitations.first?.hasAttended == true)
        #expect(story.refused(came, by: Self.host) == "session.ended")
        story.at("2012-06-25")
        #expect(relation() == .host)
        story.at("2012-06-26")
        #expect(relation() == .none)
        (story, place) = try invited(.telephone)
        try story.perform(WithdrawInvitation(invitation: place, told: Self.spoken), by: Story.jane)
        #expect(relation() == .none)
    }

    @Test("What was recorded by mistake is withdrawn by whoever may record it, with a reason, and recorded anew (C02)")
    func corrected() throws {
        var (story, place) = try invited()
        let withdraw = WithdrawSessionRecord(invitation: place, why: Words("It was another Rosa."))
        story.at("2012-06-11", 11)
        #expect(story.refused(withdraw, by: Self.host) == "session.no-record")
        try story.perform(RecordSession(invitation: place, came: true), by: Self.host)
        let recorded = try #require(story.file.joining.invitations.first?.attendance).id
        #expect(story.refused(withdraw, by: Story.manager) == "session.not-yours")
        #expect(story.refused(withdraw, by: Story.jane) == nil, "The jobcentre too may correct it")
        try story.perform(withdraw, by: Self.host)
        #expect(story.events.last?.fact == .joining(.outcomeWithdrawn(place, recorded, .open(withdraw.why))))
        #expect(story.file.joining.invitations.first?.isOpen == true)
        #expect(story.refused(withdraw, by: Self.host) == "session.no-record")
        try story.perform(RecordSession(invitation: place, came: false), by: Self.host)
        #expect(story.file.joining.invitations.first?.hasAttended == false)
        // With another place to come, the first cannot be open as well.
        story.surroundings.session = (try session("2012-06-18"), 0)
        try story.perform(invite(try session("2012-06-18")), by: Story.jane)
        #expect(story.refused(withdraw, by: Story.jane) == "session.twice")
    }

    @Test("A session that is held otherwise than they wish needs a reason; the wish is sealed and kept (G-037, G-124)")
    func wishes() throws {
        var story = try story()
        let group = try session()
        func invite(_ wish: SessionFormat?, why: String? = nil) -> InviteToSession {
            InviteToSession(session: group.id, wish: wish, why: why.map { Words($0) }, told: Self.byHand)
        }
        story.surroundings.session = (group, 0)
        #expect(story.refused(invite(.oneToOne), by: Story.jane) == "session.wish")
        #expect(story.refused(invite(.telephone), by: Story.jane) == "session.wish")
        #expect(story.refused(invite(.group), by: Story.jane) == nil)
        #expect(story.refused(invite(nil), by: Story.jane) == nil)
        try story.perform(invite(.oneToOne, why: "No other is near, and they agree."), by: Story.jane)
        let place = try #require(story.file.joining.invitations.last)
        #expect(place.grounds.value?.wish == .oneToOne && place.terms.told == Self.byHand)
        let fact = try #require(story.events.last?.fact)
        #expect(fact.document == Self.digest)
        #expect(!fact.clear.text.contains("one-to-one") && !fact.clear.text.contains("near"))
        #expect(
            try Fact(kind: fact.kind, version: fact.version, clear: fact.clear, sealed: fact.sealed?.json) == fact)
    }

    @Test(
        "Whoever cannot go says so before it begins, once, and is to be found another time; nothing else follows (C02)")
    func cannotGo() throws {
        var (story, place) = try invited()
        let customer = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        func due() -> Due? { story.standing().dues.first { $0.code == .inviteAgain } }
        #expect(due() == nil)
        let say = SayCannotGo(invitation: place, words: Words("I work that day."))
        try story.perform(say, by: customer)
        #expect(story.file.joining.invitations.first?.cannotGo?.words.value?.text == "I work that day.")
        #expect(story.refused(say, by: customer) == "session.said")
        #expect(due()?.act == .inviteToSession && due()?.day == day("2012-05-29"))
        try story.perform(WithdrawInvitation(invitation: place, told: Self.byHand), by: Story.jane)
        #expect(story.events.last?.fact.document == Self.digest && due() == nil)
        #expect(story.refused(SayCannotGo(invitation: place), by: customer) == "session.begun")
        (story, place) = try invited()
        story.at("2012-06-11", 10)
        #expect(story.refused(SayCannotGo(invitation: place), by: customer) == "session.begun")
    }

    @Test("An e-mail about a place needs their agreement, and requires nothing (E-017, C02)")
    func email() throws {
        var story = try story()
        let session = try session()
        story.surroundings.session = (session, 0)
        let command = InviteToSession(
            session: session.id, told: ToldOfHolder(route: .email, digest: Self.digest))
        #expect(story.refused(command, by: Story.jane) == "notice.email-not-agreed")
        try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        story.surroundings.session = (session, 0)
        #expect(story.refused(command, by: Story.jane) == nil)
        let required = InviteToSession(
            session: session.id, told: ToldOfHolder(route: .email, digest: Self.digest),
            mandate: .init(claim: claim(), considered: true))
        #expect(story.refused(required, by: Story.jane) == "session.by-email")
    }

    @Test("Whoever runs the session meets those who come, until its day is past, and has to suit them (K-003, K-016)")
    func runner() throws {
        var story = try story()
        let session = try session().run(by: Self.host.person)
        story.surroundings.session = (session, 0)
        #expect(!story.file.meets(Self.host.person, on: story.now.day))
        try story.perform(invite(session), by: Story.jane)
        #expect(story.file.meets(Self.host.person, on: story.now.day))
        let terms = SafetyTerms(asks: [.twoPeople])
        try story.perform(RaiseSafetyNotice(terms: terms, review: day("2012-08-01")), by: Story.jane)
        func seen() -> Safety? {
            let sight = story.file.sight(of: Self.host, as: .host, matrix: .test, on: story.now.day)
            return sight.see(story.file).safety
        }
        #expect(seen()?.holding(on: story.now.day).count == 1)
        let customer = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        let place = try #require(story.file.joining.invitations.first).id
        var gone = story
        try gone.perform(SayCannotGo(invitation: place), by: customer)
        #expect(!gone.file.meets(Self.host.person, on: gone.now.day), "they do not come, so nobody meets them")
        story.at("2012-06-12")
        #expect(seen() == nil)

        story = try self.story()
        try story.perform(RaiseSafetyNotice(terms: terms, review: day("2012-08-01")), by: Story.jane)
        story.surroundings.session = (session, 0)
        story.surroundings.adviserOffers = []
        #expect(story.refused(invite(session), by: Story.jane) == "assign.suits")
        story.surroundings.adviserOffers = [.twoPeople]
        #expect(story.refused(invite(session), by: Story.jane) == nil)
        // By telephone nobody is in a room with them.
        story.surroundings.session = (try self.session(format: .telephone, places: 1), 0)
        story.surroundings.adviserOffers = []
        #expect(story.refused(invite(try self.session(format: .telephone, places: 1)), by: Story.jane) == nil)
    }

    @Test("Somebody who was told to go and did not come is on record, and nothing follows by itself (C02)")
    func missed() throws {
        var (story, place) = try invited(.oneToOne)
        story.at("2012-06-11", 11)
        let dues = story.standing().dues
        try story.perform(
            RecordSession(invitation: place, came: false, words: Words("The bus did not come.")), by: Self.host)
        #expect(story.standing().dues == dues)
    }

    @Test("What changes is told in writing before anything is decided, and a yes waits for time to think (C02, D-044)")
    func decides() throws {
        var story = try story()
        func decide(_ answer: JoiningAnswer, signed: Bool = true) -> DecideToJoin {
            DecideToJoin(programme: "made-up", answer: answer, signed: signed)
        }
        let customer = Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
        #expect(story.refused(decide(.joins), by: customer) == "joining.untold")
        func tell(_ claim: ClaimAnswers, inWriting: Bool = true) -> TellOfJoining {
            TellOfJoining(programme: "made-up", claim: claim, sheet: inWriting ? Self.digest : "")
        }
        #expect(story.refused(tell(claim(byChoice: false)), by: Story.jane) == "joining.required")
        #expect(story.refused(tell(claim(), inWriting: false), by: Story.jane) == "joining.in-writing")
        // Tuesday 29 May; two working days on is Thursday.
        try story.perform(tell(claim()), by: Story.jane)
        #expect(story.file.joining.joinsFrom(Self.programme, nation: .england) == day("2012-05-31"))
        story.at("2012-05-30")
        #expect(story.refused(decide(.joins), by: customer) == "joining.think")
        #expect(story.refused(Story.refer(byChoice: true), by: Story.jane) == "referral.not-joined")
        #expect(story.refused(Story.refer(), by: Story.jane) == nil, "Whoever must take part has no choice to make")
        try story.perform(decide(.declines), by: customer)
        #expect(story.refused(Story.refer(byChoice: true), by: Story.jane) == "referral.not-joined")
        #expect(story.refused(decide(.declines), by: customer) == "joining.same")
        try story.perform(decide(.undecided), by: customer)
        story.at("2012-05-31")
        #expect(story.refused(decide(.joins, signed: false), by: customer) == "joining.signed")
        try story.perform(decide(.joins), by: customer)
        try story.perform(Story.refer(byChoice: true), by: Story.jane)
        #expect(story.refused(decide(.declines), by: customer) == "joining.referred")
        #expect(story.refused(tell(claim()), by: Story.jane) == "joining.referred")
    }

    @Test("Whoever joins by choice is not referred unasked, however they were interviewed (M-010, K-026)")
    func unasked() throws {
        var story = try story()
        #expect(story.refused(Story.refer(byChoice: true), by: Story.jane) == "referral.not-joined")
        #expect(story.refused(Story.refer(), by: Story.jane) == nil)
        // A programme that gives no time to think asks nobody who was not invited or told.
        story.programme.limits[.thinkBeforeJoining] = nil
        #expect(story.refused(Story.refer(byChoice: true), by: Story.jane) == nil)
    }

    @Test("Once the time to think is over somebody is to ask what they decide, until they answer (C02)")
    func asked() throws {
        var story = try story()
        func due() -> Due? { story.standing().dues.first { $0.code == .askToJoin } }
        #expect(due() == nil, "Nobody is asked about what they were not told")
        try story.perform(TellOfJoining(programme: "made-up", claim: claim(), sheet: Self.digest), by: Story.jane)
        story.at("2012-05-30")
        #expect(due() == nil, "They have time to think")
        story.at("2012-05-31")
        #expect(due()?.day == day("2012-05-31") && due()?.act == .decideToJoin && due()?.programme == "made-up")
        #expect(due()?.sentence.hasSuffix("Ask what they decide.") == true)
        var more = story
        try more.perform(DecideToJoin(programme: "made-up", answer: .undecided, signed: false), by: Story.jane)
        #expect(more.standing().dues.first { $0.code == .askToJoin } == nil, "They have the same time again")
        // Friday 1 June, and Wednesday after two bank holidays.
        more.at("2012-06-06")
        #expect(more.standing().dues.first { $0.code == .askToJoin }?.day == day("2012-06-06"))
        try more.perform(DecideToJoin(programme: "made-up", answer: .declines, signed: false), by: Story.jane)
        more.at("2012-07-02")
        #expect(more.standing().dues.first { $0.code == .askToJoin } == nil, "A no is an answer")
        story.at("2012-06-01")
        try story.perform(TellOfJoining(programme: "made-up", claim: claim(), sheet: Self.digest), by: Story.jane)
        #expect(due() == nil, "Told again, they have time to think again")
        story.at("2012-06-11")
        #expect(due() != nil)
        try story.perform(Story.refer(), by: Story.jane)
        #expect(due() == nil, "Whoever is on a programme has nothing to choose")
    }

    /// Attached on 14 June 2012, having joined by choice.
    private func attached(carer: Bool) throws -> Story {
        var story = try story()
        try story.perform(
            TellOfJoining(programme: "made-up", claim: claim(carer: carer), sheet: Self.digest), by: Story.jane)
        story.at("2012-05-31")
        try story.perform(DecideToJoin(programme: "made-up", answer: .joins, signed: true), by: Story.jane)
        try story.perform(Story.refer(byChoice: true), by: Story.jane)
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        let id = try story.book(Story.slot("2012-06-14"))
        story.at("2012-06-14", 10, 30)
        try story.perform(RecordAttendance(appointment: id, attendance: Story.came), by: Story.dana)
        return story
    }

    @Test("After a signed yes the duties are those of the row they were told of, and no others (M-010, D-015, D-017)")
    func duties() throws {
        func duties(_ story: Story) throws -> String {
            try RequiredActions.duties(
                of: story.file, on: day("2012-06-18"), programmes: [Self.programme.id: Self.programme]
            ).id
        }
        #expect(try duties(attached(carer: false)) == "joined")
        let carer = try attached(carer: true)
        #expect(refusal { _ = try duties(carer) }?.code == "plan.voluntary")
        // Once the sealed row is gone, nothing may be required.
        let shut = try attached(carer: false)
        let events = try shut.events.map { event in
            guard case .joining(let fact) = event.fact else { return event }
            return Event<CaseFile>(
                id: event.id, subject: event.subject, sequence: event.sequence, occurred: event.occurred,
                recorded: event.recorded, by: event.by,
                fact: .joining(try JoiningFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: nil)))
        }
        let file = CaseFile(id: shut.file.id, folding: events)
        #expect(
            refusal {
                _ = try RequiredActions.duties(
                    of: file, on: day("2012-06-18"), programmes: [Self.programme.id: Self.programme])
            }?.code == "plan.voluntary")
    }
}
