import Casework
import Kernel

/// One question of an instrument as a field of a form.
struct QuestionField: Component {
    let question: Question
    let state: FormState

    var body: some HTML {
        switch question.kind {
        case .one(let choices):
            Radios(
                question.field, label: question.asks, hint: question.hint,
                choices.map { Choice($0.code, $0.text) } + [Choice(Question.putOff, "Not today")], in: state)
        case .many(let choices):
            Checkboxes(
                question.field, label: question.asks, hint: question.hint ?? "Tick any that apply", optional: true,
                choices.map { Choice($0.code, $0.text) }, in: state)
        case .number(let range):
            TextField(
                question.field, label: question.asks,
                hint: question.hint ?? "A number from \(range.lowerBound) to \(range.upperBound)", kind: .wholeNumber,
                characters: 5, optional: true, in: state)
        case .day:
            DayField(question.field, label: question.asks, hint: question.hint, .typed, optional: true, in: state)
        case .words:
            TextArea(question.field, label: question.asks, hint: question.hint, rows: 4, optional: true, in: state)
        }
    }
}

extension Question {
    /// The value that stands for leaving a question for another day; no choice has it, since a code is a word.
    static let putOff = "-"

    var field: String { Question.field(id) }
    /// Question ids are the file's to choose, so they are kept apart from a form's own fields.
    static func field(_ id: String) -> String { "q-\(id)" }
}

extension FormReader {
    /// What was answered to a question; nil when nothing was.
    func answer(to question: Question) throws -> Answer? {
        let (name, label) = (question.field, question.asks)
        switch question.kind {
        case .one(let choices):
            let code = optionalChoice(name, label: label, of: choices.map(\.code) + [Question.putOff])
            return code.map { $0 == Question.putOff ? .putOff : .chosen([$0]) }
        case .many(let choices):
            let codes = self.choices(name, label: label, of: choices.map(\.code))
            return codes.isEmpty ? nil : .chosen(codes)
        case .number(let range): return optionalWholeNumber(name, label: label, in: range).map { .number($0) }
        case .day:
            return parsed(name, label: label, required: false) { text throws(Refusal) in try TypedDay.read(text) }
                .map { .day($0) }
        case .words: return optionalText(name, label: label, max: 4000, lines: true).map { .words($0) }
        }
    }
}
