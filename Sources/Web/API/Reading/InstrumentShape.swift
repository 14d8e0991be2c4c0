import Casework
import Kernel

extension Shape where Value == Instrument {
    /// Which questions there are to begin with.
    static var offered: Shape {
        Shape(
            "OfferedInstrument",
            [
                .text("id") { $0.id },
                .whole("version") { $0.version },
                .text("title") { $0.title },
                .text("summary") { $0.summary },
                Member("stage", .coded(AssessmentStage.self)) { .string($0.stage.rawValue) },
            ])
    }

    /// Every question, where each answer leads, and what it counts for.
    static var whole: Shape {
        let more: [Member<Instrument>] = [
            Member("status", .coded(FigureStatus.self), "How far its scoring can be trusted.") {
                .string($0.status.rawValue)
            },
            .text("source") { $0.source },
            .list("sections", Shape<Instrument.Section>.section, "In order, a page each.") { $0.sections },
            Member("rated-by", .coded(RatedBy.self), "What makes the rating: the points, or an adviser.") {
                .string($0.ratedBy.rawValue)
            },
            .list("ratings", Shape<Instrument.Rating>.rating, "From the least help needed to the most.") { $0.ratings },
            .list("streams", Shape<Instrument.Stream>.stream, "In the order they are tried.") { $0.streams },
        ]
        return Shape("Instrument", offered.members + more)
    }
}

extension Shape where Value == Instrument.Section {
    fileprivate static var section: Shape {
        Shape(
            "InstrumentSection",
            [
                .text("id") { $0.id },
                .text("title") { $0.title },
                .text("says") { $0.says },
                .text("source") { $0.source },
                .list("questions", Shape<Question>.question) { $0.questions },
            ])
    }
}

extension Shape where Value == Question {
    fileprivate static var question: Shape {
        Shape(
            "Question",
            [
                .text("id") { $0.id },
                .text("field", "The member it is answered by.") { $0.field },
                .text("asks") { $0.asks },
                .text("hint", optional: true) { $0.hint },
                Member("kind", .coded(["one", "many", "number", "day", "words"])) { .string($0.kindCode) },
                .list("choices", Shape<Question.Choice>.choice) { $0.choices },
                .whole("least", optional: true) { $0.range?.lowerBound },
                .whole("most", optional: true) { $0.range?.upperBound },
                .text("next", optional: true, "The question it leads to, or `end`; left out for the next.") {
                    $0.next?.code
                },
                .flag("private", "Whether it is asked only one to one, in private.") { $0.isPrivate },
                Member("category", .coded(Casework.Category.self), "What the answer is information about.") {
                    .string($0.category.rawValue)
                },
                .text("factor", optional: true, "What its points stand for.") { $0.factor },
                .text("explains", optional: true, "Why they count.") { $0.explains },
                .flag("needed", "Whether it must be answered, or put off, to finish.") { $0.isNeeded },
            ])
    }
}

extension Shape where Value == Question.Choice {
    fileprivate static var choice: Shape {
        Shape(
            "QuestionChoice",
            [
                .text("code") { $0.code },
                .text("text") { $0.text },
                .whole("points", "What it counts towards needing help.") { $0.points },
                .text("next", optional: true) { $0.next?.code },
            ])
    }
}

extension Shape where Value == Instrument.Rating {
    fileprivate static var rating: Shape {
        Shape(
            "Rating",
            [
                .text("code") { $0.code },
                .text("title") { $0.title },
                .text("means") { $0.means },
                .whole("up-to", optional: true, "The most points; left out of the last, and of what an adviser sets.") {
                    $0.upTo
                },
            ])
    }
}

extension Shape where Value == Instrument.Stream {
    fileprivate static var stream: Shape {
        Shape(
            "Stream",
            [
                .text("code") { $0.code },
                .text("title") { $0.title },
                .text("says") { $0.says },
                Member("ratings", .list(.text)) { .array($0.ratings.map { .string($0) }) },
                .text("section", optional: true, "Only when this section has `at-least` points.") { $0.section },
                .whole("at-least") { $0.atLeast },
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
