public import Kernel

/// One going-through of an instrument, saved in parts until it is finished (C06).
public struct Assessment: Sendable, Equatable {
    public let id: Identifier<Assessment>
    public let begun: EventStamp
    public let start: AssessmentStart
    /// How the latest part was gone through.
    public private(set) var mode: AssessmentMode
    /// The latest answer to each question, with the category it is information about.
    public private(set) var held: [String: HeldAnswer] = [:]
    /// The questions whose answer was taken away since, which are not filled in from the time before.
    private(set) var cleared: Set<String> = []
    public private(set) var finished: Finish?
    /// In order; the last is in force.
    public private(set) var streamings: [Decided] = []
    public private(set) var customerView: CustomerView?
    public private(set) var withdrawn: EventStamp?
    /// Whether some of it was answered about what this reader does not see. Then they have the rating in force, and not
    /// the points, the stream or the reasons, which could tell what was answered (K-006, K-009).
    public private(set) var restsOnUnseen = false
    /// The rating in force, where what it came from is not for the reader.
    private var ratingAlone: String?

    public struct HeldAnswer: Sendable, Equatable {
        public let answer: Answer
        public let category: Category
        public let event: EventStamp
    }

    public struct Finish: Sendable, Equatable {
        public let event: EventStamp
        public let outcome: AssessmentOutcome
    }

    public struct Decided: Sendable, Equatable {
        public let event: EventStamp
        public let streaming: Streaming
        public let why: Sealed<Words>
    }

    public struct CustomerView: Sendable, Equatable {
        public let event: EventStamp
        public let agrees: Bool
        public let words: Sealed<Words>
    }

    /// The rating and stream in force: the adviser's where there is one, else the instrument's.
    public var rating: String? {
        ratingAlone ?? streamings.last?.streaming.rating ?? finished?.outcome.rating
    }
    public var stream: String? { streamings.last?.streaming.stream ?? finished?.outcome.stream }
    /// The rating that questions put off or not asked could still make of it, where that is not the one in force (G-102).
    public var couldBe: String? { finished?.outcome.couldBe.flatMap { $0 == rating ? nil : $0 } }
    /// Whether an adviser took up, as it was, a rating that could still change. Such a one sets nothing alone (G-102).
    var isProvisional: Bool { couldBe != nil && streamings.last?.streaming.overrules == false }

    public var answers: [String: Answer] { held.mapValues(\.answer) }

    init(_ id: Identifier<Assessment>, _ start: AssessmentStart, _ stamp: EventStamp) {
        self.id = id
        self.start = start
        begun = stamp
        mode = start.mode
    }

    mutating func apply(_ fact: AssessmentFact, _ stamp: EventStamp) {
        switch fact {
        case .answered(_, let part, let given):
            mode = part.mode
            for (question, answer) in given.value?.byQuestion ?? [:] {
                held[question] = answer.map { HeldAnswer(answer: $0, category: part.category, event: stamp) }
                if answer == nil { cleared.insert(question) } else { cleared.remove(question) }
            }
        case .finished(_, let outcome): finished = Finish(event: stamp, outcome: outcome)
        case .streamed(_, let streaming, let why):
            streamings.append(Decided(event: stamp, streaming: streaming, why: why))
        case .customerSaid(_, let agrees, let words):
            customerView = CustomerView(event: stamp, agrees: agrees, words: words)
        case .withdrawn: withdrawn = stamp
        case .begun, .barriersRated, .pointSeen, .pointWithdrawn, .specialistAssessed, .specialistWithdrawn: break
        }
    }

    /// - Refuses: when it is finished and its answers stand.
    public func requireOpen() throws(Refusal) {
        guard finished == nil else {
            throw Refusal(
                "assessment.finished",
                "This assessment is finished and its answers stand. Read what it came to, and begin another to record what has changed."
            )
        }
    }

    /// What somebody is told who would settle what they do not see the whole of.
    public static let unseen = Refusal(
        "assessment.unseen",
        "Part of this rests on answers you do not see, so somebody who sees them settles it. Or go through the questions again.",
        rule: "K-006")

    /// Whether any answer is about one of some categories.
    func rests(on categories: Set<Category>) -> Bool { held.contains { categories.contains($0.value.category) } }

    /// The same without answers that are not for a reader, and without what could tell them.
    func seen(through sight: Sight) -> Assessment {
        let unseen = Set(Category.allCases.filter { !sight.sees($0) })
        guard rests(on: unseen) else { return self }
        var copy = self
        copy.held = held.filter { sight.sees($0.value.category) }
        // What is asked for equality monitoring counts for nothing, so the rating never rests on it (K-038).
        guard rests(on: unseen.subtracting([.equality])) else { return copy }
        copy.restsOnUnseen = true
        copy.ratingAlone = rating
        copy.streamings = []
        copy.finished = finished.map {
            Finish(event: $0.event, outcome: AssessmentOutcome(sections: [], rating: nil, stream: nil))
        }
        return copy
    }
}

extension AssessmentFact {
    /// Which assessment it is about, when it is about one.
    var assessment: Identifier<Assessment>? {
        switch self {
        case .begun(let id, _), .answered(let id, _, _), .finished(let id, _), .streamed(let id, _, _),
            .customerSaid(let id, _, _), .withdrawn(let id, _, _):
            id
        case .barriersRated, .pointSeen, .pointWithdrawn, .specialistAssessed, .specialistWithdrawn: nil
        }
    }
}
