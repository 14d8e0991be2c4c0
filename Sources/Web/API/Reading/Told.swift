import Casework
import Kernel
import Office

/// A part of a case beside the case as its reader opened it, which knows the names of whom it speaks.
@dynamicMemberLookup
struct Told<Part>: Sendable where Part: Sendable {
    let part: Part
    let opened: OpenedCase

    init(_ part: Part, _ opened: OpenedCase) {
        self.part = part
        self.opened = opened
    }

    subscript<Value>(dynamicMember path: KeyPath<Part, Value>) -> Value { part[keyPath: path] }

    func with<Other: Sendable>(_ other: Other) -> Told<Other> { Told<Other>(other, opened) }

    func json<Other: Sendable>(_ parts: some Sequence<Other>, _ shape: Shape<Told<Other>>) -> JSON {
        shape.list(parts.map { Told<Other>($0, opened) })
    }

    /// Words that are open to the reader.
    func words(_ words: Sealed<Words>) -> JSON? { words.value.map { .string($0.text) } }

    func organisation(_ id: Identifier<Organisation>) -> JSON {
        ["id": .text(id), "name": .string(opened.names.organisation(id))]
    }

    func person(_ id: Identifier<Person>) -> JSON {
        ["id": .text(id), "name": .string(opened.names.person(id))]
    }
}

extension Member {
    /// One event of the record's, as it was stamped.
    static func event<Part: Sendable>(
        _ name: String, optional: Bool = false, _ about: String? = nil,
        _ read: @escaping @Sendable (Told<Part>) -> EventStamp?
    ) -> Member where Value == Told<Part> {
        let shape = Shape<Told<EventStamp>>.event
        return Member(name, shape.type, optional: optional, about) { told in
            read(told).map { shape.json(told.with($0)) }
        }
    }
}

extension SchemaType {
    /// An organisation or a person: its reference and its name.
    static let named = SchemaType(
        json: ["$ref": "#/components/schemas/Named"],
        components: [
            "Named": [
                "type": "object",
                "properties": ["id": ["type": "string", "format": "uuid"], "name": ["type": "string"]],
                "required": ["id", "name"],
            ]
        ])
}

extension Shape where Value == Told<EventStamp> {
    static var event: Shape {
        Shape(
            "Event",
            [
                Member("id", .reference) { .text($0.id) },
                Member("sequence", .whole) { .int($0.sequence) },
                Member("day", .day, "The day it happened.") { .text($0.day) },
                Member("recorded", .moment) { .text($0.recorded) },
                Member("by", .named) { $0.person($0.by.person) },
                Member("for", .named) { $0.organisation($0.by.organisation) },
                Member("role", .coded(Role.self)) { .string($0.by.role.rawValue) },
            ])
    }
}
