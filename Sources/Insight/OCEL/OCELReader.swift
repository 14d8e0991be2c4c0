/// Whose journey is read from a log of many kinds of objects.
public struct OCELMapping: Sendable, Equatable {
    /// The kind of object that is a case; nil for the only one, or for that which the most events belong to.
    public var caseType: String?
    /// The type of the objects that are people who acted.
    public var personType: String?
    /// The type of the objects that are organisations.
    public var agencyType: String?

    /// - Parameters:
    ///   - caseType: the kind of object that is a case; nil for the likeliest.
    ///   - personType: the type of the objects that are people who acted.
    ///   - agencyType: the type of the objects that are organisations.
    public init(caseType: String? = nil, personType: String? = "person", agencyType: String? = "organisation") {
        self.caseType = caseType
        self.personType = personType
        self.agencyType = agencyType
    }
}

/// Reads an event log in OCEL 2.0 (JSON), flattened to the journeys of one kind of object: an event that several of them
/// share stands in the journey of each (van der Aalst, Object-Centric Process Mining, 2019, §3).
///
/// The whole file is in memory while it is read, at most 1 GB.
struct OCELReader {
    struct Object {
        let id: String
        let type: String
        var attributes: [(String, String)] = []
        let position: Int
    }
    struct Happening {
        let id: String
        let type: String
        let time: Int64
        let objects: [String]
        let position: Int
    }

    private var objects: [Object] = []
    private var events: [Happening] = []
    private var eventTypes: Set<ExactName> = []

    /// - Throws: `LogFault` with the line, for what is not JSON, lacks what OCEL requires, or speaks of what is not there; and
    ///   whatever the source or the sink throw.
    static func read(
        _ source: any ByteReader, _ mapping: OCELMapping, into sink: inout some EventLogSink,
        naming tables: inout LogTables
    ) throws {
        var source = source
        var cursor = try JSONCursor(try source.whole(atMost: 1 << 30))
        var reader = OCELReader()
        try reader.read(&cursor)
        try reader.give(mapping, cursor, to: &sink, &tables)
    }

    private mutating func read(_ cursor: inout JSONCursor) throws {
        var found: Set<ExactName> = []
        var log = OCELReader()
        var ids = OCELIdentities()
        try cursor.object("The log") { cursor, name in
            guard found.insert(ExactName(name)).inserted else { throw cursor.fault("“\(name)” stands twice.") }
            switch name {
            case "eventTypes":
                try cursor.array("The event types") { cursor in
                    log.eventTypes.insert(ExactName(try OCELReader.name(of: &cursor, "An event type")))
                }
            case "events":
                try cursor.array("The events") { cursor in
                    let event = try OCELReader.event(&cursor)
                    try ids.add(event, cursor)
                    log.events.append(event)
                }
            case "objects":
                try cursor.array("The objects") { cursor in
                    let object = try OCELReader.object(&cursor)
                    try ids.add(object, cursor)
                    log.objects.append(object)
                }
            default: try cursor.pass()
            }
        }
        try cursor.end()
        try Self.require(found)
        self = log
    }

    /// - Throws: `LogFault` when a log with these members lacks one that OCEL requires.
    static func require(_ found: Set<ExactName>) throws(LogFault) {
        for name in ["eventTypes", "objectTypes", "events", "objects"] where !found.contains(ExactName(name)) {
            throw LogFault(line: 1, "The log has no “\(name)”, so it is not OCEL 2.0.")
        }
    }

    private static func name(of cursor: inout JSONCursor, _ what: String) throws -> String {
        let start = cursor.position
        var name: String?
        try cursor.object(what) { cursor, member in
            if member == "name" { name = try cursor.string("The name") } else { try cursor.pass() }
        }
        guard let name else { throw cursor.fault("\(what) has no “name”.", at: start) }
        return name
    }

    static func event(_ cursor: inout JSONCursor) throws -> Happening {
        let start = cursor.position
        var (id, type, time): (String?, String?, Int64?) = (nil, nil, nil)
        var objects: [String] = []
        try cursor.object("An event") { cursor, member in
            switch member {
            case "id": id = try cursor.string("The id of an event")
            case "type": type = try cursor.string("The type of an event")
            case "time":
                let text = try cursor.string("The time of an event")
                time = Array(text.utf8).withUnsafeBytes { LoggedTime.milliseconds($0) }
                if time == nil {
                    throw cursor.fault("“\(text.prefix(40))” is not a time. Write it as 2012-08-09T08:30:00.000Z.")
                }
            case "relationships":
                try cursor.array("The relationships of an event") { objects.append(try Self.related(&$0)) }
            default: try cursor.pass()
            }
        }
        guard let id else { throw cursor.fault("An event has no “id”.", at: start) }
        guard let type else { throw cursor.fault("An event has no “type”.", at: start) }
        guard let time else { throw cursor.fault("An event has no “time”.", at: start) }
        return Happening(id: id, type: type, time: time, objects: objects, position: start)
    }

    private static func related(_ cursor: inout JSONCursor) throws -> String {
        let start = cursor.position
        var id: String?
        try cursor.object("A relationship") { cursor, member in
            if member == "objectId" { id = try cursor.string("The id of an object") } else { try cursor.pass() }
        }
        guard let id else { throw cursor.fault("A relationship has no “objectId”.", at: start) }
        return id
    }

    static func object(_ cursor: inout JSONCursor) throws -> Object {
        let start = cursor.position
        var (id, type): (String?, String?) = (nil, nil)
        var attributes: [(String, String)] = []
        try cursor.object("An object") { cursor, member in
            switch member {
            case "id": id = try cursor.string("The id of an object")
            case "type": type = try cursor.string("The type of an object")
            case "attributes":
                try cursor.array("The attributes of an object") { cursor in
                    var (name, value) = ("", "")
                    try cursor.object("An attribute") { cursor, member in
                        switch member {
                        case "name": name = try cursor.string("The name of an attribute")
                        case "value": value = try cursor.scalar("The value of an attribute")
                        default: try cursor.pass()
                        }
                    }
                    attributes.append((name, value))
                }
            default: try cursor.pass()
            }
        }
        guard let id else { throw cursor.fault("An object has no “id”.", at: start) }
        guard let type else { throw cursor.fault("An object has no “type”.", at: start) }
        return Object(id: id, type: type, attributes: attributes, position: start)
    }
}

extension OCELReader {
    private func give(
        _ mapping: OCELMapping, _ cursor: JSONCursor, to sink: inout some EventLogSink, _ tables: inout LogTables
    ) throws {
        var numbers: [ExactName: Int] = [:]
        for (number, object) in objects.enumerated() { numbers[ExactName(object.id)] = number }
        var related: [[Int]] = []
        for event in events {
            guard eventTypes.contains(ExactName(event.type)) else {
                throw cursor.fault(
                    "The type “\(event.type.prefix(60))” of this event is not among the event types.",
                    at: event.position)
            }
            related.append(
                try event.objects.map { id in
                    guard let number = numbers[ExactName(id)] else {
                        throw cursor.fault(
                            "This event speaks of the object “\(id.prefix(60))”, which is not there.",
                            at: event.position)
                    }
                    return number
                })
        }
        let caseType = try caseType(mapping, related)
        var ofCase: [Int: [Int]] = [:]
        for (number, objects) in related.enumerated() {
            for object in Set(objects) where ExactName(self.objects[object].type) == caseType {
                ofCase[object, default: []].append(number)
            }
        }
        for (number, object) in objects.enumerated() where ExactName(object.type) == caseType {
            if sink.takesAttributes {
                try sink.attribute("concept:name", object.id)
                for (name, value) in object.attributes { try sink.attribute(name, value) }
            }
            // In the order of time, those of one time in the order of the file.
            let own = ofCase[number, default: []].sorted { (events[$0].time, $0) < (events[$1].time, $1) }
            for event in own {
                func first(_ type: String?) -> String? {
                    guard let type = type.map(ExactName.init), type != caseType else { return nil }
                    let found = related[event].first { ExactName(objects[$0].type) == type }
                    return found.map { place in
                        objects[place].attributes.first { $0.0 == "name" }?.1 ?? objects[place].id
                    }
                }
                try sink.event(
                    LoggedEvent(
                        activity: tables.activities.number(of: events[event].type), time: events[event].time,
                        person: first(mapping.personType).map { tables.people.number(of: $0) } ?? -1,
                        agency: first(mapping.agencyType).map { tables.agencies.number(of: $0) } ?? -1))
            }
            try sink.endTrace()
        }
    }

    private func caseType(_ mapping: OCELMapping, _ related: [[Int]]) throws(LogFault) -> ExactName {
        let types = Set(objects.map { ExactName($0.type) })
        if let asked = mapping.caseType.map(ExactName.init) {
            guard types.contains(asked) || objects.isEmpty else {
                let names = types.sorted().map { "“\($0.text.prefix(40))”" }.joined(separator: ", ")
                throw LogFault(line: 1, "There is no object of type “\(asked.text)”. There are: \(names).")
            }
            return asked
        }
        var counts: [ExactName: Int] = [:]
        for objects in related {
            for type in Set(objects.map { ExactName(self.objects[$0].type) }) { counts[type, default: 0] += 1 }
        }
        let people = [mapping.personType, mapping.agencyType].map { $0.map(ExactName.init) }
        let candidates = types.filter { !people.contains($0) }.sorted()
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ExactName("")
    }
}
