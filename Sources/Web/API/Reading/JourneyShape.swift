import Casework
import Kernel
import Records

extension Shape where Value == Told<Casework.TimelineEntry> {
    static var entry: Shape {
        Shape(
            "JourneyEntry",
            [
                Member("event", .reference) { .text($0.event) },
                Member("sequence", .whole) { .int($0.sequence) },
                Member("day", .day) { .text($0.day) },
                Member("recorded", .moment) { .text($0.recorded) },
                Member("by", .named) { $0.person($0.by.person) },
                Member("for", .named) { $0.organisation($0.by.organisation) },
                Member("category", .coded(Casework.Category.self)) { .string($0.category.rawValue) },
                Member("mark", .coded(Casework.TimelineEntry.Mark.self)) { .string($0.mark.rawValue) },
                Member("headline", .text) { .string($0.headline) },
                Member("detail", .text, optional: true) { .text(of: $0.detail) },
            ])
    }
}

extension Shape where Value == SeenLook {
    static var look: Shape {
        Shape(
            "Look",
            [
                Member("id", .reference) { .text($0.id) },
                Member("at", .moment) { .text($0.look.at) },
                Member("person", .text) { .string($0.person) },
                Member("organisation", .text) { .string($0.organisation) },
                Member("role", .coded(Role.self)) { .string($0.look.by.role.rawValue) },
                Member("act", .text) { .string($0.look.act) },
                Member("reason", .text, "Why they could.") { .string($0.look.reason) },
            ])
    }
}
