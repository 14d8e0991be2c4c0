import Casework
import Kernel

extension Shape where Value == Instrument {
    /// Which questions there are to begin with.
    static var offered: Shape {
        Shape(
            "OfferedInstrument",
            [
                Member("id", .text) { .string($0.id) },
                Member("version", .whole) { .int($0.version) },
                Member("title", .text) { .string($0.title) },
                Member("summary", .text) { .string($0.summary) },
                Member("stage", .coded(AssessmentStage.self)) { .string($0.stage.rawValue) },
            ])
    }

    /// Every question, where each answer leads, and what it counts for.
    static var whole: Shape {
        Shape(
            "Instrument",
            offered.members + [
                Member("status", .coded(FigureStatus.self), "How far its scoring can be trusted.") {
                    .string($0.status.rawValue)
                },
                Member("source", .text) { .string($0.source) },
                Member("sections", .list(Shape<Instrument.Section>.section.type), "In order, a page each.") {
                    Shape<Instrument.Section>.section.list($0.sections)
                },
                Member("ratings", .list(Shape<Instrument.Rating>.rating.type), "From the fewest points to the most.") {
                    Shape<Instrument.Rating>.rating.list($0.ratings)
                },
                Member("streams", .list(Shape<Instrument.Stream>.stream.type), "In the order they are tried.") {
                    Shape<Instrument.Stream>.stream.list($0.streams)
                },
            ])
    }
}

extension Shape where Value == Instrument.Section {
    fileprivate static var section: Shape {
        Shape(
            "InstrumentSection",
            [
                Member("id", .text) { .string($0.id) },
                Member("title", .text) { .string($0.title) },
                Member("says", .text) { .string($0.says) },
                Member("source", .text) { .string($0.source) },
                Member("questions", .list(Shape<Question>.question.type)) {
                    Shape<Question>.question.list($0.questions)
                },
            ])
    }
}

extension Shape where Value == Question {
    fileprivate static var question: Shape {
        Shape(
            "Question",
            [
                Member("id", .text) { .string($0.id) },
                Member("field", .text, "The member it is answered by.") { .string($0.field) },
                Member("asks", .text) { .string($0.asks) },
                Member("hint", .text, optional: true) { .text(of: $0.hint) },
                Member("kind", .coded(["one", "many", "number", "day", "words"])) { .string($0.kindCode) },
                Member("choices", .list(Shape<Question.Choice>.choice.type)) {
                    Shape<Question.Choice>.choice.list($0.choices)
                },
                Member("least", .whole, optional: true) { $0.range.map { .int($0.lowerBound) } },
                Member("most", .whole, optional: true) { $0.range.map { .int($0.upperBound) } },
                Member("next", .text, optional: true, "The question it leads to, or `end`; left out for the next.") {
                    .text(of: $0.next?.code)
                },
                Member("private", .flag, "Whether it is asked only one to one, in private.") { .bool($0.isPrivate) },
                Member("category", .coded(Casework.Category.self), "What the answer is information about.") {
                    .string($0.category.rawValue)
                },
                Member("factor", .text, optional: true, "What its points stand for.") { .text(of: $0.factor) },
                Member("explains", .text, optional: true, "Why they count.") { .text(of: $0.explains) },
                Member("needed", .flag, "Whether it must be answered, or put off, to finish.") { .bool($0.isNeeded) },
            ])
    }
}

extension Shape where Value == Question.Choice {
    fileprivate static var choice: Shape {
        Shape(
            "QuestionChoice",
            [
                Member("code", .text) { .string($0.code) },
                Member("text", .text) { .string($0.text) },
                Member("points", .whole, "What it counts towards needing help.") { .int($0.points) },
                Member("next", .text, optional: true) { .text(of: $0.next?.code) },
            ])
    }
}

extension Shape where Value == Instrument.Rating {
    fileprivate static var rating: Shape {
        Shape(
            "Rating",
            [
                Member("code", .text) { .string($0.code) },
                Member("title", .text) { .string($0.title) },
                Member("means", .text) { .string($0.means) },
                Member("up-to", .whole, optional: true, "The most points; left out of the last.") {
                    $0.upTo.map { .int($0) }
                },
            ])
    }
}

extension Shape where Value == Instrument.Stream {
    fileprivate static var stream: Shape {
        Shape(
            "Stream",
            [
                Member("code", .text) { .string($0.code) },
                Member("title", .text) { .string($0.title) },
                Member("says", .text) { .string($0.says) },
                Member("ratings", .list(.text)) { .array($0.ratings.map { .string($0) }) },
                Member("section", .text, optional: true, "Only when this section has `at-least` points.") {
                    .text(of: $0.section)
                },
                Member("at-least", .whole) { .int($0.atLeast) },
            ])
    }
}

extension Question {
    fileprivate var kindCode: String {
        switch kind {
        case .one: "one"
        case .many: "many"
        case .number: "number"
        case .day: "day"
        case .words: "words"
        }
    }

    fileprivate var range: ClosedRange<Int>? { if case .number(let range) = kind { range } else { nil } }
}

extension Question.Target {
    fileprivate var code: String {
        switch self {
        case .question(let id): id
        case .end: "end"
        }
    }
}
