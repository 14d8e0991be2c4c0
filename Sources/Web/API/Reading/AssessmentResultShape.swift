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
    private let saidBefore: [String: Assessment.HeldAnswer]

    init(_ assessment: Assessment, of all: Assessments, tools: ServiceTools) {
        func instrument(_ one: Assessment) -> Instrument? {
            tools.instrument(one.start.instrument, version: one.start.version)
        }
        self.assessment = assessment
        let questions = instrument(assessment)
        self.instrument = questions
        saidBefore = questions.map { all.earlier(than: assessment, $0) } ?? [:]
        before = all.previous(to: assessment).map { ($0, instrument($0)) }
    }

    /// What is different since the last time; nil before there are two that are finished.
    fileprivate var changes: AssessmentChanges? {
        guard assessment.finished != nil, let instrument, let before else { return nil }
        return AssessmentChanges(from: before, to: (assessment, instrument))
    }

    /// Every answer that the reader sees, in the order of the questions.
    fileprivate var answers: [AnswerRead] { read(assessment.held) }

    /// What the reader sees of what was said the last time and not yet this time, in the same order.
    fileprivate var earlier: [AnswerRead] { read(saidBefore) }

    private func read(_ held: [String: Assessment.HeldAnswer]) -> [AnswerRead] {
        (instrument?.questions ?? []).compactMap { question in
            held[question.id].map { AnswerRead(question: question, held: $0) }
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
                .whole("sequence") { $0.opened.seen.sequence },
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
                .list(
                    "points", Shape<SectionPoints>.points,
                    "Of each part, once it is finished and every answer is yours to see."
                ) { $0.assessment.finished?.outcome.sections ?? [] },
                .text("came-to", optional: true, "The rating that the answers came to.") {
                    $0.assessment.finished?.outcome.rating
                },
                .text("came-to-stream", optional: true) { $0.assessment.finished?.outcome.stream },
                .text("could-be", optional: true, "What the questions not asked could still make of it.") {
                    $0.assessment.finished?.outcome.couldBe
                },
                Member(
                    "factors", .list(Shape<AssessmentReading.Factor>.factor.type),
                    "Each answer that counts, and why. One that is not yours to see is left out, with its points."
                ) { told in
                    let reading = told.instrument.map { told.assessment.given($0, through: told.opened.seen.sight) }
                    return Shape<AssessmentReading.Factor>.factor.list(reading?.factors ?? [])
                },
                Member("settled", .list(Shape<Told<Assessment.Decided>>.decided.type), "The last is in force.") {
                    $0.json($0.assessment.streamings, .decided)
                },
                .list("answers", Shape<AnswerRead>.answer) { $0.answers },
                .list(
                    "earlier", Shape<AnswerRead>.answer,
                    "Said the last time, where there is no answer yet: ask whether each is still so. None counts here until it is saved."
                ) { $0.earlier },
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
                .text("section") { $0.section },
                .whole("points") { $0.points },
                .whole("most") { $0.most },
            ])
    }
}

extension Shape where Value == AssessmentReading.Factor {
    fileprivate static var factor: Shape {
        Shape(
            "Factor",
            [
                .text("question") { $0.question },
                .text("section") { $0.section },
                .text("title") { $0.title },
                .text("answer") { $0.answer },
                .whole("points") { $0.points },
                .whole("most") { $0.most },
                .text("explains", "Why such an answer counts.") { $0.explains },
            ])
    }
}

extension Shape where Value == Told<Assessment.Decided> {
    fileprivate static var decided: Shape {
        Shape(
            "Settled",
            [
                .event("event") { $0.event },
                .text("rating") { $0.streaming.rating },
                .text("stream") { $0.streaming.stream },
                .flag("overrules", "Whether it differs from what the answers came to.") { $0.streaming.overrules },
                Member("why", .text, optional: true) { $0.words($0.part.why) },
            ])
    }
}

extension Shape where Value == AnswerRead {
    fileprivate static var answer: Shape {
        Shape(
            "AnswerHeld",
            [
                .text("question") { $0.question.id },
                .text("field") { $0.question.field },
                .text("asks") { $0.question.asks },
                .text("says", optional: true, "The answer in words.") { $0.question.written($0.held.answer) },
                Member("codes", .list(.text), optional: true, "What was chosen.") {
                    if case .chosen(let codes) = $0.held.answer { .array(codes.map { .string($0) }) } else { nil }
                },
                .flag("put-off") { $0.held.answer == .putOff },
                Member("day", .day) { .text($0.held.event.recorded.day) },
            ])
    }
}

extension Shape where Value == AssessmentChanges {
    fileprivate static var changes: Shape {
        Shape(
            "AssessmentChanges",
            [
                .text("was-rating", optional: true) { $0.wasRating },
                .text("rating", optional: true) { $0.isRating },
                .text("was-stream", optional: true) { $0.wasStream },
                .text("stream", optional: true) { $0.isStream },
                .list("answers", Shape<AssessmentChanges.Changed>.changed) { $0.answers },
            ])
    }
}

extension Shape where Value == AssessmentChanges.Changed {
    fileprivate static var changed: Shape {
        Shape(
            "ChangedAnswer",
            [
                .text("question") { $0.question },
                .text("asks") { $0.asks },
                .text("was", optional: true) { $0.was },
                .text("is", optional: true) { $0.isNow },
                .whole("points", "More points; below nothing when fewer.") { $0.points },
            ])
    }
}
