import Casework
import Kernel
import Office

extension Shape where Value == Told<Circumstances> {
    static var circumstances: Shape {
        Shape(
            "Circumstances",
            [
                Member("case", .reference) { .text($0.opened.seen.id) },
                Member("sequence", .whole) { .int($0.opened.seen.sequence) },
                Member("unseen", .list(.coded(ChangeKind.self)), "Kinds that are not yours to see.") { told in
                    .array(
                        ChangeKind.allCases.filter { !told.opened.seen.sight.sees($0.category) }
                            .map { .string($0.rawValue) })
                },
                Member("held", .list(Shape<Told<HeldCircumstance>>.held.type), "Of each kind, in order of day.") {
                    told in
                    told.json(
                        ChangeKind.allCases.filter { told.opened.seen.sight.sees($0.category) }
                            .flatMap { told.part.spells(of: $0) }, .held)
                },
                Member("benefits", .list(Shape<Told<(String, BenefitSpell)>>.benefit.type), optional: true) { told in
                    guard told.opened.seen.sight.sees(.money) else { return nil }
                    return told.json(
                        told.benefits.flatMap { code in told.part.spells(of: code).map { (code, $0) } }, .benefit)
                },
                Member("changes", .list(Shape<Told<ReportedChange>>.change.type), "Every change that was told.") {
                    $0.json($0.changes, .change)
                },
                Member("failures", .list(Shape<Told<ContactFailure>>.failure.type), "Contacts that did not reach them.")
                {
                    $0.json($0.failures, .failure)
                },
                Member(
                    "confirmed", .list(Shape<Told<ContactsConfirmed>>.confirmed.type),
                    "Contacts said to be right still."
                ) {
                    $0.json($0.confirmations, .confirmed)
                },
                Member("checks", .list(Shape<Told<CallerCheck>>.check.type), "Who was asked to show who they are.") {
                    $0.json($0.checks, .check)
                },
            ])
    }
}

extension Shape where Value == Told<HeldCircumstance> {
    fileprivate static var held: Shape {
        Shape(
            "Held",
            [
                Member("kind", .coded(ChangeKind.self)) { .string($0.kind.rawValue) },
                Member("detail", .heldDetail) { .detail($0.detail) },
                Member("from", .day) { .text($0.from) },
                Member("until", .day, optional: true) { .text(of: $0.until) },
                Member("today", .flag, "Whether it covers today.") { .bool($0.part.covers($0.opened.today)) },
                Member("certainty", .coded(Certainty.self)) { .string($0.certainty.rawValue) },
                Member(
                    "source", .coded(ChangeSource.self), optional: true,
                    "Whose word it is; left out of what stood in the details, and of a version decided to stand."
                ) { $0.source.map { .string($0.rawValue) } },
                .event("event") { $0.event },
                Member("days-old", .whole, "Days since it was recorded.") {
                    .int($0.event.recorded.day.days(until: $0.opened.today))
                },
                Member("change", .reference, optional: true, "The change it came with.") { .text(of: $0.change) },
            ])
    }
}

extension Shape where Value == Told<ReportedChange> {
    fileprivate static var change: Shape {
        Shape(
            "Change",
            [
                Member("id", .reference) { .text($0.id) },
                Member("kind", .coded(ChangeKind.self)) { .string($0.kind.rawValue) },
                Member("detail", .heldDetail) { .detail($0.detail) },
                Member("from", .day) { .text($0.terms.from) },
                Member("until", .day, optional: true) { .text(of: $0.terms.until) },
                Member("certainty", .coded(Certainty.self)) { .string($0.terms.certainty.rawValue) },
                Member("source", .coded(ChangeSource.self)) { .string($0.terms.source.rawValue) },
                Member("route", .coded(ChangeRoute.self)) { .string($0.terms.route.rawValue) },
                Member("basis", .coded(SharingBasis.self), "On what ground it is held.") {
                    .string($0.terms.basis.rawValue)
                },
                .event("event") { $0.event },
                Member("state", .coded(ReportedChange.State.self)) { .string($0.state.rawValue) },
                Member("told", .list(Shape<Told<Taken>>.taken.type), "Who is to take it into their records.") { told in
                    told.json(
                        told.told.map {
                            Taken(
                                by: $0, acknowledged: told.acknowledged[$0], applied: told.applied[$0],
                                hasLeft: told.left.contains($0))
                        }, .taken)
                },
                Member("disputes", .list(Shape<Told<ReportedChange.Dispute>>.dispute.type), "Every other version.") {
                    $0.json($0.disputes, .dispute)
                },
                Member("resolutions", .list(Shape<Told<ReportedChange.Resolution>>.resolution.type)) {
                    $0.json($0.resolutions, .resolution)
                },
                .event("withdrawn", optional: true) { $0.withdrawn?.event },
                Member("withdrawn-why", .text, optional: true) { told in
                    told.withdrawn.flatMap { told.words($0.why) }
                },
            ])
    }
}

/// How far a change has come with one organisation.
private struct Taken: Sendable {
    let by: Identifier<Organisation>
    let acknowledged: EventStamp?
    let applied: EventStamp?
    let hasLeft: Bool
}

extension Shape where Value == Told<Taken> {
    fileprivate static var taken: Shape {
        Shape(
            "Taken",
            [
                Member("organisation", .named) { $0.organisation($0.by) },
                .event("acknowledged", optional: true) { $0.acknowledged },
                .event("applied", optional: true) { $0.applied },
                Member("left", .flag, "Whether they no longer help the person, so that nothing waits for them.") {
                    .bool($0.hasLeft)
                },
            ])
    }
}

extension Shape where Value == Told<ReportedChange.Dispute> {
    fileprivate static var dispute: Shape {
        Shape(
            "Dispute",
            [
                Member("id", .reference) { .text($0.id) },
                .event("event") { $0.event },
                Member("other", .heldDetail, optional: true, "Left out when they only say that it is wrong.") {
                    $0.other.map { .detail($0) }
                },
                Member("why", .text, optional: true) { $0.words($0.why) },
                Member("open", .flag, "Whether nobody has decided yet.") { .bool($0.isOpen) },
            ])
    }
}

extension Shape where Value == Told<ReportedChange.Resolution> {
    fileprivate static var resolution: Shape {
        Shape(
            "Resolution",
            [
                .event("event") { $0.event },
                Member("stands", .coded(["reported", "before", "dispute"])) { told in
                    switch told.stands {
                    case .reported: "reported"
                    case .before: "before"
                    case .dispute: "dispute"
                    }
                },
                Member("dispute", .reference, optional: true, "The version that stands.") { told in
                    if case .dispute(let id) = told.stands { .text(id) } else { nil }
                },
                Member("why", .text, optional: true) { $0.words($0.why) },
            ])
    }
}

extension Shape where Value == Told<ContactFailure> {
    fileprivate static var failure: Shape {
        Shape(
            "ContactFailure",
            [
                Member("kind", .coded(ChangeKind.self)) { .string($0.kind.rawValue) },
                Member("reason", .coded(ContactFailureReason.self)) { .string($0.reason.rawValue) },
                Member("letter", .reference, optional: true, "The event whose letter went astray.") {
                    .text(of: $0.told)
                },
                .event("event") { $0.event },
            ])
    }
}

extension Shape where Value == Told<ContactsConfirmed> {
    fileprivate static var confirmed: Shape {
        Shape(
            "ContactsConfirmed",
            [
                Member("kinds", .list(.coded(ChangeKind.self))) { .array($0.kinds.map { .string($0.rawValue) }) },
                .event("event") { $0.event },
            ])
    }
}

extension Shape where Value == Told<CallerCheck> {
    fileprivate static var check: Shape {
        Shape(
            "CallerCheck",
            [
                Member("caller", .coded(CallerCheck.Caller.self)) { .string($0.caller.rawValue) },
                Member("questions", .list(.coded(CallerCheck.Question.self)), "What was asked; never an answer.") {
                    .array($0.questions.map { .string($0.rawValue) })
                },
                Member("passed", .flag) { .bool($0.passed) },
                .event("event") { $0.event },
            ])
    }
}

extension SchemaType {
    /// What is said to be so.
    fileprivate static let heldDetail = SchemaType(
        json: ["$ref": "#/components/schemas/Detail"],
        components: [
            "Detail": [
                "type": "object",
                "properties": [
                    "code": ["type": "string"], "on": ["type": "boolean"],
                    "hours": ["type": "integer", "description": "Hours a week."],
                    "words": ["type": "string", "description": "The contact itself, or what was said in words."],
                    "erased": ["type": "boolean", "description": "Whether part of it can no longer be read."],
                ], "required": ["erased"],
            ]
        ])
}

extension JSON {
    fileprivate static func detail(_ detail: HeldDetail) -> JSON {
        .fields([
            "code": detail.open.code.map { .string($0) }, "on": detail.open.on.map { .bool($0) },
            "hours": detail.open.hours.map { .int($0) }, "words": detail.open.words.map { .string($0) },
            "erased": .bool(detail.isShut),
        ])
    }
}
