public import Kernel

/// A letter, a notice or a sheet that the person was given, which is kept word for word so that they can read it again
/// (G-002, G-007, design §3.7).
public struct KeptLetter: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Of an appointment that they must come to.
        case notice
        /// Of an appointment that they may come to.
        case invitation
        /// Of a step of the plan that they must do.
        case step
        /// Who has them.
        case holder
        /// Who keeps their record.
        case keeper
        /// Of a place at an information session.
        case session
        /// That the place was taken back.
        case sessionOff = "session-off"
        /// What joining changes.
        case joining
        /// That the programme ended, or that its end was recorded in error.
        case ending
    }

    public let kind: Kind
    /// Who gave it, and when.
    public let event: EventStamp
    /// SHA-256 of the exact text, in hexadecimal.
    public let digest: String
    /// Why it did not arrive; nil when nothing says so.
    public let failed: NotDelivered?
    /// Whether what it says of a meeting, a talk or a step is no longer so, as far as the reader sees those.
    public private(set) var hasChanged = false
    /// Whether it holds words of the record, and so goes with them.
    private let holdsWords: Bool
    fileprivate let thing: Thing?

    /// What it speaks of, as it was when it was given.
    fileprivate enum Thing: Sendable, Equatable {
        case meeting(Identifier<Appointment>, at: Instant)
        case talk(Identifier<SessionInvitation>, SessionInvitation.Terms)
        case step(Identifier<PlanAction>, by: CalendarDay)

        var day: CalendarDay {
            switch self {
            case .meeting(_, let starts): starts.day
            case .talk(_, let terms): terms.starts.day
            case .step(_, let due): due
            }
        }
    }

    public var day: CalendarDay { event.day }
    public var from: Identifier<Organisation> { event.by.organisation }
    /// The day that it speaks of: of the appointment or the session, or by which the step is to be done.
    public var about: CalendarDay? { thing?.day }
    /// Whether it says that they must come, go or do something.
    public var requires: Bool {
        if case .talk(_, let terms) = thing { return terms.basis == .mandatory }
        return kind == .notice || kind == .step
    }

    /// Those that a reader of a case sees, the newest first; without what was erased since.
    public static func all(in events: [Event<CaseFile>], of seen: SeenCase) -> [KeptLetter] {
        all(in: events, through: seen.sight).map { letter in
            var letter = letter
            letter.hasChanged = seen.hasChanged(letter)
            return letter
        }
    }

    /// Those that a reader sees, the newest first; without what was erased since.
    public static func all(in events: [Event<CaseFile>], through sight: Sight) -> [KeptLetter] {
        guard sight.opensSealed else { return [] }
        var failed: [Identifier<Event<CaseFile>>: NotDelivered] = [:]
        for event in events {
            if let (letter, why) = event.fact.astray { failed[letter] = why }
        }
        var letters: [KeptLetter] = []
        for event in events {
            if case .customer(.erased(let erasure)) = event.fact {
                letters.removeAll { letter in
                    erasure.classes.contains(.identity) || letter.holdsWords && erasure.classes.contains(.support)
                }
            }
            guard let letter = KeptLetter(event, failed: failed[event.id]), sight.opens(letter, of: event) else {
                continue
            }
            letters.append(letter)
        }
        return letters.reversed()
    }

    private init?(_ event: Event<CaseFile>, failed: NotDelivered?) {
        guard let digest = event.fact.document, let kind = event.fact.letter else { return nil }
        self.kind = kind
        self.event = EventStamp(event)
        self.digest = digest
        thing = event.fact.thingOfLetter
        self.failed = failed
        holdsWords = event.fact.letterOfWords != nil
    }
}

extension SeenCase {
    /// Whether the meeting has another time or is cancelled, the place was taken back, or the step is another or done.
    fileprivate func hasChanged(_ letter: KeptLetter) -> Bool {
        switch letter.thing {
        case .meeting(let id, let starts):
            guard let meeting = appointments.first(where: { $0.id == id }) else { return false }
            return meeting.slot.starts != starts || meeting.state == .cancelled
        case .talk(let id, _):
            return joining?.invitations.first { $0.id == id }?.withdrawn != nil
        case .step(let id, let due):
            guard let step = plan?.actions.first(where: { $0.id == id }) else { return false }
            return !step.isOpen || !step.terms.mandatory || step.terms.due != due
                || step.stands.sequence > letter.event.sequence
        case nil: return false
        }
    }
}

extension Sight {
    /// Whether a letter is shown: by the category of its event. One of who has the person, who keeps their record or
    /// the end bears their address, so that whoever did not write it needs to see how they are reached, too, and more
    /// of the category than what is their own (ours).
    fileprivate func opens(_ letter: KeptLetter, of event: Event<CaseFile>) -> Bool {
        let category = event.fact.category
        guard reads(event) else { return false }
        switch letter.kind {
        case .holder, .keeper, .ending:
            return event.by.organisation == organisation || sees(.contact) && !isForItsOwn(category)
        case .notice, .invitation, .step, .session, .sessionOff, .joining: return sees(category)
        }
    }
}

extension Fact {
    /// What the person was given in writing by it; nil where they were given nothing.
    fileprivate var letter: KeptLetter.Kind? {
        switch self {
        case .appointment(.noticeGiven(_, let notice)): notice.mandatory ? .notice : .invitation
        case .plan(.actionNoticed): .step
        case .chain(.told): .holder
        case .customer(.toldOfKeeper): .keeper
        case .joining(.invited): .session
        case .joining(.uninvited): .sessionOff
        case .joining(.told): .joining
        case .referral(.toldOfEnd): .ending
        default: nil
        }
    }

    /// What a letter speaks of.
    fileprivate var thingOfLetter: KeptLetter.Thing? {
        switch self {
        case .appointment(.noticeGiven(let id, let notice)): .meeting(id, at: notice.names)
        case .plan(.actionNoticed(let id, let notice)): .step(id, by: notice.due)
        case .joining(.invited(let id, let terms, _)): .talk(id, terms)
        default: nil
        }
    }

    /// The event of a letter that did not arrive, and why.
    fileprivate var astray: (Identifier<Event<CaseFile>>, NotDelivered)? {
        switch self {
        case .appointment(.undelivered(_, let letter, let why)), .chain(.untold(_, let letter, let why)),
            .referral(.untoldOfEnd(_, let letter, let why)), .customer(.untoldOfKeeper(let letter, let why)):
            (letter, why)
        default: nil
        }
    }
}
