import Casework
import Kernel
import Office

extension Shape where Value == Told<Safety> {
    /// What the page of whoever meets somebody says: the notices that hold today, and whom they would rather see.
    static var safety: Shape {
        Shape(
            "Safety",
            [
                Member("notices", .list(Shape<Told<SafetyNotice>>.notice.type), "Those that hold today.") {
                    $0.json($0.part.holding(on: $0.opened.today), .notice)
                },
                Member(
                    "urgent", .list(Shape<Told<UrgentPath>>.urgent.type),
                    "Each time that they may have been in danger, in order."
                ) { $0.json($0.part.urgent, .urgent) },
                Member("wish", .coded(AdviserWish.self), optional: true, "Whom they would rather see.") {
                    $0.wish?.value.map { .string($0.rawValue) }
                },
            ])
    }
}

extension Shape where Value == ListedNotice {
    static var listed: Shape {
        Shape(
            "ListedSafetyNotice",
            [
                Member("id", .reference) { .text($0.notice) },
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") { .text(of: $0.name) },
                Member("asks", .list(.coded(SafetyAsk.self)), "What to do.") {
                    .array($0.asks.map { .string($0.rawValue) })
                },
                Member("review", .day, "The last day it holds.") { .text($0.review) },
                Member("lapsed", .flag, "Whether that day is past, so that nobody is shown it any longer.") {
                    .bool($0.isLapsed)
                },
                Member("hidden", .flag, "Whether the person is not shown it.") { .bool($0.isHidden) },
            ])
    }
}

extension Shape where Value == ListedUrgentPath {
    static var listed: Shape {
        Shape(
            "ListedUrgentPath",
            [
                Member("id", .reference) { .text($0.path) },
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") { .text(of: $0.name) },
                Member("opened", .day, "The day on which it was recorded.") { .text($0.opened) },
            ])
    }
}

extension Shape where Value == Told<SafetyNotice> {
    fileprivate static var notice: Shape {
        Shape(
            "SafetyNotice",
            [
                Member("id", .reference) { .text($0.id) },
                .event("raised") { $0.raised },
                Member("asks", .list(.coded(SafetyAsk.self)), "What to do.") {
                    .array(($0.terms.value?.asks ?? []).map { .string($0.rawValue) })
                },
                Member("words", .text, optional: true) { .text(of: $0.terms.value?.words?.text) },
                Member("review", .day, "The last day it holds.") { .text($0.review) },
                Member("hidden", .flag, "Whether the person is not shown it.") { .bool($0.hidden) },
            ])
    }
}

extension Shape where Value == Told<UrgentPath> {
    fileprivate static var urgent: Shape {
        Shape(
            "UrgentPath",
            [
                Member("id", .reference) { .text($0.id) },
                .event("opened") { $0.part.opened },
                Member("words", .text, optional: true, "What was heard.") { .text(of: $0.terms.value?.words?.text) },
                Member("takenOverBy", .text, optional: true, "Left out until somebody named took over.") {
                    .text(of: $0.handedOver?.terms.value?.to.text)
                },
                Member("route", .coded(UrgentRoute.self), optional: true, "How they were reached.") {
                    $0.handedOver?.terms.value.map { .string($0.route.rawValue) }
                },
                Member("hidden", .flag, "Whether the person is not shown it.") { .bool($0.hidden) },
            ])
    }
}
