import Casework
import Kernel
import Office
import Records

extension Shape where Value == OfferingAdviser {
    static var adviser: Shape {
        Shape(
            "Adviser",
            [
                Member("person", .reference) { .text($0.person) },
                Member("name", .text) { .string($0.name) },
                Member("offers", .list(.coded(AdviserOffer.self))) { adviser in
                    .array(AdviserOffer.allCases.filter(adviser.offers.contains).map { .string($0.rawValue) })
                },
            ])
    }
}

extension Shape where Value == PaperFile {
    static var paper: Shape {
        Shape(
            "PaperFile",
            [
                Member("reference", .text) { .text($0.entry.reference) },
                Member("area", .reference) { .text($0.entry.area) },
                Member("opened", .day, "The first of the month in which it was entered.") { .text($0.entry.opened) },
                Member("lines", .list(Shape<ClericalLine>.clerical.type)) {
                    Shape<ClericalLine>.clerical.list($0.lines)
                },
            ])
    }
}

extension Shape where Value == ClericalLine {
    static var clerical: Shape {
        Shape(
            "ClericalLine",
            [
                Member("key", .text) { .string($0.key) },
                Member("programme", .text) { .string($0.programme) },
                Member("group", .text) { .string($0.group) },
                Member("kind", .coded(LineKind.self)) { .string($0.kind.rawValue) },
                Member("ordinal", .whole) { .int($0.ordinal) },
                Member("provider", .reference) { .text($0.provider) },
                Member("due", .day) { .text($0.dueOn) },
                Member("pence", .pence) { .int($0.amount.pence) },
                Member("entered", .day) { .text($0.entered) },
            ])
    }
}

/// Other records that may be of the same person, and those that are part of theirs.
struct Duplicates: Sendable {
    let alike: [IdentityRegister.Entry]
    let parts: [Part]

    struct Part: Sendable {
        let other: Identifier<CaseFile>
        let name: String?
        let since: CalendarDay
    }
}

extension Shape where Value == Duplicates {
    static var duplicates: Shape {
        Shape(
            "Duplicates",
            [
                Member("alike", .list(Shape<IdentityRegister.Entry>.found.type)) {
                    Shape<IdentityRegister.Entry>.found.list($0.alike)
                },
                Member("parts", .list(Shape<Duplicates.Part>.part.type)) { Shape<Duplicates.Part>.part.list($0.parts) },
            ])
    }
}

extension Shape where Value == Duplicates.Part {
    fileprivate static var part: Shape {
        Shape(
            "MergedPart",
            [
                Member("case", .reference) { .text($0.other) },
                Member("name", .text, optional: true) { .text(of: $0.name) },
                Member("since", .day) { .text($0.since) },
            ])
    }
}
