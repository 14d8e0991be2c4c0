import Casework
import Kernel
import Office

extension Shape where Value == LinePage {
    /// One payment opened down to the weeks it stands on.
    static var opened: Shape {
        Shape(
            "LineOpened",
            [
                Member("line", Shape<DueLine>.line.type) { Shape<DueLine>.line.json($0.line) },
                Member("case", .reference) { .text($0.opened.seen.id) },
                Member("programme", .text) { .string($0.programme.id) },
                Member("group", .text) { .string($0.line.group) },
                Member("provider", .named, optional: true) { page in
                    page.line.provider.map { ["id": .text($0), "name": .string(page.opened.names.organisation($0))] }
                },
                Member("source", .text, optional: true, "Where the amount comes from.") {
                    .text(of: $0.line.amount?.source)
                },
                Member("lost", .text, optional: true, "That it was due, and since when and why it no longer is.") {
                    .text(of: $0.lost)
                },
                Member("weeks", .list(Shape<WeekInWork>.week.type), "Those it stands on, and those between them.") {
                    Shape<WeekInWork>.week.list($0.line.key.kind == .attachment ? [] : $0.shown)
                },
            ])
    }
}

extension Shape where Value == WeekInWork {
    fileprivate static var week: Shape {
        Shape(
            "WeekInWork",
            [
                Member("number", .whole) { .int($0.number) },
                Member("from", .day) { .text($0.from) },
                Member("to", .day, "The last day.") { .text($0.to) },
                Member("counted", .flag) { .bool($0.counted) },
                Member("why", .list(Shape<WhyUncounted>.why.type), "Why it does not count; empty when it does.") {
                    Shape<WhyUncounted>.why.list($0.why)
                },
                Member("proofs", .list(Shape<WeekProof>.proof.type)) { Shape<WeekProof>.proof.list($0.proofs) },
                Member("proven", .flag, "Whether accepted proofs cover each of its days.") { .bool($0.isProven) },
            ])
    }
}

extension Shape where Value == WhyUncounted {
    fileprivate static var why: Shape {
        Shape(
            "WhyUncounted",
            [
                Member("code", .text) { .string($0.code) },
                Member("says", .text) { .string($0.sentence) },
            ])
    }
}

extension Shape where Value == WeekProof {
    fileprivate static var proof: Shape {
        Shape(
            "WeekProof",
            [
                Member("event", .reference) { .text($0.event) },
                Member("kind", .text) { .string($0.kind) },
                Member("word", .text, "Whose word it is.") { .string($0.word) },
            ])
    }
}
