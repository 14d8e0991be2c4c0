public import Kernel

/// Takes up the rating and stream an assessment came to, or overrules them with a reason (C06, M-030). Where an adviser
/// rates, sets the level with what showed it (E-023 to E-025, E-030).
///
/// A level says which help fits, and is no measure of how much of it there is: no rule of contact asks for it.
/// - Refuses: an assessment that is not finished or does not rate, one of which the actor does not see every answer, a
///   rating or stream of another instrument, and without a reason a level, a change, and a rating that questions put off
///   or not asked could still change.
public struct StreamCustomer: CaseCommand {
    public let assessment: Identifier<Assessment>
    public let rating: String
    public let stream: String
    public let why: Words?

    public init(assessment: Identifier<Assessment>, rating: String, stream: String, why: Words? = nil) {
        self.assessment = assessment
        self.rating = rating
        self.stream = stream
        self.why = why
    }

    public static let act = Act.streamCustomer
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = try file.assessments.assessment(assessment)
        guard let outcome = held.finished?.outcome else {
            throw Refusal("assessment.not-finished", "Finish the assessment first; then settle the rating and stream.")
        }
        guard !held.seen(through: file.sight(in: context)).restsOnUnseen else { throw Assessment.unseen }
        let instrument = try context.instrument(held.start.instrument, version: held.start.version)
        let setsLevel = instrument.ratedBy == .adviser
        guard setsLevel || outcome.rating != nil, instrument.rating(rating) != nil else {
            throw Refusal("assessment.rating", "Choose one of the ratings this assessment gives.", field: "rating")
        }
        guard let help = instrument.stream(stream), !setsLevel || help.ratings.contains(rating) else {
            throw Refusal("assessment.stream", "Choose one of the streams this assessment gives.", field: "stream")
        }
        let overrules = !setsLevel && (rating != outcome.rating || stream != outcome.stream)
        let before = held.streamings.last?.streaming
        let changes = before.map { $0.rating != rating || $0.stream != stream } ?? false
        if before != nil, !changes {
            throw Refusal("assessment.streamed", "This rating and stream are in force already.", field: "stream")
        }
        if setsLevel, why == nil {
            throw Refusal(
                "assessment.level",
                "Say what showed this level: what the customer did or said. The customer can read it.", rule: "C06",
                field: "words")
        }
        if overrules || changes, why == nil {
            throw Refusal(
                "assessment.why", "Say why this is better than what the answers came to. The customer can read it.",
                rule: "M-030", field: "words")
        }
        if why == nil, let couldBe = outcome.couldBe, couldBe != rating {
            let title = (instrument.rating(couldBe)?.title ?? couldBe).lowercased()
            throw Refusal(
                "assessment.provisional",
                "Some questions were put off or are private, and their answers could make it \(title). Ask them first where nobody else hears, or say why this stands until then. The customer can read it.",
                rule: "G-102", field: "words")
        }
        let streaming = Streaming(rating: rating, stream: stream, overrules: overrules)
        return [.assessment(.streamed(assessment, streaming, why.map { .open($0) } ?? .shut))]
    }
}
