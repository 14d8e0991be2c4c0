public import Kernel

/// One step of a plan: who does it, by when, and what the person says to it (C07, G-008).
public struct PlanAction: Sendable, Equatable {
    public let id: Identifier<PlanAction>
    public let proposed: EventStamp
    /// The organisation whose own plan it was brought in from; nil when it was made here.
    public let source: Identifier<Organisation>?
    /// The suggestion it was made from, after it was edited.
    public let suggestion: String?
    /// Why it is needed again, where it is a course like one that was on the plan before it; the person reads it (G-010).
    public let again: Sealed<Words>
    /// Why it must be done and is not left a choice, where it is set as required; the person reads it (G-120).
    public internal(set) var whyRequired: Sealed<Words>
    public internal(set) var terms: PlanActionTerms
    public internal(set) var text: Sealed<Words>
    /// The proposal or the change that the answers are to.
    public internal(set) var stands: EventStamp
    public internal(set) var changes: [Change] = []
    public internal(set) var answers: [Answer] = []
    public internal(set) var replies: [Reply] = []
    /// The notices that it is required, in order.
    public internal(set) var notices: [Notice] = []
    public internal(set) var end: End?
    /// SHA-256 of the paper kept as evidence that it is done, in hexadecimal, when one was.
    public internal(set) var document: String?

    public struct Change: Sendable, Equatable {
        public let event: EventStamp
        public let was: PlanActionTerms
        public let text: Sealed<Words>
        public let why: Sealed<Words>
    }

    public struct Answer: Sendable, Equatable {
        public let event: EventStamp
        public let party: PlanParty
        public let agrees: Bool
        public let route: PlanAnswerRoute
        public let words: Sealed<Words>
    }

    /// Why it stands, said to whoever objected to it.
    public struct Reply: Sendable, Equatable {
        public let event: EventStamp
        public let words: Sealed<Words>
    }

    public enum End: Sendable, Equatable {
        case done(EventStamp, on: CalendarDay, PlanEvidence, Sealed<Words>)
        /// It was not done by its day.
        case missed(EventStamp, Sealed<Words>)
        case dropped(EventStamp, PlanDropReason, Sealed<Words>)
        /// It says the same as another, and a person joined the two.
        case joined(EventStamp, into: Identifier<PlanAction>)

        public var event: EventStamp {
            switch self {
            case .done(let event, _, _, _), .missed(let event, _), .dropped(let event, _, _), .joined(let event, _):
                event
            }
        }
    }

    public enum State: String, Sendable, CaseIterable {
        case proposed, agreed, objected, done, missed, dropped, joined

        public var title: String {
            switch self {
            case .proposed: "Waiting for an answer"
            case .agreed: "Agreed"
            case .objected: "Objected to"
            case .done: "Done"
            case .missed: "Not done"
            case .dropped: "Dropped"
            case .joined: "Joined with another"
            }
        }
    }

    public var state: State {
        switch end {
        case .done: return .done
        case .missed: return .missed
        case .dropped: return .dropped
        case .joined: return .joined
        case nil: break
        }
        if !objections.isEmpty { return .objected }
        return waitingFor.isEmpty ? .agreed : .proposed
    }

    public var isOpen: Bool { end == nil }

    /// Whether its day has passed, and nothing that was said against it waits to be answered first.
    func isLate(on day: CalendarDay) -> Bool { terms.due.map { $0 < day } ?? false && unanswered.isEmpty }

    /// Who promised it and is late with it: somebody other than the person, who took it on, whether or not the person has
    /// answered (G-013; that it needs no answer of theirs, ours).
    public func latePromise(on day: CalendarDay) -> PlanOwner? {
        guard isOpen, isLate(on: day), let doer = terms.owner.organisation,
            !waitingFor.contains(.organisation(doer))
        else { return nil }
        return terms.owner
    }

    /// The latest answer of each party to what is proposed now.
    private var standing: [Answer] {
        let now = answers.filter { $0.event.sequence > stands.sequence }
        return now.enumerated().filter { place, answer in
            !now.dropFirst(place + 1).contains { $0.party == answer.party }
        }.map(\.element)
    }

    /// What was said against it as it stands now.
    public var objections: [Answer] { standing.filter { !$0.agrees } }

    /// The objections that nobody has answered since they were made.
    public var unanswered: [Answer] {
        let last = replies.last?.event.sequence ?? 0
        return isOpen ? objections.filter { $0.event.sequence > last } : []
    }

    /// Why it stands as it is now, in the words of those who work on the plan, while somebody objects to it.
    public var standsBecause: [Reply] {
        objections.isEmpty ? [] : replies.filter { $0.event.sequence > stands.sequence }
    }

    /// The change by which somebody else wrote over what a person had written last.
    func overwritten(_ person: Identifier<Person>) -> Change? {
        guard isOpen, let last = changes.last, last.event.by.person != person else { return nil }
        return (changes.dropLast().last?.event ?? proposed).by.person == person ? last : nil
    }

    /// Who put it forward first: the person, or the organisation whose own plan it came from or whose adviser wrote it.
    public var proposer: PlanParty { source.map { .organisation($0) } ?? proposed.by.planParty }

    /// Whose answer is waited for: the person's and the doer's, save whoever proposed it.
    public var waitingFor: [PlanParty] {
        guard isOpen else { return [] }
        var needed: [PlanParty] = [.customer]
        if let doer = terms.owner.organisation { needed.append(.organisation(doer)) }
        let answered = standing.map(\.party)
        // A line brought in was proposed by another agency, whoever typed it here.
        let proposer = source.flatMap { changes.isEmpty ? PlanParty.organisation($0) : nil } ?? stands.by.planParty
        return needed.filter { $0 != proposer && !answered.contains($0) }
    }
}

extension Plan {
    /// The actions that wait for an organisation's answer.
    public func waiting(for organisation: Identifier<Organisation>) -> [PlanAction] {
        openActions.filter { $0.waitingFor.contains(.organisation(organisation)) }
    }

    /// The actions for an organisation to do that are past their day.
    public func late(of organisation: Identifier<Organisation>, on day: CalendarDay) -> [PlanAction] {
        openActions.filter { $0.terms.owner.organisation == organisation && $0.isLate(on: day) }
    }
}

/// What is proposed, apart from its words.
public struct PlanActionTerms: Sendable, Equatable {
    public let owner: PlanOwner
    public let barrier: Identifier<PlanBarrier>?
    public let goal: Identifier<PlanGoal>?
    public let due: CalendarDay?
    /// Whether the person must do it, and can lose benefit if they do not.
    public let mandatory: Bool

    public init(
        owner: PlanOwner, barrier: Identifier<PlanBarrier>? = nil, goal: Identifier<PlanGoal>? = nil,
        due: CalendarDay? = nil, mandatory: Bool = false
    ) {
        self.owner = owner
        self.barrier = barrier
        self.goal = goal
        self.due = due
        self.mandatory = mandatory
    }
}

/// Who does an action.
public enum PlanOwner: Sendable, Hashable {
    case customer
    case adviser(Identifier<Person>, at: Identifier<Organisation>)
    case organisation(Identifier<Organisation>)

    /// nil for the customer and for an organisation.
    public var person: Identifier<Person>? {
        if case .adviser(let person, _) = self { person } else { nil }
    }

    public var organisation: Identifier<Organisation>? {
        switch self {
        case .customer: nil
        case .adviser(_, let organisation), .organisation(let organisation): organisation
        }
    }
}

/// One side whose answer counts.
public enum PlanParty: Sendable, Hashable {
    case customer
    case organisation(Identifier<Organisation>)

    /// nil for the person.
    public var organisation: Identifier<Organisation>? {
        if case .organisation(let organisation) = self { organisation } else { nil }
    }
}

extension Author {
    /// The side somebody speaks for when they change a plan; a supporter speaks for the person.
    public var planParty: PlanParty {
        [.customer, .supporter].contains(role) ? .customer : .organisation(organisation)
    }
}

/// How an answer reached us.
public enum PlanAnswerRoute: String, Sendable, CaseIterable {
    case online
    case inPerson = "in-person"
    case byPhone = "by-phone"
    case signed

    public var title: String {
        switch self {
        case .online: "By themselves, online"
        case .inPerson: "In person"
        case .byPhone: "By phone"
        case .signed: "On a signed copy"
        }
    }
}

/// What shows that an action was done.
public enum PlanEvidence: String, Sendable, CaseIterable {
    case word, seen, certificate, letter, document

    public var title: String {
        switch self {
        case .word: "The customer says so"
        case .seen: "An adviser saw it done"
        case .certificate: "A certificate"
        case .letter: "A letter or e-mail"
        case .document: "Another document, such as a CV"
        }
    }
}

/// Why an action is dropped.
public enum PlanDropReason: String, Sendable, CaseIterable {
    case unsuitable, changed, noLonger = "no-longer", objected, notAvailable = "not-available", other

    public var title: String {
        switch self {
        case .unsuitable: "It does not suit the customer"
        case .changed: "Something in the customer's life changed"
        case .noLonger: "It is no longer needed"
        case .objected: "The customer objected"
        case .notAvailable: "It could not be had"
        case .other: "Another reason"
        }
    }
}
