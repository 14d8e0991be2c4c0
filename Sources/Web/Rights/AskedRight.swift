import Casework
import Kernel

/// What a person asks about their own record, as a form says it: here and now by the person themselves, or by whoever
/// helps them and says when and how they asked.
struct AskedRight {
    let asked: RightsAsked
    let words: Words?

    init(_ form: FormReader, isOneself: Bool, on today: CalendarDay) throws {
        let kind: RightsKind = form.choice("kind", label: RightsWords.askKind())
        // What an entry is is no part of asking for a copy, or to be erased.
        let about: Identifier<Event<CaseFile>>? = form.optionalIdentifier("about", label: RightsWords.about())
        asked = RightsAsked(
            kind: kind,
            on: isOneself ? today : form.day("on", label: "When did they ask?", in: today.adding(days: -366)...today),
            how: isOneself ? .online : form.choice("how", label: "How did they tell you?"),
            about: kind == .correction ? about : nil)
        words = try Words(
            typed: form.optionalText("words", label: RightsWords.words(), max: 4000, lines: true), field: "words")
    }
}
