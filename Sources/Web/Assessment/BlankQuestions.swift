import Casework
import Kernel

/// The questions of an instrument with nothing filled in, as plain text to be printed: for a meeting without a screen, to
/// be keyed in afterwards with the day it was held (E-008).
struct BlankQuestions: Sendable {
    let instrument: Instrument
    /// Private questions are left out where others may hear (G-018).
    let mode: AssessmentMode

    private var asked: [Question] { instrument.questions.filter { mode.asksPrivate || !$0.isPrivate } }

    /// Lines end with line feeds; titles stand alone.
    var text: String {
        let numbers = Dictionary(uniqueKeysWithValues: asked.enumerated().map { ($1.id, $0 + 1) })
        var lines = [
            "\(instrument.title), version \(instrument.version)", mode.title, "",
            "Name: \(Self.line)", "Day: \(Self.line)", "With: \(Self.line)", "",
        ]
        for section in instrument.sections {
            let questions = section.questions.filter { numbers[$0.id] != nil }
            guard !questions.isEmpty else { continue }
            lines += [section.title.uppercased(), section.says, ""]
            for question in questions { lines += written(question, numbers) + [""] }
        }
        if asked.count < instrument.questions.count {
            lines.append("Questions that are asked only in private are left out.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func written(_ question: Question, _ numbers: [String: Int]) -> [String] {
        let number = numbers[question.id] ?? 0
        let opening = ["\(number). \(question.asks)"] + [question.hint].compactMap { $0.map { "   \($0)" } }
        let answer: [String] =
            switch question.kind {
            case .one(let choices):
                choices.map { "   [ ] \($0.text)\(leads($0.next ?? question.next, after: question, numbers))" }
            case .many(let choices): choices.map { "   [ ] \($0.text)" } + ["   Tick all that are so."]
            case .number(let range): ["   \(Self.line) (\(range.lowerBound) to \(range.upperBound))"]
            case .day: ["   Day, month and year: \(Self.line)"]
            case .words: ["   \(Self.line)", "   \(Self.line)"]
            }
        return opening + answer + ["   [ ] Not today"]
    }

    /// Where an answer leads, when that is not the question that comes next on the paper.
    private func leads(_ target: Question.Target?, after question: Question, _ numbers: [String: Int]) -> String {
        switch target {
        case nil: ""
        case .end: " (that is all)"
        case .question(let id):
            numbers[id].flatMap { $0 == (numbers[question.id] ?? 0) + 1 ? nil : " (go on at \($0))" } ?? ""
        }
    }

    private static let line = String(repeating: "_", count: 40)
}
