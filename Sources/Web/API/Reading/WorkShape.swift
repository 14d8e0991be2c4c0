import Casework
import Kernel
import Office

extension Shape where Value == Told<Job> {
    static var job: Shape {
        Shape(
            "Job",
            [
                Member("id", .reference) { .text($0.id) },
                Member("recorded", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.recorded))
                },
                Member("started", .day) { .text($0.started) },
                Member("last", .day, optional: true, "The last day worked.") { .text(of: $0.last) },
                Member("kind", .coded(JobKind.self)) { .string($0.kind.rawValue) },
                Member("employer", .text, optional: true) { .text(of: $0.details.value?.employer) },
                Member("title", .text, optional: true) { .text(of: $0.details.value?.title) },
                Member("hours", .list(Shape<Job.HoursSpell>.hours.type), "Hours a week, each from a day.") {
                    Shape<Job.HoursSpell>.hours.list($0.hours)
                },
                Member("withdrawn", .flag, "Whether it was recorded in error.") { .bool($0.withdrawn != nil) },
            ])
    }
}

extension Shape where Value == Job.HoursSpell {
    fileprivate static var hours: Shape {
        Shape(
            "Hours",
            [
                Member("from", .day) { .text($0.from) },
                Member("hours", .text, "As people write it: 16, or 37.5.") { .string($0.hours.written) },
            ])
    }
}

extension Shape where Value == Told<RecordedProof> {
    static var proof: Shape {
        Shape(
            "Proof",
            [
                Member("id", .reference) { .text($0.proof.id) },
                Member("job", .reference) { .text($0.proof.job) },
                Member("kind", .text) { .string($0.proof.kind) },
                Member("from", .day) { .text($0.proof.from) },
                Member("until", .day) { .text($0.proof.until) },
                Member("document", .text, optional: true, "SHA-256 of the photograph kept with it, in hexadecimal.") {
                    $0.opened.seen.sight.opensSealed ? .text(of: $0.proof.document) : nil
                },
                Member("earnings", .pence, optional: true) { $0.proof.earnings.map { .int($0.pence) } },
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("withdrawn", .flag) { .bool($0.withdrawn != nil) },
            ])
    }
}
