public import Kernel

/// Invites somebody to an information session, or requires them to go where the programme's table allows it (C02, D2).
/// - Refuses: a session that is over, called off or full; a second place for one programme; somebody who is on a
///   programme; and to require it of anybody whose row of the table does not say so, without having considered whether
///   it suits them, or without a notice in writing.
public struct InviteToSession: CaseCommand {
    public let session: Identifier<InformationSession>
    /// Nil to invite; to require it, what it rests on.
    public let mandate: Mandate?

    /// What must be so before somebody is told to go (D2: *subject to work-related activity considerations*).
    public struct Mandate: Sendable, Equatable {
        public let claim: ClaimAnswers
        /// Whether the adviser considered that going is right for this person now.
        public let considered: Bool
        /// Whether they are told in writing what follows from not going.
        public let inWriting: Bool

        public init(claim: ClaimAnswers, considered: Bool, inWriting: Bool) {
            self.claim = claim
            self.considered = considered
            self.inWriting = inWriting
        }
    }

    public init(session: Identifier<InformationSession>, mandate: Mandate? = nil) {
        self.session = session
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
        let id = Identifier<SessionInvitation>(context.command)
        guard let mandate else {
            return [.joining(.invited(id, SessionInvitation.Terms(chosen, basis: .voluntary), .shut))]
        }
        let row = try mandate.claim.row(customer, in: programme, on: context.today)
        guard let row, row.session == .mandatory else {
            throw Refusal(
                "session.encouraged",
                "This customer may be encouraged to go, and never required to\(row.map { " (\($0.id))" } ?? ""). Invite them instead.",
                rule: row?.id ?? "D2", field: "required")
        }
        guard mandate.considered else {
            throw Refusal(
                "session.considered",
                "Before it is required, consider whether going is right for this person now, and say that you did.",
                rule: row.id, field: "considered")
        }
        guard mandate.inWriting else {
            throw Refusal(
                "session.in-writing",
                "What is required is given in writing. Give them the notice, and say that you did.",
                rule: "C02", field: "in-writing")
        }
        return [
            .joining(
                .invited(
                    id, SessionInvitation.Terms(chosen, basis: .mandatory),
                    .open(JoiningTerms(row: row.id, duties: row.duties))))
        ]
    }
}

/// Takes a place back that has not come to anything yet.
/// - Refuses: a place that is not there, or whose outcome is recorded.
public struct WithdrawInvitation: CaseCommand {
    public let invitation: Identifier<SessionInvitation>

    public init(invitation: Identifier<SessionInvitation>) { self.invitation = invitation }

    public static let act = Act.inviteToSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.joining.invitation(invitation)
        guard found.isOpen else {
            throw Refusal("session.ended", "What came of this place is recorded already.")
        }
        return [.joining(.uninvited(found.id))]
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
        let organisation = context.actor.organisation
        guard found.terms.host == organisation || file.customer?.keepers.contains(organisation) == true else {
            throw Refusal(
                "session.not-yours", "Another organisation holds this session. It records who came.", rule: "C02")
        }
        guard found.terms.starts <= context.now else {
            throw Refusal("session.to-come", "The session has not begun yet. Record who came once it has.")
        }
        guard found.isOpen else {
            throw Refusal("session.ended", "What came of this place is recorded already.")
        }
        return [.joining(came ? .attended(found.id) : .missed(found.id, Sealed(given: words)))]
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
