public import Kernel

/// Everything that was found out about what stands between a person and work, and how near they are.
public struct Assessments: Sendable, Equatable {
    /// In the order in which they began, those withdrawn included.
    public private(set) var all: [Assessment] = []
    public private(set) var barriers: [RatedBarrier] = []
    /// In order, those recorded in error included.
    public private(set) var points: [PointSeen] = []
    /// What specialists and trainers found out, in the order in which it was recorded, those in error included.
    public private(set) var specialists: [SpecialistResult] = []

    public init() {}

    mutating func apply(_ fact: AssessmentFact, _ stamp: EventStamp) {
        switch fact {
        case .begun(let id, let start): all.append(Assessment(id, start, stamp))
        case .barriersRated(let category, let revisit, let said, _):
            for views in said.value?.views ?? [] { rate(views, category, revisit, said.value?.words, stamp) }
        case .pointSeen(let point, _, let words, let note):
            points.append(PointSeen(event: stamp, point: point, evidence: words, setback: note.setback))
        case .pointWithdrawn(let event, _):
            if let found = points.firstIndex(where: { $0.event.id == event }) { points[found].withdrawn = stamp }
        case .specialistAssessed(let category, let finding, _):
            specialists.append(SpecialistResult(event: stamp, category: category, finding: finding))
        case .specialistWithdrawn(let event, _, _):
            if let found = specialists.firstIndex(where: { $0.event.id == event }) {
                specialists[found].withdrawn = stamp
            }
        default:
            guard let found = all.lastIndex(where: { $0.id == fact.assessment }) else { return }
            all[found].apply(fact, stamp)
        }
    }

    private mutating func rate(
        _ views: BarrierViews, _ category: Category, _ revisit: CalendarDay?, _ words: String?, _ stamp: EventStamp
    ) {
        if !barriers.contains(where: { $0.barrier == views.barrier }) {
            barriers.append(RatedBarrier(barrier: views.barrier, category: category))
        }
        guard let found = barriers.firstIndex(where: { $0.barrier == views.barrier }) else { return }
        barriers[found].take(views, revisit, words, stamp)
    }

    /// The finished ones that stand, in order.
    public var finished: [Assessment] { all.filter { $0.finished != nil && $0.withdrawn == nil } }
    /// Those begun and not finished, in order.
    public var unfinished: [Assessment] { all.filter { $0.finished == nil && $0.withdrawn == nil } }
    /// The finished one before another, with the same instrument: what a re-assessment is compared with.
    public func previous(to assessment: Assessment) -> Assessment? {
        finished.last {
            $0.start.instrument == assessment.start.instrument && $0.begun.sequence < assessment.begun.sequence
        }
    }
    /// What was answered the last time the same questions were gone through, where there is no answer yet this time and
    /// none was taken away, and the question is there under the same id and takes it. Each is asked again, and counts once
    /// it is saved here.
    /// - Parameter instrument: the questions that the assessment is made with.
    public func earlier(
        than assessment: Assessment, _ instrument: Instrument
    ) -> [String: Assessment.HeldAnswer] {
        guard assessment.finished == nil, let before = previous(to: assessment) else { return [:] }
        return before.held.filter { id, held in
            guard assessment.held[id] == nil, !assessment.cleared.contains(id), held.answer != .putOff,
                let question = instrument.question(id)
            else { return false }
            return question.category == held.category && question.takes(held.answer)
        }
    }
    /// The latest answer to a question, whichever instrument asked it, with the assessment it was given in; nil where
    /// nobody answered it, and where it was put off.
    public func latest(_ question: String) -> (assessment: Assessment, held: Assessment.HeldAnswer)? {
        var found: (assessment: Assessment, held: Assessment.HeldAnswer)?
        for one in all where one.withdrawn == nil {
            guard let held = one.held[question], held.event.sequence > found?.held.event.sequence ?? 0 else { continue }
            found = (one, held)
        }
        return found?.held.answer == .putOff ? nil : found
    }
    public var standingPoints: [PointSeen] { points.filter { $0.withdrawn == nil } }
    /// Where the person is now; nil when no point was recorded.
    public var point: PointSeen? { standingPoints.last }
    public var standingSpecialists: [SpecialistResult] { specialists.filter { $0.withdrawn == nil } }
    /// Barriers that the two see differently.
    public var differences: [RatedBarrier] { barriers.filter(\.differ) }

    /// The same without what is not for a reader.
    func seen(through sight: Sight) -> Assessments {
        var copy = self
        copy.all = all.map { $0.seen(through: sight) }
        copy.barriers = barriers.filter { sight.sees($0.category) }
        copy.specialists = specialists.filter { sight.sees($0.category) }
        return copy
    }

    /// - Refuses: when there is no such assessment, or it was withdrawn.
    public func assessment(_ id: Identifier<Assessment>) throws(Refusal) -> Assessment {
        guard let found = all.last(where: { $0.id == id }) else {
            throw Refusal(
                "assessment.none", "There is no such assessment on this record. Choose one from the assessment page.")
        }
        guard found.withdrawn == nil else {
            throw Refusal(
                "assessment.withdrawn",
                "This assessment was withdrawn as made in error. Begin another if one is needed.")
        }
        return found
    }
}

/// One barrier as the two see it, each view with when and by whom it was recorded.
public struct RatedBarrier: Sendable, Equatable {
    public struct View: Sendable, Equatable {
        public let weight: BarrierWeight
        public let event: EventStamp
    }

    public let barrier: String
    public let category: Category
    public private(set) var customer: View?
    public private(set) var adviser: View?
    /// When they come back to what they see differently.
    public private(set) var revisit: CalendarDay?
    /// What was said with the latest view.
    public private(set) var words: String?

    init(barrier: String, category: Category) {
        self.barrier = barrier
        self.category = category
    }

    public var differ: Bool { customer.map { one in adviser.map { one.weight != $0.weight } ?? false } ?? false }

    /// When the later of the two said how they see it.
    var since: Instant? { [customer, adviser].compactMap { $0?.event.recorded }.max() }

    mutating func take(_ views: BarrierViews, _ revisit: CalendarDay?, _ words: String?, _ stamp: EventStamp) {
        if let weight = views.customer { customer = View(weight: weight, event: stamp) }
        if let weight = views.adviser { adviser = View(weight: weight, event: stamp) }
        self.revisit = differ ? revisit ?? self.revisit : nil
        if let words { self.words = words }
    }
}
