import Casework
import Kernel
import Office
import Records

extension Shape where Value == Told<RightsRequests> {
    static var requests: Shape {
        Shape(
            "RightsRequests",
            [Member("requests", .list(Shape<Told<RightsRequest>>.request.type)) { $0.json($0.all, .request) }])
    }
}

extension Shape where Value == Told<RightsRequest> {
    static var request: Shape {
        Shape(
            "RightsRequest",
            [
                Member("id", .reference) { .text($0.id) },
                Member("kind", .coded(RightsKind.self)) { .string($0.asked.kind.rawValue) },
                Member("on", .day) { .text($0.asked.on) },
                Member("how", .coded(ConsentRoute.self)) { .string($0.asked.how.rawValue) },
                Member("about", .reference, optional: true, "The event that is to be put right.") {
                    .text(of: $0.asked.about)
                },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                .event("event") { $0.event },
                Member("due", .day, "The last day for an answer.") { .text($0.due) },
                .event("reviewed", optional: true, "The last review of a copy.") { $0.reviewed },
                Member(
                    "answer", .coded(["released", "corrected", "refused", "erased"]), optional: true,
                    "Left out while it waits."
                ) { told in
                    switch told.answer {
                    case nil: nil
                    case .released: "released"
                    case .corrected: "corrected"
                    case .refused: "refused"
                    case .erased: "erased"
                    }
                },
                .event("answered", optional: true) { $0.answered },
                Member("refusal", .coded(RightsRefusal.self), optional: true) { told in
                    if case .refused(let reason, _, _) = told.answer { .string(reason.rawValue) } else { nil }
                },
                Member("refusal-words", .text, optional: true) { told in
                    if case .refused(_, let words, _) = told.answer { told.words(words) } else { nil }
                },
                Member("statement", .text, optional: true, "The person's own, kept beside what was not changed.") {
                    told in told.statement.flatMap { told.words($0.words) }
                },
            ])
    }
}

extension Shape where Value == RequestRow {
    static var waiting: Shape {
        Shape(
            "WaitingRequest",
            [
                Member("request", .reference) { .text($0.request) },
                Member("case", .reference) { .text($0.subject) },
                Member("name", .text, optional: true, "Left out once the details are erased.") { .text(of: $0.name) },
                Member("kind", .coded(RightsKind.self)) { .string($0.kind.rawValue) },
                Member("asked", .day) { .text($0.askedOn) },
                Member("due", .day, "The last day for an answer.") { .text($0.dueOn) },
            ])
    }
}
