import Kernel

/// The form of a JSON value, as the API's description says it (JSON Schema 2020-12, which OpenAPI 3.1 uses), with the
/// named forms it refers to.
struct SchemaType: Sendable {
    let json: JSON
    /// The forms it names, by their names.
    var components: [String: JSON] = [:]

    static let text = SchemaType(json: ["type": "string"])
    static let whole = SchemaType(json: ["type": "integer"])
    static let flag = SchemaType(json: ["type": "boolean"])
    static let day = SchemaType(json: ["type": "string", "format": "date"])
    static let moment = SchemaType(json: ["type": "string", "format": "date-time"])
    static let reference = SchemaType(json: ["type": "string", "format": "uuid"])
    static let pence = SchemaType(json: ["type": "integer", "description": "Pence."])

    static func coded(_ codes: [String]) -> SchemaType {
        SchemaType(json: ["type": "string", "enum": .array(codes.map { .string($0) })])
    }

    /// One case of an enumeration, by its raw value.
    static func coded<Code: RawRepresentable<String> & CaseIterable>(_: Code.Type) -> SchemaType {
        coded(Code.allCases.map(\.rawValue))
    }

    static func list(_ element: SchemaType, atMost: Int? = nil) -> SchemaType {
        SchemaType(
            json: .fields(["type": "array", "items": element.json, "maxItems": atMost.map { .int($0) }]),
            components: element.components)
    }
}

/// One member of a JSON object: its form, and how it is read off a value.
struct Member<Value>: Sendable {
    let name: String
    let type: SchemaType
    let optional: Bool
    let about: String?
    let read: @Sendable (Value) -> JSON?

    /// - Parameters:
    ///   - optional: whether it is left out when there is nothing to say; the closure then answers nil.
    ///   - about: what it means, where its name does not say.
    init(
        _ name: String, _ type: SchemaType, optional: Bool = false, _ about: String? = nil,
        _ read: @escaping @Sendable (Value) -> JSON?
    ) {
        self.name = name
        self.type = type
        self.optional = optional
        self.about = about
        self.read = read
    }
}

/// A JSON object that is written and described by the same declaration, so that the description cannot be untrue.
struct Shape<Value>: Sendable {
    let name: String
    let members: [Member<Value>]

    init(_ name: String, _ members: [Member<Value>]) {
        self.name = name
        self.members = members
    }

    func json(_ value: Value) -> JSON {
        .object(members.compactMap { member in member.read(value).map { JSON.Member(member.name, $0) } })
    }

    func list(_ values: some Sequence<Value>) -> JSON { .array(values.map(json)) }

    /// The form, to be referred to by its name.
    var type: SchemaType {
        let properties = members.map { member in
            JSON.Member(
                member.name,
                member.about.map { member.type.json.adding("description", .string($0)) } ?? member.type.json)
        }
        let required = members.filter { !$0.optional }.map { JSON.string($0.name) }
        let own = JSON.fields([
            "type": "object", "properties": .object(properties), "required": required.isEmpty ? nil : .array(required),
        ])
        let others = members.reduce(into: [:]) { $0.merge($1.type.components) { first, _ in first } }
        return SchemaType(
            json: ["$ref": .string("#/components/schemas/\(name)")],
            components: others.merging([name: own]) { first, _ in first })
    }
}

extension JSON {
    /// The same object with one more member in front of what comes after; anything else is left as it is.
    func adding(_ name: String, _ value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name, value)])
    }

    static func text(of value: (some CustomStringConvertible)?) -> JSON? { value.map { .string($0.description) } }
}
