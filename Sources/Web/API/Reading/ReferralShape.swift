import Casework
import Kernel

extension Shape where Value == Told<Referral> {
    static var referral: Shape {
        Shape(
            "Referral",
            [
                Member("id", .reference) { .text($0.id) },
                Member("made", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.made))
                },
                Member("programme", .text) { .string($0.programme) },
                Member("group", .text) { .string($0.group) },
                Member("basis", .coded(Basis.self), "On the day of referral.") { .string($0.basis.rawValue) },
                Member(
                    "statuses", .list(Shape<Told<Referral.Status>>.status.type),
                    "What was said since of whether taking part is required; the last that has begun holds."
                ) { $0.json($0.statuses, .status) },
                Member("on", .day) { .text($0.on) },
                Member("area", .reference) { .text($0.area) },
                Member("state", .coded(ReferralState.self)) { .string($0.state.rawValue) },
                Member("prime", .named, optional: true, "The provider that was drawn.") { told in
                    told.prime.map(told.organisation)
                },
                Member("provider", .named, optional: true) { told in
                    told.assignment.map { told.organisation($0.provider) }
                },
                Member("adviser", .named, optional: true) { told in
                    told.assignment.map { told.person($0.adviser) }
                },
                Member("attached", .day, optional: true) { .text(of: $0.attachment?.on) },
                Member("until", .day, optional: true, "The last day of the allotted time.") {
                    .text(of: $0.attachment?.until)
                },
                Member("ended", .day, optional: true) { .text(of: $0.exit?.on) },
                Member("end-reason", .coded(ExitReason.self), optional: true) {
                    $0.exit.map { .string($0.reason.rawValue) }
                },
                Member("returns", .list(.day), "New claims inside the allotted time.") {
                    .array($0.returns.map { .text($0.on) })
                },
                Member("summary", .text, optional: true, "What the provider handed back with.") { told in
                    told.handedBack.flatMap { told.words($0.summary) }
                },
            ])
    }
}

extension Shape where Value == Told<Referral.Status> {
    fileprivate static var status: Shape {
        Shape(
            "ReferralStatus",
            [
                Member("basis", .coded(Basis.self)) { .string($0.basis.rawValue) },
                Member("from", .day) { .text($0.from) },
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.event))
                },
                Member("why", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}

extension Shape where Value == Told<(String, BenefitSpell)> {
    static var benefit: Shape {
        Shape(
            "Benefit",
            [
                Member("benefit", .text) { .string($0.part.0) },
                Member("on", .flag, optional: true, "Left out when it is not known either way.") {
                    $0.part.1.on.map { .bool($0) }
                },
                Member("from", .day) { .text($0.part.1.from) },
                Member("until", .day, optional: true) { .text(of: $0.part.1.until) },
                Member("certainty", .coded(Certainty.self)) { .string($0.part.1.certainty.rawValue) },
                Member("source", .coded(BenefitSource.self)) { .string($0.part.1.source.rawValue) },
                Member("event", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.part.1.event))
                },
            ])
    }
}
