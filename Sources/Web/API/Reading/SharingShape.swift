import Casework
import Kernel
import Office

/// Who sees one record, and what the person said about it.
struct SharingRead: Sendable {
    let viewers: [NamedViewer]
    let consents: [Given]
    let requests: [ConsentRequest]
    /// What anybody may see a record for.
    let purposes: [SharingPurpose]

    init(_ opened: OpenedCase, commissioning: CommissioningBodies, by matrix: SharingMatrix) {
        viewers = opened.seen.allViewers(commissioners: commissioning.organisations).map {
            NamedViewer(viewer: $0, name: commissioning.name(of: $0.organisation, opened.names))
        }
        let said = opened.seen.consents ?? Consents()
        consents = said.given.map { consent in
            Given(consent: consent, holds: consent.holds(on: opened.today) && !matrix.meant(by: consent.terms).isEmpty)
        }
        requests = said.requests
        purposes = matrix.purposes
    }

    /// A yes that was said, and whether it opens anything.
    struct Given: Sendable {
        let consent: Consent
        let holds: Bool
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
                Member("consents", .list(Shape<Told<SharingRead.Given>>.consent.type)) {
                    $0.json($0.consents, .consent)
                },
                Member("requests", .list(Shape<Told<ConsentRequest>>.request.type)) {
                    $0.json($0.requests, .request)
                },
                .list("purposes", Shape<SharingPurpose>.purpose, "What the codes of `purpose` stand for.") {
                    $0.purposes
                },
            ])
    }
}

extension Shape where Value == SharingPurpose {
    fileprivate static var purpose: Shape {
        Shape(
            "Purpose",
            [
                .text("code") { $0.code },
                .text("says", "In words that follow “to”.") { $0.words },
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
                .text("why", optional: true, "What it is to the person, in words to them.") {
                    $0.viewer.relation.saidWhy
                },
                Member("purposes", .list(.text), "What it sees the record for without a consent, after “to”.") {
                    .array($0.viewer.purposes.map { .string($0) })
                },
                Member("reasons", .list(Shape<(Casework.Category, Sight.Reason)>.reason.type), "Why it sees each.") {
                    named in
                    Shape<(Casework.Category, Sight.Reason)>.reason.list(
                        named.viewer.categories.compactMap { category in
                            named.viewer.sight.reason(for: category).map { (category, $0) }
                        })
                },
            ])
    }
}

extension Shape where Value == Told<SharingRead.Given> {
    fileprivate static var consent: Shape {
        Shape(
            "Consent",
            [
                Member("id", .reference) { .text($0.consent.id) },
                Member("recipient", .named) { $0.organisation($0.consent.terms.recipient) },
                Member("categories", .list(.coded(Casework.Category.self))) {
                    .array($0.consent.terms.categories.map { .string($0.rawValue) })
                },
                Member("purpose", .text) { .string($0.consent.terms.purpose) },
                Member("until", .day) { .text($0.consent.until) },
                Member("how", .coded(ConsentRoute.self)) { .string($0.consent.how.rawValue) },
                Member("packet", .reference, optional: true, "The packet that it was released with.") {
                    .text(of: $0.consent.packet)
                },
                Member("given", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.consent.given))
                },
                Member("withdrawn", Shape<Told<EventStamp>>.event.type, optional: true) { told in
                    told.consent.withdrawn.map { Shape<Told<EventStamp>>.event.json(told.with($0)) }
                },
                Member("holds", .flag, "Whether it opens anything today.") { .bool($0.holds) },
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
