import Casework
import Kernel

extension Shape where Value == SharedPage.Item {
    /// Somebody who shares with the reader's organisation.
    static var sharedItem: Shape {
        Shape(
            "SharedWithYou",
            [
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, "A reference, where the name is not among what they share.") { .string($0.name) },
                Member("shares", .list(Shape<SharedPage.Share>.share.type)) {
                    Shape<SharedPage.Share>.share.list($0.shares)
                },
                Member("awaited", .whole, "How many actions of the plan wait for your organisation’s answer.") {
                    .int($0.awaited)
                },
                Member("late", .whole, "How many actions for your organisation to do are past their day.") {
                    .int($0.late)
                },
                Member("answers", .list(.text), "What became of what you asked about sharing lately.") {
                    .array($0.answers.map { .string($0) })
                },
            ])
    }
}

extension Shape where Value == SharedPage.Share {
    fileprivate static var share: Shape {
        Shape(
            "AgreedShare",
            [
                Member("categories", .list(.coded(Casework.Category.self))) {
                    .array($0.categories.map { .string($0.rawValue) })
                },
                Member("purpose", .text, "The code of what it is for.") { .string($0.purpose) },
                Member("since", .day) { .text($0.since) },
                Member("until", .day) { .text($0.until) },
                Member("application", .reference, optional: true, "The application that it was released with.") {
                    .text(of: $0.application)
                },
            ])
    }
}
