public import Kernel

/// Invites somebody to an information session, or requires them to go where the programme's table allows it (C02, D2).
/// - Refuses: a session that is over, called off or full; a second place for one programme; somebody who is on a
///   programme; a session that is held otherwise than they wish, with no reason, or in a group where they said at a
///   meeting that they would rather be seen one to one; one run by somebody who does not suit
///   them; and to require it of anybody whose row of the table does not say so, without having considered whether it
///   suits them, without a letter, or by e-mail.
public struct InviteToSession: CaseCommand {
    public let session: Identifier<InformationSession>
    /// How they would rather hear of it; nil where they do not mind, and what they said at a meeting stands.
    public let wish: SessionFormat?
    /// Why this session all the same, where it is held otherwise than they wish.
    public let why: Words?
    /// How they are told. The exact text of a letter is kept as a document.
    public let told: ToldOfHolder
    /// Nil to invite; to require it, what it rests on.
    public let mandate: Mandate?

    /// What must be so before somebody is told to go (D2: *subject to work-related activity considerations*).
    public struct Mandate: Sendable, Equatable {
        public let claim: ClaimAnswers
        /// Whether the adviser considered that going is right for this person now.
        public let considered: Bool

        public init(claim: ClaimAnswers, considered: Bool) {
            self.claim = claim
            self.considered = considered
        }
    }

    public init(
        session: Identifier<InformationSession>, wish: SessionFormat? = nil, why: Words? = nil,
        told: ToldOfHolder = ToldOfHolder(route: .spoken), mandate: Mandate? = nil
    ) {
        self.session = session
        self.wish = wish
        self.why = why
        self.told = told
        self.mandate = mandate
    }

    public static let act = Act.inviteToSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard let place = context.surroundings.session, place.session.id == session else {
            throw Refusal(
                "session.none", "There is no such session. Choose one of those to come.", field: "session")
        }
        let chosen = place.session
        guard chosen.calledOff == nil, chosen.starts > context.now else {
            throw Refusal(
                "session.over", "That session is called off, or has begun. Choose another.", field: "session")
        }
        guard place.taken < chosen.places else {
            throw Refusal(
                "session.full", "Every place of that session is taken. Choose another.", field: "session")
        }
        let programme = try context.programme(chosen.programme)
        if let referral = file.referral, !referral.isOver(on: context.today) {
            throw Refusal(
                "session.referred",
                "This customer is already on \(context.programmes[referral.programme]?.title ?? referral.programme). A session is for those who have still to choose.",
                rule: "C02")
        }
        if let open = file.joining.invitations.last(where: { $0.isOpen && $0.terms.programme == programme.id }) {
            throw Refusal(
                "session.twice",
                "They have a place on \(open.day.written). Record what came of it, or take it back, and then invite them again.",
                rule: "C02", field: "session")
        }
        guard wish == nil || wish == chosen.format || why != nil else {
            throw Refusal(
                "session.wish",
                "They would rather hear of it \(wish?.wished ?? ""), and this session is held \(chosen.format.wished). Choose one that is held as they wish, or write why it is this one.",
                rule: "C02, G-037, G-124", field: "why")
        }
        if wish == nil, why == nil, chosen.format == .group, let said = file.wishForOneToOne(in: context) {
            throw Refusal(
                "session.wish",
                "\(said.saidOneToOne) This session is held in a group. Choose one that is not, or write why it is this one.",
                rule: "C02, G-037, G-124", field: "why")
        }
        try file.requireSuitable(chosen.format.mode, field: "session", in: context)
        try file.requireAgreed(told)
        let id = Identifier<SessionInvitation>(context.command)
        guard let mandate else {
            let grounds: Sealed<SessionGrounds> =
                wish == nil && why == nil ? .shut : .open(SessionGrounds(wish: wish, why: why))
            return [.joining(.invited(id, SessionInvitation.Terms(chosen, basis: .voluntary, told: told), grounds))]
        }
        let row = try mandate.claim.row(customer, in: programme, on: context.today)
        guard let row, row.session == .mandatory else {
            throw Refusal(
                "session.encouraged",
                "This customer may be encouraged to go, and never required to\(row.map { " (\($0.id))" } ?? ""). Invite them instead.",
                rule: row?.id ?? "D2", field: "required")
        }
        try requireAsRecorded(mandate.claim, row, of: customer, in: programme, on: file, context)
        guard mandate.considered else {
            throw Refusal(
                "session.considered",
                "Before it is required, consider whether going is right for this person now, and say that you did.",
                rule: row.id, field: "considered")
        }
        // What an e-mail comes to is not always known, and nothing is required of whoever it did not reach.
        guard told.route != .email else {
            throw Refusal(
                "session.by-email",
                "What is required goes by post or by hand, so that it is known to have reached them.",
                rule: "C02", field: "route")
        }
        guard told.digest?.isDigest == true else {
            throw Refusal(
                "session.in-writing",
                "What is required is given in writing. Give them the letter, or send it.",
                rule: "C02", field: "route")
        }
        let terms = SessionInvitation.Terms(
            chosen, basis: .mandatory, considered: mandate.considered, inWriting: true, told: told)
        let grounds = SessionGrounds(
            terms: JoiningTerms(row: row.id, duties: row.duties), wish: wish, why: why)
        return [.joining(.invited(id, terms, .open(grounds)))]
    }

    /// Holds the claim against what the adviser sees on the record: nobody is required to go because what they told before
    /// was left out of the answers (C14, D2).
    private func requireAsRecorded(
        _ claim: ClaimAnswers, _ row: ParticipationRow, of customer: Customer, in programme: Programme,
        on file: CaseFile, _ context: Context
    ) throws(Refusal) {
        let today = context.today
        let relation = file.relation(of: context.actor, on: today, by: context.sharing)
        let sight = file.sight(of: context.actor, as: relation, matrix: context.sharing, on: today)
        let recorded = sight.see(file).circumstances?.answers(to: programme, on: today) ?? []
        for one in recorded where one.answer == .yes && !claim.circumstances.contains(one.circumstance) {
            let asHeld = try claim.adding([one]).row(customer, in: programme, on: today)
            guard asHeld?.session != .mandatory else { continue }
            let title = programme.circumstance(one.circumstance)?.title ?? one.circumstance
            throw Refusal(
                "session.recorded",
                "The record says: \(title), told on \(one.held.event.recorded.day.written). Such a person may be encouraged to go, and never required to\(asHeld.map { " (\($0.id))" } ?? ""). Invite them instead, or first record that it is no longer so.",
                rule: asHeld?.id ?? row.id, field: "required")
        }
    }
}

/// Takes a place back that has not come to anything yet, and says how they are told.
/// - Refuses: a place that is not there, or whose outcome is recorded, and e-mail they did not agree to.
public struct WithdrawInvitation: CaseCommand {
    public let invitation: Identifier<SessionInvitation>
    public let told: ToldOfHolder

    public init(invitation: Identifier<SessionInvitation>, told: ToldOfHolder) {
        self.invitation = invitation
        self.told = told
    }

    public static let act = Act.inviteToSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.joining.invitation(invitation)
        guard found.isOpen else {
            throw Refusal("session.ended", "What came of this place is recorded already.")
        }
        try file.requireAgreed(told)
        return [.joining(.uninvited(found.id, told))]
    }
}

/// Records whether somebody came to a session. Nothing follows by itself from not coming.
/// - Refuses: before it begins, by an organisation that does not hold it, and what is recorded already.
public struct RecordSession: CaseCommand {
    public let invitation: Identifier<SessionInvitation>
    public let came: Bool
    /// What they said of not coming, where they did.
    public let words: Words?

    public init(invitation: Identifier<SessionInvitation>, came: Bool, words: Words? = nil) {
        self.invitation = invitation
        self.came = came
        self.words = words
    }

    public static let act = Act.recordSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.joining.invitation(invitation)
        try file.requireRecorder(context.actor, of: found)
        guard found.terms.starts <= context.now else {
            throw Refusal("session.to-come", "The session has not begun yet. Record who came once it has.")
        }
        guard found.isOpen else {
            throw Refusal("session.ended", "What came of this place is recorded already.")
        }
        return [.joining(came ? .attended(found.id) : .missed(found.id, Sealed(given: words)))]
    }
}

extension CaseFile {
    /// - Refuses: an organisation that neither holds the session nor keeps the record.
    func requireRecorder(_ actor: Author, of invitation: SessionInvitation) throws(Refusal) {
        let organisation = actor.organisation
        guard invitation.terms.host == organisation || customer?.keepers.contains(organisation) == true else {
            throw Refusal(
                "session.not-yours", "Another organisation holds this session. It records who came.", rule: "C02")
        }
    }
}

extension ClaimAnswers {
    /// What a programme says of this claim.
    /// - Refuses: somebody whose details are erased, and answers the programme does not know.
    func facts(
        of customer: Customer, for programme: Programme, on day: CalendarDay
    ) throws(Refusal) -> ClaimFacts {
        guard let identity = customer.identity.value else {
            throw Refusal("customer.erased", "This person's details have been erased, so nothing can be judged.")
        }
        let facts = try ClaimFacts(
            born: identity.born, benefit: benefit, since: since, nation: programme.nations.first ?? .england,
            coded: circumstances)
        try facts.check(against: programme, on: day)
        return facts
    }

    /// The row of the table by status that answers for this claim (D2); nil where none does.
    func row(
        _ customer: Customer, in programme: Programme, on day: CalendarDay
    ) throws(Refusal) -> ParticipationRow? {
        Eligibility.participation(
            try facts(of: customer, for: programme, on: day), on: day, programme: programme)
    }
}
