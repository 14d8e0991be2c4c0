import Casework
import Kernel

extension Shape where Value == Told<Assessment> {
    static var assessment: Shape {
        Shape(
            "Assessment",
            [
                Member("id", .reference) { .text($0.id) },
                Member("begun", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.begun))
                },
                Member("instrument", .text) { .string($0.start.instrument) },
                Member("version", .whole) { .int($0.start.version) },
                Member("finished", .day, optional: true) { .text(of: $0.finished?.event.recorded.day) },
                Member("rating", .text, optional: true, "The adviser's where there is one, else the instrument's.") {
                    .text(of: $0.rating)
                },
                Member("stream", .text, optional: true) { .text(of: $0.stream) },
                Member("customer-agrees", .flag, optional: true) { $0.customerView.map { .bool($0.agrees) } },
                Member("customer-says", .text, optional: true) { told in
                    told.customerView.flatMap { told.words($0.words) }
                },
                Member("withdrawn", .flag) { .bool($0.withdrawn != nil) },
            ])
    }
}

extension Shape where Value == Told<RatedBarrier> {
    static var barrier: Shape {
        Shape(
            "RatedBarrier",
            [
                Member("barrier", .text) { .string($0.barrier) },
                Member("customer", .coded(BarrierWeight.self), optional: true, "How the customer sees it.") {
                    $0.customer.map { .string($0.weight.rawValue) }
                },
                Member("adviser", .coded(BarrierWeight.self), optional: true, "How the adviser sees it.") {
                    $0.adviser.map { .string($0.weight.rawValue) }
                },
                Member("revisit", .day, optional: true) { .text(of: $0.revisit) },
                Member("words", .text, optional: true) { .text(of: $0.part.words) },
            ])
    }
}

extension Shape where Value == Told<PointSeen> {
    static var point: Shape {
        Shape(
            "Point",
            [
                Member("point", .coded(ProgressPoint.self)) { .string($0.point.rawValue) },
                .text("means") { $0.point.means },
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("evidence", .text, optional: true) { $0.words($0.evidence) },
                Member("setback", .text, optional: true, "The code of why they moved back.") { $0.words($0.setback) },
                Member("withdrawn", .flag) { .bool($0.withdrawn != nil) },
            ])
    }
}

extension Shape where Value == Told<SpecialistResult> {
    static var specialist: Shape {
        Shape(
            "SpecialistResult",
            [
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("category", .coded(Casework.Category.self), "What it is information about.") {
                    .string($0.category.rawValue)
                },
                Member("kind", .text, optional: true, "Its code in the rules of the service.") {
                    .text(of: $0.finding.value?.kind)
                },
                Member("about", .text, optional: true, "What it was about, where the kind does not say.") {
                    .text(of: $0.finding.value?.about?.text)
                },
                Member("found-by", .text, optional: true, "Who found it out.") { .text(of: $0.finding.value?.by) },
                Member("level", .text, optional: true) { .text(of: $0.finding.value?.level) },
                Member("result", .text, optional: true) { .text(of: $0.finding.value?.result.text) },
                Member("withdrawn", .flag) { .bool($0.withdrawn != nil) },
            ])
    }
}
