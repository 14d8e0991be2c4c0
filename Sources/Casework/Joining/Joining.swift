public import Kernel

/// How somebody comes to join a programme by choice, or not to: sessions, what they were told, what they decided (C02).
public struct Joining: Sendable, Equatable {
    public private(set) var invitations: [SessionInvitation] = []
    public private(set) var told: [Told] = []
    public private(set) var decisions: [Decision] = []

    public struct Told: Sendable, Equatable {
        public let event: EventStamp
        public let programme: String
        /// The digest of the sheet they were given; nil for one told before a sheet was kept.
        public let sheet: String?
        public let terms: Sealed<JoiningTerms>
    }

    public struct Decision: Sendable, Equatable {
        public let event: EventStamp
        public let programme: String
        public let answer: JoiningAnswer
        /// Whether they signed that they understand what changes.
        public let signed: Bool
        /// Why, where they chose to say.
        public let words: Sealed<Words>
    }

    public init() {}

    public mutating func apply(_ fact: JoiningFact, _ stamp: EventStamp) {
        func end(_ id: Identifier<SessionInvitation>, _ outcome: SessionInvitation.Outcome?) {
            if let found = invitations.firstIndex(where: { $0.id == id }) { invitations[found].outcome = outcome }
        }
        switch fact {
        case .invited(let id, let terms, let grounds):
            invitations.append(SessionInvitation(id: id, made: stamp, terms: terms, grounds: grounds))
        case .uninvited(let id, _): end(id, .withdrawn(stamp))
        case .cannotGo(let id, let words):
            if let found = invitations.firstIndex(where: { $0.id == id }) {
                invitations[found].cannotGo = SessionInvitation.CannotGo(event: stamp, words: words)
            }
        case .attended(let id): end(id, .attended(stamp))
        case .missed(let id, let words): end(id, .missed(stamp, words))
        case .outcomeWithdrawn(let id, _, _): end(id, nil)
        case .told(let programme, let sheet, let terms):
            told.append(Told(event: stamp, programme: programme, sheet: sheet, terms: terms))
        case .decided(let programme, let answer, let signed, let words):
            decisions.append(
                Decision(event: stamp, programme: programme, answer: answer, signed: signed, words: words))
        }
    }

    /// What was last said to them of joining a programme.
    public func told(of programme: String) -> Told? { told.last { $0.programme == programme } }

    /// What they last decided, once they were told.
    public func decision(on programme: String) -> Decision? { decisions.last { $0.programme == programme } }

    /// What they signed to, when their last word is that they join: what they had been told by then.
    public func signed(to programme: String) -> Told? {
        guard let decision = decision(on: programme), decision.answer == .joins, decision.signed else { return nil }
        return told.last { $0.programme == programme && $0.event.sequence < decision.event.sequence }
    }

    /// Whether their choice about a programme goes this way: by sessions, and by what they are told.
    public func hasBegun(_ programme: String) -> Bool {
        invitations.contains { $0.terms.programme == programme } || told(of: programme) != nil
    }

    /// The first day on which a yes counts, once they were told: they have time to think.
    public func joinsFrom(_ programme: Programme, nation: Nation) -> CalendarDay? {
        told(of: programme.id).map { programme.endOfThinking(from: $0.event.recorded.day, nation) }
    }

    /// The day from which somebody who was told is to be asked what they decide: when their time to think is over. Who says
    /// that they want more has the same time again. nil once they have said yes or no.
    public func asksFrom(_ programme: Programme, nation: Nation) -> CalendarDay? {
        guard let told = told(of: programme.id) else { return nil }
        guard let decision = decision(on: programme.id), told.event.recorded < decision.event.recorded else {
            return programme.endOfThinking(from: told.event.recorded.day, nation)
        }
        guard decision.answer == .undecided else { return nil }
        return programme.endOfThinking(from: decision.event.recorded.day, nation)
    }

    /// Whether an organisation holds a session that they are invited to, or was until a few days ago: so long it records
    /// who came.
    func isHost(_ organisation: Identifier<Organisation>, on day: CalendarDay) -> Bool {
        invitations.contains { invitation in
            if case .withdrawn = invitation.outcome { return false }
            return invitation.terms.host == organisation
                && day <= invitation.day.adding(days: InformationSession.recordWithin)
        }
    }

    /// Whether somebody runs a session that they have a place at and have not said they cannot go to, today's included.
    func isRun(by person: Identifier<Person>, on day: CalendarDay) -> Bool {
        invitations.contains { $0.isOpen && $0.cannotGo == nil && $0.day >= day && $0.terms.runner == person }
    }

    /// - Refuses: an invitation that is not there.
    func invitation(_ id: Identifier<SessionInvitation>) throws(Refusal) -> SessionInvitation {
        guard let found = invitations.first(where: { $0.id == id }) else {
            throw Refusal("session.not-invited", "This customer has no such place. Go back to the session.")
        }
        return found
    }
}

extension Programme {
    /// The day on which time to think that begins on a day is over; that day where the programme sets none.
    fileprivate func endOfThinking(from day: CalendarDay, _ nation: Nation) -> CalendarDay {
        guard let limit = limit(.thinkBeforeJoining, on: day)?.value else { return day }
        let days = WorkingDays(nation)
        return limit.lastDay(after: day) { days.adding($1, to: $0) }
    }
}
