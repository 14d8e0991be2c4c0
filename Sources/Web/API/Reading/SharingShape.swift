import Casework
import Kernel
import Office

/// Who sees one record, and what the person said about it.
struct SharingRead: Sendable {
    let viewers: [NamedViewer]
    let consents: Consents

    init(_ opened: OpenedCase, commissioning: CommissioningBodies) {
        viewers = opened.seen.allViewers(commissioners: commissioning.organisations).map {
            NamedViewer(viewer: $0, name: commissioning.name(of: $0.organisation, opened.names))
        }
        consents = opened.seen.consents ?? Consents()
    }

    /// An organisation that can open the record, with what it is called.
    struct NamedViewer: Sendable {
        let viewer: Viewer
        let name: String
    }
}

extension Shape where Value == Told<SharingRead> {
    static var sharing: Shape {
        Shape(
            "Sharing",
            [
                Member("case", .reference) { .text($0.opened.seen.id) },
                Member("sequence", .whole) { .int($0.opened.seen.sequence) },
                Member(
                    "viewers", .list(Shape<SharingRead.NamedViewer>.viewer.type),
                    "Every organisation that can open the record; those that pay for the help come last."
                ) {
                    Shape<SharingRead.NamedViewer>.viewer.list($0.viewers)
                },
                Member("consents", .list(Shape<Told<Consent>>.consent.type)) { $0.json($0.consents.given, .consent) },
                Member("requests", .list(Shape<Told<ConsentRequest>>.request.type)) {
                    $0.json($0.consents.requests, .request)
                },
            ])
    }
}

extension Shape where Value == SharingRead.NamedViewer {
    fileprivate static var viewer: Shape {
        Shape(
            "Viewer",
            [
                Member("organisation", .named) { ["id": .text($0.viewer.organisation), "name": .string($0.name)] },
                Member("relation", .coded(Relation.self)) { .string($0.viewer.relation.rawValue) },
                Member("sees", .list(.coded(Casework.Category.self))) {
                    .array($0.viewer.categories.map { .string($0.rawValue) })
                },
            ])
    }
}

extension Shape where Value == Told<Consent> {
    fileprivate static var consent: Shape {
        Shape(
            "Consent",
            [
                Member("id", .reference) { .text($0.id) },
                Member("recipient", .named) { $0.organisation($0.terms.recipient) },
                Member("categories", .list(.coded(Casework.Category.self))) {
                    .array($0.terms.categories.map { .string($0.rawValue) })
                },
                Member("purpose", .text) { .string($0.terms.purpose) },
                Member("until", .day) { .text($0.until) },
                Member("how", .coded(ConsentRoute.self)) { .string($0.how.rawValue) },
                Member("given", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.given))
                },
                Member("withdrawn", Shape<Told<EventStamp>>.event.type, optional: true) { told in
                    told.withdrawn.map { Shape<Told<EventStamp>>.event.json(told.with($0)) }
                },
                Member("holds", .flag, "Whether it opens anything today.") {
                    .bool($0.part.holds(on: $0.opened.today))
                },
            ])
    }
}

extension Shape where Value == Told<ConsentRequest> {
    fileprivate static var request: Shape {
        Shape(
            "ConsentRequest",
            [
                Member("id", .reference) { .text($0.id) },
                Member("recipient", .named) { $0.organisation($0.terms.recipient) },
                Member("categories", .list(.coded(Casework.Category.self))) {
                    .array($0.terms.categories.map { .string($0.rawValue) })
                },
                Member("purpose", .text) { .string($0.terms.purpose) },
                Member("why", .text, optional: true) { $0.words($0.why) },
                Member("answer", .coded(["agreed", "refused"]), optional: true, "Left out while it waits.") {
                    $0.answer.map { $0 == .agreed ? "agreed" : "refused" }
                },
            ])
    }
}
