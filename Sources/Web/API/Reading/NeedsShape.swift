import Casework
import Kernel

extension Shape where Value == Told<StatedNeeds> {
    static var needs: Shape {
        Shape(
            "Needs",
            [
                .event("event") { $0.event },
                Member("source", .coded(ChangeSource.self), "On whose word.") { .string($0.source.rawValue) },
                Member("called", .text, optional: true, "What they like to be called, in place of their first name.") {
                    .text(of: $0.part.needs.value?.called)
                },
                Member("language", .text, optional: true, "The language they speak best, in words.") {
                    .text(of: $0.part.needs.value?.spokenLanguage)
                },
                Member("interpreter", .coded(InterpreterNeed.self), optional: true, "Left out where they need none.") {
                    .text(of: $0.part.needs.value?.interpreter?.rawValue)
                },
                Member("formats", .list(.coded(LetterFormat.self)), "How they want letters, beside print as it is.") {
                    .array(($0.part.needs.value?.formats ?? []).map { .string($0.rawValue) })
                },
            ])
    }
}
