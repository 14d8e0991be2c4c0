public import Kernel

/// What can happen to the one plan. Which barrier it is stands in clear as a code; what anybody said is sealed.
public enum PlanFact: Sendable, Equatable {
    case goalSet(
        Identifier<PlanGoal>, replaces: Identifier<PlanGoal>?, source: Identifier<Organisation>?, Sealed<Words>)
    case goalClosed(Identifier<PlanGoal>, reached: Bool, Sealed<Words>)
    case barrierAdded(Identifier<PlanBarrier>, NamedBarrier, Sealed<Words>)
    /// Another agency's plan names it too, in its words.
    case barrierShared(Identifier<PlanBarrier>, Identifier<Organisation>, Sealed<Words>)
    /// In the order of what the customer says matters.
    case barriersOrdered([Identifier<PlanBarrier>])
    case barrierClosed(Identifier<PlanBarrier>, Sealed<Words>)
    case actionProposed(Identifier<PlanAction>, PlanActionTerms, PlanOrigin, Sealed<Words>)
    case actionAgreed(Identifier<PlanAction>, PlanParty, PlanAnswerRoute)
    case actionObjected(Identifier<PlanAction>, PlanParty, PlanAnswerRoute, Sealed<Words>)
    /// Why it stands, said to whoever objected to it.
    case objectionAnswered(Identifier<PlanAction>, Sealed<Words>)
    /// The answers given before are to what it was.
    case actionChanged(Identifier<PlanAction>, PlanActionTerms, PlanChange)
    /// - Parameter document: SHA-256 of the paper kept as evidence, in hexadecimal, when one was.
    case actionDone(
        Identifier<PlanAction>, on: CalendarDay, PlanEvidence, Sealed<Words>, document: String? = nil)
    /// It was not done by its day; why, in the words of whoever says so.
    case actionMissed(Identifier<PlanAction>, Sealed<Words>)
    /// The notice that it is required was served (D-062).
    case actionNoticed(Identifier<PlanAction>, ActionNotice)
    case actionDropped(Identifier<PlanAction>, PlanDropReason, Sealed<Words>)
    case actionJoined(Identifier<PlanAction>, into: Identifier<PlanAction>)
    case suggestionRefused(String, SuggestionRefusal, Sealed<Words>)
    case reviewed(PlanReviewTerms, Sealed<Words>)
    case commitmentAdded(Identifier<Commitment>, CommitmentTimes, Sealed<Words>)
    case commitmentEnded(Identifier<Commitment>, last: CalendarDay)
    /// - Parameter lines: how many the other agency's plan had; a fact for each follows.
    case broughtIn(from: Identifier<Organisation>, lines: Int)
    case copyGiven(PlanCopyRoute)
}

/// Where an action came from, when somebody did not think of it here.
public struct PlanOrigin: Sendable, Equatable {
    public let source: Identifier<Organisation>?
    public let suggestion: String?
    /// Why a course like one before it is needed again (G-010).
    public let again: Sealed<Words>
    /// Why it must be done and is not left a choice, where it is set as required (G-120).
    public let whyRequired: Sealed<Words>

    public init(
        source: Identifier<Organisation>? = nil, suggestion: String? = nil, again: Sealed<Words> = .shut,
        whyRequired: Sealed<Words> = .shut
    ) {
        self.source = source
        self.suggestion = suggestion
        self.again = again
        self.whyRequired = whyRequired
    }
}

/// What an action says now, and why it was changed.
public struct PlanChange: Sendable, Equatable {
    public let text: Sealed<Words>
    public let why: Sealed<Words>
    /// Why it must be done from now on, where it is set as required (G-120).
    public let whyRequired: Sealed<Words>

    public init(text: Sealed<Words>, why: Sealed<Words>, whyRequired: Sealed<Words> = .shut) {
        self.text = text
        self.why = why
        self.whyRequired = whyRequired
    }
}

extension PlanFact {
    /// Those it names, besides whoever recorded it.
    public var people: Set<Identifier<Person>> {
        switch self {
        case .actionProposed(_, let terms, _, _), .actionChanged(_, let terms, _):
            if case .adviser(let person, _) = terms.owner { [person] } else { [] }
        default: []
        }
    }

    public var organisations: Set<Identifier<Organisation>> {
        switch self {
        case .goalSet(_, _, let source, _): Set([source].compactMap { $0 })
        case .barrierAdded(_, let named, _): Set([named.source].compactMap { $0 })
        case .barrierShared(_, let source, _): [source]
        case .actionProposed(_, let terms, let origin, _):
            Set([terms.owner.organisation, origin.source].compactMap { $0 })
        case .actionChanged(_, let terms, _): Set([terms.owner.organisation].compactMap { $0 })
        case .actionAgreed(_, .organisation(let organisation), _),
            .actionObjected(_, .organisation(let organisation), _, _):
            [organisation]
        case .broughtIn(let from, _): [from]
        default: []
        }
    }
}
