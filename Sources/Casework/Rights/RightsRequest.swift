public import Kernel

/// One thing a person asked about their own record, until it is answered.
public struct RightsRequest: Sendable, Equatable {
    public let id: Identifier<RightsRequest>
    public let asked: RightsAsked
    public let words: Sealed<Words>
    public let event: EventStamp
    /// What was decided of each text of a copy, the latest where it was decided twice.
    public internal(set) var decisions: [CopyPlace: CopyDecision] = [:]
    /// The last review of a copy.
    public internal(set) var reviewed: EventStamp?
    public internal(set) var answer: Answer?
    /// The person's own statement, after a refusal.
    public internal(set) var statement: Statement?

    public enum Answer: Sendable, Equatable {
        case released(CopyRelease, EventStamp)
        case corrected(by: Identifier<Event<CaseFile>>, EventStamp)
        case refused(RightsRefusal, Sealed<Words>, EventStamp)
        case erased(EventStamp)
    }

    public struct Statement: Sendable, Equatable {
        public let words: Sealed<Words>
        public let event: EventStamp
    }

    /// The last day for an answer: one month after it was asked (UK GDPR article 12(3)).
    public var due: CalendarDay { asked.on.adding(months: 1) }

    /// The event that answered it; nil while it waits.
    public var answered: EventStamp? {
        switch answer {
        case .released(_, let event), .corrected(_, let event), .refused(_, _, let event), .erased(let event): event
        case nil: nil
        }
    }

    public var release: (copy: CopyRelease, event: EventStamp)? {
        if case .released(let release, let stamp) = answer { (release, stamp) } else { nil }
    }

    /// Whether the copy that was given out stands as it was: nothing of the record was erased since, and it was not put
    /// together with another or parted from one. False where none was given out.
    /// - Parameter events: those of the record, in order.
    public func standsAsGiven(in events: [Event<CaseFile>]) -> Bool {
        guard let release, let given = events.firstIndex(where: { $0.id == release.event.id }) else { return false }
        return !events[given...].contains { event in
            switch event.fact {
            case .customer(.erased), .merge: true
            default: false
            }
        }
    }
}

/// An entry that a person asked to be put right and that stands as it was: why, and their own statement beside it.
public struct Contest: Sendable, Equatable {
    public let refused: EventStamp
    public let reason: RightsRefusal
    public let words: Sealed<Words>
    public let statement: RightsRequest.Statement?
}

/// Everything a person asked about their own record, in the order in which it was recorded.
public struct RightsRequests: Sendable, Equatable {
    public private(set) var all: [RightsRequest] = []

    public init() {}

    public var open: [RightsRequest] { all.filter { $0.answer == nil } }

    public func find(_ id: Identifier<RightsRequest>) -> RightsRequest? { all.first { $0.id == id } }

    /// What was asked about one entry and not done, each with what stands beside that entry for everybody who reads it.
    public func contests(of entry: Identifier<Event<CaseFile>>) -> [Contest] {
        all.compactMap { request in
            guard request.asked.about == entry, case .refused(let reason, let words, let event) = request.answer else {
                return nil
            }
            return Contest(refused: event, reason: reason, words: words, statement: request.statement)
        }
    }

    /// - Refuses: a request that is not there, or has had its answer.
    public func waiting(_ id: Identifier<RightsRequest>, for kind: RightsKind? = nil) throws(Refusal) -> RightsRequest {
        guard let found = find(id), kind == nil || found.asked.kind == kind else {
            throw Refusal("rights.none", "There is no such request on this record. Open it from the list.")
        }
        guard found.answer == nil else {
            throw Refusal("rights.answered", "This request has had its answer already.")
        }
        return found
    }

    mutating func apply(_ fact: RightsFact, _ stamp: EventStamp) {
        func change(_ id: Identifier<RightsRequest>, _ body: (inout RightsRequest) -> Void) {
            if let found = all.firstIndex(where: { $0.id == id }) { body(&all[found]) }
        }
        switch fact {
        case .requested(let id, let asked, let words):
            all.append(RightsRequest(id: id, asked: asked, words: words, event: stamp))
        case .reviewed(let id, let decisions, _):
            change(id) {
                for decision in decisions { $0.decisions[decision.place] = decision }
                $0.reviewed = stamp
            }
        case .released(let id, let release): change(id) { $0.answer = .released(release, stamp) }
        case .corrected(let id, let event): change(id) { $0.answer = .corrected(by: event, stamp) }
        case .refused(let id, let reason, let words): change(id) { $0.answer = .refused(reason, words, stamp) }
        case .stated(let id, let words): change(id) { $0.statement = .init(words: words, event: stamp) }
        }
    }

    /// An erasure answers whoever asked for it.
    mutating func apply(_ erasure: CustomerFact.Erasure, _ stamp: EventStamp) {
        guard erasure.why == .asked else { return }
        for place in all.indices where all[place].asked.kind == .erasure && all[place].answer == nil {
            all[place].answer = .erased(stamp)
        }
    }
}
