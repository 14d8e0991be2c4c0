public import Kernel

/// What a specialist or a trainer found out, as it was recorded here (C06).
public struct SpecialistResult: Sendable, Equatable {
    public let event: EventStamp
    public let category: Category
    public let finding: Sealed<SpecialistFinding>
    public internal(set) var withdrawn: EventStamp?
}

/// Everything that is said of a result; all of it is sealed, since what was looked into can tell as much as what came of it.
public struct SpecialistFinding: Sendable, Equatable {
    /// The code of its kind.
    public let kind: String
    /// Who found it out: a name or a role, and their organisation.
    public let by: String
    public let result: Words
    /// One of the levels of its kind.
    public let level: String?
    /// What it was about, where the kind does not say or there is more to say.
    public let about: Words?

    public init(kind: String, by: String, result: Words, level: String? = nil, about: Words? = nil) {
        self.kind = kind
        self.by = by
        self.result = result
        self.level = level
        self.about = about
    }

    var json: JSON {
        .fields([
            "code": .string(kind), "by": .string(by), "result": .string(result.text),
            "level": level.map { .string($0) }, "about": about.map { .string($0.text) },
        ])
    }

    init(_ json: JSON) throws {
        self.init(
            kind: try json.string("code"), by: try json.string("by"), result: Words(try json.string("result")),
            level: try json.optional("level", JSON.string),
            about: try json.optional("about", JSON.string).map { Words($0) })
    }
}
