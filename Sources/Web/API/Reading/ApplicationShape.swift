import Casework
import Kernel
import Office

/// The applications that a reader may read.
struct ApplicationsRead: Sendable {
    let all: [ServiceApplication]
}

extension Shape where Value == Told<ApplicationsRead> {
    static var applications: Shape {
        Shape(
            "Applications",
            [
                Member("applications", .list(Shape<Told<ServiceApplication>>.application.type)) {
                    $0.json($0.all, .application)
                }
            ])
    }
}

extension Shape where Value == Told<ServiceApplication> {
    fileprivate static var application: Shape {
        Shape(
            "Application",
            [
                Member("id", .reference, "The consent behind it.") { .text($0.consent.id) },
                Member("packet", .reference, optional: true, "What it was sent with.") {
                    .text(of: $0.consent.packet)
                },
                Member("recipient", .named) { $0.organisation($0.consent.terms.recipient) },
                Member("purpose", .text, "The code of what it is for.") { .string($0.consent.terms.purpose) },
                .event("given") { $0.consent.given },
                Member("until", .day) { .text($0.consent.until) },
                .event("withdrawn", optional: true) { $0.consent.withdrawn },
                Member("holds", .flag, "Whether it opens anything today; nothing is in it when not.") {
                    .bool($0.holds)
                },
                Member("kinds", .list(.coded(Casework.Category.self))) {
                    .array($0.kinds.map { .string($0.rawValue) })
                },
                Member("facts", .list(Shape<ReleasedFact>.released.type), "What is held of them today.") {
                    Shape<ReleasedFact>.released.list($0.facts)
                },
            ])
    }
}

extension Shape where Value == ReleasedFact {
    fileprivate static var released: Shape {
        Shape(
            "ReleasedFact",
            [
                Member("kind", .coded(Casework.Category.self)) { .string($0.kind.rawValue) },
                .text("name") { $0.name },
                .text("value") { $0.value },
                Member("day", .day, "When it was written down.") { .text($0.day) },
                .text("source", "Who said so.") { $0.source },
                Member("claimed", .flag, "Whether nobody has checked it.") { .bool($0.isClaimed) },
            ])
    }
}
