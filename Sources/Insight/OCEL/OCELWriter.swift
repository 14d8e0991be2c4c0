import Kernel

/// Writes our journeys as OCEL 2.0 in JSON, an event a line: customers, organisations and people are the objects.
///
/// Types come last, as they are known only then; the order of members means nothing in JSON.
public struct OCELWriter {
    private let put: (String) throws -> Void
    private var events = 0
    private var types: Set<ExactName> = []
    private var people: Set<ExactName> = []
    private var agencies: Set<ExactName> = []
    private var attributeNames: [String] = []
    private var customers: [JSON] = []

    /// - Parameter put: takes each line as it is made.
    public init(_ put: @escaping (String) throws -> Void) throws {
        self.put = put
        try put(#"{"events":["#)
    }

    /// Adds one case with its events.
    public mutating func add(_ journey: ExportedJourney) throws {
        for step in journey.steps {
            events += 1
            types.insert(ExactName(step.activity))
            var related: [JSON] = [["objectId": .string(journey.id), "qualifier": "customer"]]
            if let person = step.person {
                people.insert(ExactName(person))
                related.append(["objectId": .string(person), "qualifier": "done by"])
            }
            if let agency = step.agency {
                agencies.insert(ExactName(agency))
                related.append(["objectId": .string("organisation: \(agency)"), "qualifier": "done for"])
            }
            let event: JSON = [
                "id": .string("\(events)"), "type": .string(step.activity), "time": .text(step.time),
                "attributes": [
                    ["name": "kind", "value": .string(step.kind)], ["name": "role", "value": .string(step.role)],
                ],
                "relationships": .array(related),
            ]
            try put((events > 1 ? "," : "") + event.text)
        }
        for said in journey.attributes where !attributeNames.contains(said.name) { attributeNames.append(said.name) }
        customers.append(Self.object(journey.id, "customer", journey.attributes))
    }

    /// The end of the file; nothing can be added after it.
    public func end() throws {
        try put(#"],"objects":["#)
        let objects =
            customers
            + agencies.sorted().map {
                Self.object("organisation: \($0.text)", "organisation", [(name: "name", value: $0.text)])
            }
            + people.sorted().map { Self.object($0.text, "person", []) }
        for (place, object) in objects.enumerated() { try put((place > 0 ? "," : "") + object.text) }
        try put(#"],"eventTypes":["#)
        for (place, name) in types.sorted().enumerated() {
            try put((place > 0 ? "," : "") + Self.type(name.text, ["kind", "role"]).text)
        }
        try put(#"],"objectTypes":["#)
        let kinds = [("customer", attributeNames.sorted()), ("organisation", ["name"]), ("person", [])]
        for (place, kind) in kinds.enumerated() { try put((place > 0 ? "," : "") + Self.type(kind.0, kind.1).text) }
        try put("]}")
    }

    private static func type(_ name: String, _ attributes: [String]) -> JSON {
        [
            "name": .string(name),
            "attributes": .array(attributes.map { ["name": .string($0), "type": "string"] }),
        ]
    }

    /// What an object says of itself holds from the beginning, which OCEL writes as the beginning of 1970.
    private static func object(_ id: String, _ type: String, _ attributes: [(name: String, value: String)]) -> JSON {
        [
            "id": .string(id), "type": .string(type),
            "attributes": .array(
                attributes.map {
                    [
                        "name": .string($0.name), "value": .string($0.value), "time": "1970-01-01T00:00:00.000Z",
                    ]
                }),
        ]
    }
}
