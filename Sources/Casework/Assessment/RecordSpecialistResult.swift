public import Kernel

/// Records what a specialist or a trainer found out, in time for those who go by it (C06).
/// - Refuses: a kind that is not on the list, one about what the person has not agreed that the actor sees, a kind that
///   says nothing by itself without words of what it was about, a level that the kind has not, nobody who found it out,
///   nothing found, and a day ahead or before they were registered.
public struct RecordSpecialistResult: CaseCommand {
    public let finding: SpecialistFinding
    /// The day it was found out; nil for today.
    public let on: CalendarDay?

    public init(_ finding: SpecialistFinding, on: CalendarDay? = nil) {
        self.finding = finding
        self.on = on
    }

    /// The most characters that say who found it out.
    public static let byMost = 200
    /// The most characters of what it was about.
    public static let aboutMost = 200
    /// The most characters of what was found.
    public static let resultMost = 4000

    public static let act = Act.recordSpecialist

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let day = try file.day(on, in: context)
        guard let kind = context.tools.rules.assessing.specialists.kind(finding.kind) else {
            throw Refusal("specialist.kind", "Choose from the list what it was about.", rule: "C06", field: "kind")
        }
        try file.requireSight(kind.category, in: context)
        if let about = finding.about {
            try Self.require(
                about.text, atMost: Self.aboutMost, "specialist.about", "Say what it was about", field: "about")
        } else if kind.asksWhat {
            throw Refusal(
                "specialist.about", "Say in a few words what it was about.", rule: "C06", field: "about")
        }
        if let level = finding.level, !kind.levels.contains(level) {
            throw Refusal(
                "specialist.level",
                kind.levels.isEmpty
                    ? "“\(kind.title)” has no levels. Leave the level out, and say in words what was found."
                    : "Choose a level from the list, or leave it out.", rule: "C06", field: "level")
        }
        try Self.require(
            finding.by, atMost: Self.byMost, "specialist.by",
            "Say who found it out, by name or role and with their organisation", field: "by")
        try Self.require(
            finding.result.text, atMost: Self.resultMost, "specialist.result", "Say what was found out", field: "words")
        return [.assessment(.specialistAssessed(kind.category, .open(finding), on: day))]
    }

    private static func require(
        _ text: String, atMost most: Int, _ code: String, _ ask: String, field: String
    ) throws(Refusal) {
        guard !text.trimmed.isEmpty, text.count <= most else {
            throw Refusal(code, "\(ask), in \(most) characters or fewer.", rule: "C06", field: field)
        }
    }
}

/// Takes back a result recorded in error. It stays in the record and counts for nothing.
/// - Refuses: a result that is not there or was withdrawn already, and one about what the actor does not see.
public struct WithdrawSpecialistResult: CaseCommand {
    public let event: Identifier<Event<CaseFile>>
    public let why: Words

    public init(event: Identifier<Event<CaseFile>>, why: Words) {
        self.event = event
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let held = file.assessments.standingSpecialists.first(where: { $0.event.id == event }) else {
            throw Refusal(
                "specialist.none", "There is no such result to withdraw. Choose one from the assessment page.")
        }
        try file.requireSight(held.category, in: context)
        return [.assessment(.specialistWithdrawn(event, held.category, .open(why)))]
    }
}
