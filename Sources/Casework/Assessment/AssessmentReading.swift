/// What an instrument makes of some answers, and why: the one place where points become a rating and a stream.
///
/// Ours: no source gives the items or the scoring (M-030, M-032), so each factor explains itself and an adviser may
/// overrule the whole.
public struct AssessmentReading: Sendable, Equatable {
    /// One answer that counts or could have counted.
    public struct Factor: Sendable, Equatable {
        public let question: String
        public let section: String
        public let category: Category
        public let title: String
        public let answer: String
        public let points: Int
        public let most: Int
        /// Why such an answer counts.
        public let explains: String
    }

    /// Every scored question that was answered, in the order of the path.
    public let factors: [Factor]
    /// In the order of the instrument; only sections that can have points.
    public let sections: [SectionPoints]
    public let rating: Instrument.Rating?
    public let stream: Instrument.Stream?
    public let path: InstrumentPath
    /// The rating that the questions not asked could still make of it; nil when they could change nothing (G-102).
    public let couldBe: Instrument.Rating?

    public var points: Int { sections.reduce(0) { $0 + $1.points } }

    public init(_ instrument: Instrument, _ answers: [String: Answer], asks: (Question) -> Bool = { _ in true }) {
        let path = instrument.path(answers, asks: asks)
        self.path = path
        var factors: [Factor] = []
        for question in path.reached where question.mostPoints > 0 {
            guard let answer = answers[question.id], answer != .putOff, let written = question.written(answer) else {
                continue
            }
            factors.append(
                Factor(
                    question: question.id, section: instrument.section(of: question.id)?.id ?? "",
                    category: question.category, title: question.factor ?? question.asks, answer: written,
                    points: question.points(answer), most: question.mostPoints, explains: question.explains ?? ""))
        }
        self.factors = factors
        let sections = instrument.sections.compactMap { section -> SectionPoints? in
            let most = section.questions.reduce(0) { $0 + $1.mostPoints }
            guard most > 0 else { return nil }
            let counted = factors.filter { $0.section == section.id }.reduce(0) { $0 + $1.points }
            return SectionPoints(section: section.id, points: counted, most: most)
        }
        self.sections = sections
        let total = sections.reduce(0) { $0 + $1.points }
        let rating = instrument.rating(points: total)
        self.rating = rating
        stream = rating.flatMap { rating in
            instrument.streams.first { stream in
                stream.ratings.contains(rating.code)
                    && (stream.section == nil
                        || sections.contains { $0.section == stream.section && $0.points >= stream.atLeast })
            }
        }
        let putOff = path.reached.filter { answers[$0.id] == .putOff }
        let unknown = (path.withheld + putOff).reduce(0) { $0 + $1.mostPoints }
        let highest = instrument.rating(points: total + unknown)
        couldBe = highest == rating ? nil : highest
    }
}

/// What one section came to.
public struct SectionPoints: Sendable, Equatable {
    public let section: String
    public let points: Int
    /// The most it can come to.
    public let most: Int

    public init(section: String, points: Int, most: Int) {
        self.section = section
        self.points = points
        self.most = most
    }
}
