import Casework
import Kernel
import Office

/// One assessment beside the questions it was made with.
struct AssessmentRead: Sendable {
    let assessment: Assessment
    /// Nil when the file of questions is not installed.
    let instrument: Instrument?
    /// The one before it with the same questions, and those it was made with.
    let before: (Assessment, Instrument?)?

    init(_ assessment: Assessment, of all: Assessments, tools: ServiceTools) {
        func instrument(_ one: Assessment) -> Instrument? {
            tools.instrument(one.start.instrument, version: one.start.version)
        }
        self.assessment = assessment
        self.instrument = instrument(assessment)
        before = all.previous(to: assessment).map { ($0, instrument($0)) }
    }

    /// What its answers come to, as far as a reader sees them: they stand as they were given, whatever mode is next.
    fileprivate func reading(through sight: Sight) -> AssessmentReading? {
        instrument.map { instrument in
            AssessmentReading(instrument, assessment.answers) { question in
                sight.sees(question.category) && (!question.isPrivate || assessment.held[question.id] != nil)
            }
        }
    }

    /// What is different since the last time; nil before there are two that are finished.
    fileprivate var changes: AssessmentChanges? {
        guard assessment.finished != nil, let instrument, let before else { return nil }
        return AssessmentChanges(from: before, to: (assessment, instrument))
    }

    /// Every answer that the reader sees, in the order of the questions.
    fileprivate var answers: [AnswerRead] {
        (instrument?.questions ?? []).compactMap { question in
            assessment.held[question.id].map { AnswerRead(question: question, held: $0) }
        }
    }
}

/// One answer, with the question it is to.
private struct AnswerRead: Sendable {
    let question: Question
    let held: Assessment.HeldAnswer
}

extension Shape where Value == Told<AssessmentRead> {
    /// What it came to and why; before it is finished, what was answered so far.
    static var result: Shape {
        Shape(
            "AssessmentResult",
            [
                Member("case", .reference) { .text($0.opened.seen.id) },
                Member("sequence", .whole) { .int($0.opened.seen.sequence) },
                Member("assessment", Shape<Told<Assessment>>.assessment.type) {
                    Shape<Told<Assessment>>.assessment.json($0.with($0.assessment))
                },
                Member("mode", .coded(AssessmentMode.self), "How the latest part was gone through.") {
                    .string($0.assessment.mode.rawValue)
                },
                Member("open", .list(.text), "Questions to answer or to put off before it can be finished.") { told in
                    guard told.assessment.finished == nil, let instrument = told.instrument else { return .array([]) }
                    let path = told.assessment.reading(instrument, through: told.opened.seen.sight).path
                    return .array(path.open(told.assessment.answers).map { .string($0.id) })
                },
                Member(
                    "points", .list(Shape<SectionPoints>.points.type),
                    "Of each part, once it is finished and every answer is yours to see."
                ) {
                    Shape<SectionPoints>.points.list($0.assessment.finished?.outcome.sections ?? [])
                },
                Member("came-to", .text, optional: true, "The rating that the answers came to.") {
                    .text(of: $0.assessment.finished?.outcome.rating)
                },
                Member("came-to-stream", .text, optional: true) {
                    .text(of: $0.assessment.finished?.outcome.stream)
                },
                Member("could-be", .text, optional: true, "What the questions not asked could still make of it.") {
                    .text(of: $0.assessment.finished?.outcome.couldBe)
                },
                Member(
                    "factors", .list(Shape<AssessmentReading.Factor>.factor.type),
                    "Each answer that counts, and why. One that is not yours to see is left out, with its points."
                ) { told in
                    Shape<AssessmentReading.Factor>.factor.list(
                        told.part.reading(through: told.opened.seen.sight)?.factors ?? [])
                },
                Member("settled", .list(Shape<Told<Assessment.Decided>>.decided.type), "The last is in force.") {
                    $0.json($0.assessment.streamings, .decided)
                },
                Member("answers", .list(Shape<AnswerRead>.answer.type)) { Shape<AnswerRead>.answer.list($0.answers) },
                Member("changes", Shape<AssessmentChanges>.changes.type, optional: true, "Since the time before.") {
                    $0.changes.map { Shape<AssessmentChanges>.changes.json($0) }
                },
            ])
    }
}

extension Shape where Value == SectionPoints {
    fileprivate static var points: Shape {
        Shape(
            "SectionPoints",
            [
                Member("section", .text) { .string($0.section) },
                Member("points", .whole) { .int($0.points) },
                Member("most", .whole) { .int($0.most) },
            ])
    }
}

extension Shape where Value == AssessmentReading.Factor {
    fileprivate static var factor: Shape {
        Shape(
            "Factor",
            [
                Member("question", .text) { .string($0.question) },
                Member("section", .text) { .string($0.section) },
                Member("title", .text) { .string($0.title) },
                Member("answer", .text) { .string($0.answer) },
                Member("points", .whole) { .int($0.points) },
                Member("most", .whole) { .int($0.most) },
                Member("explains", .text, "Why such an answer counts.") { .string($0.explains) },
            ])
    }
}

extension Shape where Value == Told<Assessment.Decided> {
    fileprivate static var decided: Shape {
        Shape(
            "Settled",
            [
                .event("event") { $0.event },
                Member("rating", .text) { .string($0.streaming.rating) },
                Member("stream", .text) { .string($0.streaming.stream) },
                Member("overrules", .flag, "Whether it differs from what the answers came to.") {
                    .bool($0.streaming.overrules)
                },
                Member("why", .text, optional: true) { $0.words($0.part.why) },
            ])
    }
}

extension Shape where Value == AnswerRead {
    fileprivate static var answer: Shape {
        Shape(
            "AnswerHeld",
            [
                Member("question", .text) { .string($0.question.id) },
                Member("field", .text) { .string($0.question.field) },
                Member("asks", .text) { .string($0.question.asks) },
                Member("says", .text, optional: true, "The answer in words.") {
                    .text(of: $0.question.written($0.held.answer))
                },
                Member("codes", .list(.text), optional: true, "What was chosen.") {
                    if case .chosen(let codes) = $0.held.answer { .array(codes.map { .string($0) }) } else { nil }
                },
                Member("put-off", .flag) { .bool($0.held.answer == .putOff) },
                Member("day", .day) { .text($0.held.event.recorded.day) },
            ])
    }
}

extension Shape where Value == AssessmentChanges {
    fileprivate static var changes: Shape {
        Shape(
            "AssessmentChanges",
            [
                Member("was-rating", .text, optional: true) { .text(of: $0.wasRating) },
                Member("rating", .text, optional: true) { .text(of: $0.isRating) },
                Member("was-stream", .text, optional: true) { .text(of: $0.wasStream) },
                Member("stream", .text, optional: true) { .text(of: $0.isStream) },
                Member("answers", .list(Shape<AssessmentChanges.Changed>.changed.type)) {
                    Shape<AssessmentChanges.Changed>.changed.list($0.answers)
                },
            ])
    }
}

extension Shape where Value == AssessmentChanges.Changed {
    fileprivate static var changed: Shape {
        Shape(
            "ChangedAnswer",
            [
                Member("question", .text) { .string($0.question) },
                Member("asks", .text) { .string($0.asks) },
                Member("was", .text, optional: true) { .text(of: $0.was) },
                Member("is", .text, optional: true) { .text(of: $0.isNow) },
                Member("points", .whole, "More points; below nothing when fewer.") { .int($0.points) },
            ])
    }
}
