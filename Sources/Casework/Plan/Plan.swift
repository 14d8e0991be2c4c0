public import Kernel

/// The one plan of a customer, whichever agencies help (C07, G-005). It has no beginning: what is put into it is it, so
/// that a second can never be opened.
public struct Plan: Sendable, Equatable {
    /// In the order in which they were set, those replaced and closed included (G-104).
    public private(set) var goals: [PlanGoal] = []
    /// In the order of what the customer says matters, those closed included.
    public private(set) var barriers: [PlanBarrier] = []
    /// In the order in which they were proposed, those ended included.
    public private(set) var actions: [PlanAction] = []
    public private(set) var reviews: [PlanReview] = []
    public private(set) var commitments: [Commitment] = []
    public private(set) var refusedSuggestions: [RefusedSuggestion] = []
    public private(set) var broughtIn: [PlanBroughtIn] = []
    public private(set) var copies: [PlanCopy] = []
    /// Those that were agreed, in order.
    public private(set) var versions: [PlanVersion] = []
    /// The first event of the plan.
    public private(set) var begun: EventStamp?
    /// The last.
    public private(set) var touched: EventStamp?

    public init() {}

    public mutating func apply(_ fact: PlanFact, _ stamp: EventStamp) {
        begun = begun ?? stamp
        touched = stamp
        switch fact {
        case .goalSet(let id, let replaces, let source, let words):
            change(replaces) { $0.end = .replaced(stamp, by: id) }
            goals.append(PlanGoal(id: id, set: stamp, replaces: replaces, source: source, words: words))
        case .goalClosed(let id, let reached, let words):
            change(id) { $0.end = .closed(stamp, reached: reached, words) }
        case .barrierAdded(let id, let named, let words):
            barriers.append(PlanBarrier(id: id, added: stamp, named: named, words: words))
        case .barrierShared(let id, let source, let words):
            if let found = barriers.firstIndex(where: { $0.id == id }) {
                barriers[found].shared.append(.init(event: stamp, source: source, words: words))
            }
        case .barriersOrdered(let order): put(inOrder: order)
        case .barrierClosed(let id, let words):
            if let found = barriers.firstIndex(where: { $0.id == id }) { barriers[found].closed = .init(stamp, words) }
        case .suggestionRefused(let code, let why, let words):
            refusedSuggestions.append(RefusedSuggestion(event: stamp, code: code, why: why, words: words))
        case .reviewed(let review, let words): reviews.append(PlanReview(event: stamp, terms: review, words: words))
        case .commitmentAdded(let id, let times, let words):
            commitments.append(Commitment(id: id, added: stamp, times: times, words: words))
        case .commitmentEnded(let id, let last):
            if let found = commitments.firstIndex(where: { $0.id == id }) { commitments[found].last = last }
        case .broughtIn(let from, let lines): broughtIn.append(PlanBroughtIn(event: stamp, from: from, lines: lines))
        case .copyGiven(let route): copies.append(PlanCopy(event: stamp, route: route))
        default: act(fact, stamp)
        }
    }

    private mutating func act(_ fact: PlanFact, _ stamp: EventStamp) {
        switch fact {
        case .actionProposed(let id, let terms, let origin, let text):
            actions.append(
                PlanAction(
                    id: id, proposed: stamp, source: origin.source, suggestion: origin.suggestion,
                    again: origin.again, whyRequired: origin.whyRequired, terms: terms, text: text, stands: stamp))
        case .actionAgreed(let id, let party, let route):
            answer(id, PlanAction.Answer(event: stamp, party: party, agrees: true, route: route, words: .shut))
        case .actionObjected(let id, let party, let route, let words):
            answer(id, PlanAction.Answer(event: stamp, party: party, agrees: false, route: route, words: words))
        case .objectionAnswered(let id, let words):
            change(id) { $0.replies.append(PlanAction.Reply(event: stamp, words: words)) }
        case .actionChanged(let id, let terms, let change):
            self.change(id) { action in
                action.changes.append(
                    PlanAction.Change(event: stamp, was: action.terms, text: action.text, why: change.why))
                action.whyRequired = change.whyRequired
                action.terms = terms
                action.text = change.text
                action.stands = stamp
            }
        case .actionDone(let id, let day, let evidence, let words, let document):
            change(id) { action in
                action.end = .done(stamp, on: day, evidence, words)
                action.document = document
            }
        case .actionMissed(let id, let words): change(id) { $0.end = .missed(stamp, words) }
        case .actionNoticed(let id, let notice): change(id) { $0.notices.append(.init(event: stamp, notice: notice)) }
        case .actionDropped(let id, let reason, let words): change(id) { $0.end = .dropped(stamp, reason, words) }
        case .actionJoined(let id, let kept): change(id) { $0.end = .joined(stamp, into: kept) }
        default: break
        }
        if let version = PlanVersion(of: self, after: versions.last, stamp) { versions.append(version) }
    }

    private mutating func answer(_ id: Identifier<PlanAction>, _ answer: PlanAction.Answer) {
        change(id) { $0.answers.append(answer) }
    }

    private mutating func change(_ id: Identifier<PlanAction>, _ body: (inout PlanAction) -> Void) {
        if let found = actions.firstIndex(where: { $0.id == id }) { body(&actions[found]) }
    }

    private mutating func change(_ id: Identifier<PlanGoal>?, _ body: (inout PlanGoal) -> Void) {
        if let found = goals.firstIndex(where: { $0.id == id }) { body(&goals[found]) }
    }

    /// Those named come first, in that order; the rest keep theirs.
    private mutating func put(inOrder order: [Identifier<PlanBarrier>]) {
        let named = order.compactMap { id in barriers.first { $0.id == id } }
        barriers = named + barriers.filter { !order.contains($0.id) }
    }

    /// The same without what is not for a reader: a private barrier keeps its place and loses its name.
    func seen(through sight: Sight) -> Plan {
        var copy = self
        copy.barriers = barriers.map { sight.sees($0.named.category) ? $0 : $0.withoutName }
        copy.commitments = commitments.map {
            $0.times.kind != .caring || sight.sees(.household) ? $0 : $0.withoutReason
        }
        return copy
    }

    public var isEmpty: Bool { begun == nil }
    public var openGoals: [PlanGoal] { goals.filter { $0.end == nil } }
    public var openBarriers: [PlanBarrier] { barriers.filter { $0.closed == nil } }
    public var openActions: [PlanAction] { actions.filter(\.isOpen) }
    public func commitments(on day: CalendarDay) -> [Commitment] { commitments.filter { $0.runs(on: day) } }
}

/// What the person wants, in their own words.
public struct PlanGoal: Sendable, Equatable {
    public enum End: Sendable, Equatable {
        case replaced(EventStamp, by: Identifier<PlanGoal>)
        case closed(EventStamp, reached: Bool, Sealed<Words>)
    }

    public let id: Identifier<PlanGoal>
    public let set: EventStamp
    public let replaces: Identifier<PlanGoal>?
    public let source: Identifier<Organisation>?
    public let words: Sealed<Words>
    public internal(set) var end: End?
}

/// Something in the way, at its place in the order of what the customer says matters (E-074).
public struct PlanBarrier: Sendable, Equatable {
    public struct Closed: Sendable, Equatable {
        public let event: EventStamp
        public let words: Sealed<Words>

        init(_ event: EventStamp, _ words: Sealed<Words>) {
            self.event = event
            self.words = words
        }
    }

    public let id: Identifier<PlanBarrier>
    public let added: EventStamp
    public let named: NamedBarrier
    public let words: Sealed<Words>
    public internal(set) var closed: Closed?
    /// The other agencies whose plans name it too, in the order in which they were brought in.
    public internal(set) var shared: [Shared] = []

    /// That another agency's plan names it, and in what words.
    public struct Shared: Sendable, Equatable {
        public let event: EventStamp
        public let source: Identifier<Organisation>
        public let words: Sealed<Words>
    }

    /// Every agency whose own plan names it, once each.
    public var sources: [Identifier<Organisation>] {
        ([named.source].compactMap { $0 } + shared.map(\.source)).reduce(into: []) { found, one in
            if !found.contains(one) { found.append(one) }
        }
    }

    /// Whether its name is for the reader; the place it has is.
    public var isPrivate: Bool { named.code.isEmpty }

    var withoutName: PlanBarrier {
        PlanBarrier(
            id: id, added: added,
            named: NamedBarrier(code: "", category: named.category, first: named.first, source: named.source),
            words: .shut, closed: closed.map { Closed($0.event, .shut) },
            shared: shared.map { Shared(event: $0.event, source: $0.source, words: .shut) })
    }
}

/// A barrier by its code in the partnership's list.
public struct NamedBarrier: Sendable, Equatable {
    public let code: String
    public let category: Category
    /// Whether other things have to wait for it (E-114, G-020).
    public let first: Bool
    public let source: Identifier<Organisation>?

    public init(code: String, category: Category, first: Bool, source: Identifier<Organisation>? = nil) {
        self.code = code
        self.category = category
        self.first = first
        self.source = source
    }
}

public struct RefusedSuggestion: Sendable, Equatable {
    public let event: EventStamp
    public let code: String
    public let why: SuggestionRefusal
    public let words: Sealed<Words>
}

/// One agency's own plan brought into this one.
public struct PlanBroughtIn: Sendable, Equatable {
    public let event: EventStamp
    public let from: Identifier<Organisation>
    /// How many lines it had, a fact for each of them.
    public let lines: Int
}

/// A copy of the plan that the person was given (G-007).
public struct PlanCopy: Sendable, Equatable {
    public let event: EventStamp
    public let route: PlanCopyRoute
}

public enum PlanCopyRoute: String, Sendable, CaseIterable {
    case byHand = "by-hand"
    case post, email, online

    public var title: String {
        switch self {
        case .byHand: "By hand"
        case .post: "By post"
        case .email: "By e-mail"
        case .online: "Read or printed online"
        }
    }
}
