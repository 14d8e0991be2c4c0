import Casework
import Kernel

/// One question of an instrument as a field of a form.
struct QuestionField: Component {
    let question: Question
    let state: FormState
    /// The day on which what stands in it was said, where it was said the last time and not yet confirmed.
    var said: CalendarDay?

    /// What stands above the field: the question's own hint, or one of the program's, and when it was said.
    private func hint(or usual: String? = nil) -> String? {
        let told = [question.hint ?? usual, said.map { "Said on \($0.written); still so?" }].compactMap { $0 }
        return told.isEmpty ? nil : told.joined(separator: told.first?.hasSuffix(".") == true ? " " : ". ")
    }

    var body: some HTML {
        switch question.kind {
        case .one(let choices):
            Radios(
                question.field, label: question.asks, hint: hint(),
                choices.map { Choice($0.code, $0.text) } + [Choice(Question.putOff, "Not today")], in: state)
        case .many(let choices):
            Checkboxes(
                question.field, label: question.asks, hint: hint(or: "Tick any that apply"), optional: true,
                choices.map { Choice($0.code, $0.text) }, in: state)
        case .number(let range):
            TextField(
                question.field, label: question.asks,
                hint: hint(or: "A number from \(range.lowerBound) to \(range.upperBound)"), kind: .wholeNumber,
                characters: 5, optional: true, in: state)
        case .day:
            DayField(question.field, label: question.asks, hint: hint(), .typed, optional: true, in: state)
        case .words:
            TextArea(question.field, label: question.asks, hint: hint(), rows: 4, optional: true, in: state)
        }
    }
}

extension Question {
    /// The value that stands for leaving a question for another day; no choice has it, since a code is a word.
    static let putOff = "-"

    var field: String { Question.field(id) }
    /// Question ids are the file's to choose, so they are kept apart from a form's own fields.
    static func field(_ id: String) -> String { fieldStart + id }
    private static let fieldStart = "q-"

    /// What was answered in a form to questions, by their ids.
    static func typed(in fields: FormFields) -> [FormFields.Field] {
        fields.all.filter { $0.name.hasPrefix(fieldStart) }.map {
            FormFields.Field(name: String($0.name.dropFirst(fieldStart.count)), value: $0.value)
        }
    }
}

extension [String: Assessment.HeldAnswer] {
    /// As they stand in the fields of some questions.
    func typed(_ questions: [Question]) -> FormFields {
        FormFields(questions.flatMap { question in self[question.id]?.answer.typed(in: question.field) ?? [] })
    }
}

extension Answer {
    /// As it stands in the fields of a form.
    func typed(in field: String) -> [(String, String)] {
        switch self {
        case .chosen(let codes): codes.map { (field, $0) }
        case .number(let number): [(field, String(number))]
        case .day(let day): [(field, day.written)]
        case .words(let text): [(field, text)]
        case .putOff: [(field, Question.putOff)]
        }
    }
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
        case .day: return optionalDay(name, label: label).map { .day($0) }
        case .words: return optionalText(name, label: label, max: 4000, lines: true).map { .words($0) }
        }
    }
}
