public import Kernel

/// One person's journey as it is written for other programs: codes, dates, agencies, and no names of people.
public struct ExportedJourney: Sendable, Equatable {
    /// An event of a journey, as it is written.
    public struct Step: Sendable, Equatable {
        /// What happened, in words.
        public let activity: String
        /// The code of what happened, as programme files name it: `referral.made`.
        public let kind: String
        /// When.
        public let time: Instant
        /// Who did it, by a reference; nil when nobody did.
        public let person: String?
        /// The organisation’s name; nil when nobody’s.
        public let agency: String?
        /// What whoever did it is there; nil when it was nobody.
        public let role: String

        /// - Parameters:
        ///   - activity: what happened, in words.
        ///   - kind: the code of what happened.
        ///   - time: when.
        ///   - person: who did it, by a reference.
        ///   - agency: the organisation's name.
        ///   - role: what whoever did it is there.
        public init(activity: String, kind: String, time: Instant, person: String?, agency: String?, role: String) {
            self.activity = activity
            self.kind = kind
            self.time = time
            self.person = person
            self.agency = agency
            self.role = role
        }
    }

    /// What stands for the person: the reference of the case.
    public let id: String
    /// What the case says of itself, by name, in an order that is always the same.
    public let attributes: [(name: String, value: String)]
    /// In the order of their times; those of one time in the order in which they were given.
    public let steps: [Step]

    /// - Parameters:
    ///   - id: what stands for the person.
    ///   - attributes: what the case says of itself, by name.
    ///   - steps: in any order, as that in which they were recorded.
    public init(id: String, attributes: [(name: String, value: String)], steps: [Step]) {
        self.id = id
        self.attributes = attributes
        self.steps = Self.inOrder(steps)
    }

    private static func inOrder(_ steps: [Step]) -> [Step] {
        guard !zip(steps, steps.dropFirst()).allSatisfy({ $0.time <= $1.time }) else { return steps }
        return steps.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    public static func == (one: ExportedJourney, other: ExportedJourney) -> Bool {
        one.id == other.id && one.steps == other.steps && one.attributes.elementsEqual(other.attributes) { $0 == $1 }
    }
}

extension ExportedJourney {
    /// Hands it to a sink as a case.
    func give(to sink: inout some EventLogSink, naming tables: inout LogTables) throws {
        if sink.takesAttributes {
            try sink.attribute("concept:name", id)
            for said in attributes { try sink.attribute(said.name, said.value) }
        }
        for step in steps {
            try sink.event(
                LoggedEvent(
                    activity: tables.activities.number(of: step.activity), time: step.time.milliseconds,
                    person: step.person.map { tables.people.number(of: $0) } ?? -1,
                    agency: step.agency.map { tables.agencies.number(of: $0) } ?? -1))
        }
        try sink.endTrace()
    }

    /// What a log of our journeys says of the form it is in.
    public static let xesVersion = [XMLElement.Attribute("xes.version", "1849.2016")]
    /// The head of a log of our journeys: extensions, defaults and the classifier, in the order that IEEE 1849-2016 gives them.
    public static let xesHead: [XMLElement] = {
        func `extension`(_ name: String, _ prefix: String, _ file: String) -> XMLElement {
            XMLElement(
                "extension",
                [
                    .init("name", name), .init("prefix", prefix),
                    .init("uri", "http://www.xes-standard.org/\(file).xesext"),
                ])
        }
        return [
            `extension`("Concept", "concept", "concept"), `extension`("Lifecycle", "lifecycle", "lifecycle"),
            `extension`("Time", "time", "time"), `extension`("Organizational", "org", "org"),
            XMLElement("global", [.init("scope", "trace")], [attribute("concept:name", "case")]),
            XMLElement(
                "global", [.init("scope", "event")],
                [
                    attribute("concept:name", "activity"), attribute("lifecycle:transition", "complete"),
                    attribute("time:timestamp", "1970-01-01T00:00:00.000Z", "date"), attribute("org:role", "role"),
                    attribute("kind", "kind"),
                ]),
            XMLElement(
                "classifier", [.init("name", "Activity"), .init("scope", "event"), .init("keys", "concept:name")]),
        ]
    }()

    /// The journey as a trace of XES.
    public var xes: XMLElement {
        XMLElement(
            "trace", [],
            [Self.attribute("concept:name", id)] + attributes.map { Self.attribute($0.name, $0.value) }
                + steps.map { step in
                    var said = [
                        Self.attribute("concept:name", step.activity),
                        Self.attribute("lifecycle:transition", "complete"),
                        Self.attribute("time:timestamp", step.time.description, "date"),
                    ]
                    if let person = step.person { said.append(Self.attribute("org:resource", person)) }
                    if let agency = step.agency { said.append(Self.attribute("org:group", agency)) }
                    said += [Self.attribute("org:role", step.role), Self.attribute("kind", step.kind)]
                    return XMLElement("event", [], said)
                })
    }

    private static func attribute(_ key: String, _ value: String, _ type: String = "string") -> XMLElement {
        XMLElement(type, [.init("key", key), .init("value", value)])
    }
}
