/// What is different since the last time the same instrument was gone through.
public struct AssessmentChanges: Sendable, Equatable {
    /// One answer that is another now.
    public struct Changed: Sendable, Equatable {
        public let question: String
        public let asks: String
        /// nil when it was not answered then, or is not now.
        public let was: String?
        public let isNow: String?
        /// How many points more it counts for; below nothing when fewer.
        public let points: Int
    }

    public let answers: [Changed]
    /// Sections whose points moved: then and now.
    public let sections: [(section: String, was: Int, isNow: Int)]
    public let wasRating: String?
    public let isRating: String?
    public let wasStream: String?
    public let isStream: String?

    /// - Parameters:
    ///   - then: the earlier assessment, and the version of the instrument it was made with.
    ///   - now: the later one; questions are matched by id, so a question that only one version has is new or gone.
    public init(from then: (Assessment, Instrument?), to now: (Assessment, Instrument)) {
        let old = then.1 ?? now.1
        var answers: [Changed] = []
        var ids = now.1.questions.map(\.id)
        ids += old.questions.map(\.id).filter { !ids.contains($0) }
        for id in ids {
            let (before, after) = (then.0.held[id]?.answer, now.0.held[id]?.answer)
            guard before != after, let question = now.1.question(id) ?? old.question(id) else { continue }
            let oldQuestion = old.question(id) ?? question
            answers.append(
                Changed(
                    question: id, asks: question.asks, was: before.flatMap(oldQuestion.written),
                    isNow: after.flatMap(question.written),
                    points: (after.map(question.points) ?? 0) - (before.map(oldQuestion.points) ?? 0)))
        }
        self.answers = answers
        let earlier = then.0.finished?.outcome.sections ?? []
        sections = (now.0.finished?.outcome.sections ?? []).compactMap { section in
            guard let was = earlier.first(where: { $0.section == section.section }), was.points != section.points else {
                return nil
            }
            return (section.section, was.points, section.points)
        }
        (wasRating, isRating) = (then.0.rating, now.0.rating)
        // A stream that one of the two withholds is no change of stream.
        let isWhole = !then.0.restsOnUnseen && !now.0.restsOnUnseen
        (wasStream, isStream) = isWhole ? (then.0.stream, now.0.stream) : (nil, nil)
    }

    public var isEmpty: Bool {
        answers.isEmpty && sections.isEmpty && wasRating == isRating && wasStream == isStream
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.answers == right.answers && left.sections.elementsEqual(right.sections, by: ==)
            && left.wasRating == right.wasRating && left.isRating == right.isRating
            && left.wasStream == right.wasStream && left.isStream == right.isStream
    }
}
