import Casework
import Kernel
import Office

extension Shape where Value == Told<KeptLetter> {
    /// A letter that a person was given.
    static var letter: Shape {
        Shape(
            "KeptLetter",
            [
                .event("event") { $0.event },
                Member("kind", .coded(KeptLetter.Kind.self)) { .string($0.kind.rawValue) },
                Member("from", .named) { $0.organisation($0.from) },
                Member("about", .day, optional: true, "The day it speaks of: of a meeting, or to do something by.") {
                    .text(of: $0.about)
                },
                Member("requires", .flag, "Whether it says that they must come, go or do something.") {
                    .bool($0.requires)
                },
                Member("changed", .flag, "Whether what it says of a meeting, a talk or a step is no longer so.") {
                    .bool($0.hasChanged)
                },
                Member("digest", .text, "By which `documents` gives its text: SHA-256, in hexadecimal.") {
                    .string($0.digest)
                },
                Member("failed", .coded(NotDelivered.self), optional: true, "Why it did not arrive.") {
                    $0.failed.map { .string($0.rawValue) }
                },
            ])
    }
}
