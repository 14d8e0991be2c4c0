public import Kernel

/// Begins an assessment with one of the partnership's instruments; the answers follow in parts (C06).
/// - Refuses: an instrument that is not there, one that is begun and not finished, and a day ahead, before they were
///   registered, or before the same questions were gone through last.
public struct BeginAssessment: CaseCommand {
    public let instrument: String
    public let version: Int
    public let mode: AssessmentMode
    /// The day the questions were gone through on paper; nil for today.
    public let on: CalendarDay?

    public init(instrument: String, version: Int, mode: AssessmentMode, on: CalendarDay? = nil) {
        self.instrument = instrument
        self.version = version
        self.mode = mode
        self.on = on
    }

    public static let act = Act.assess
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let day = try file.day(on, in: context)
        try file.requireSight(.assessment, in: context)
        _ = try context.instrument(instrument, version: version)
        if file.assessments.unfinished.contains(where: { $0.start.instrument == instrument }) {
            throw Refusal(
                "assessment.unfinished",
                "This assessment has been begun and is not finished. Go on with it, or withdraw it and begin again.",
                field: "instrument")
        }
        let before = file.assessments.finished.last { $0.start.instrument == instrument }
        if let before, let day, day < before.begun.day {
            throw Refusal(
                "assessment.order",
                "These questions were gone through on \(before.begun.day.written) already. Give a day from then on.",
                rule: "E-008", field: "day")
        }
        let start = AssessmentStart(instrument: instrument, version: version, mode: mode, on: day)
        return [.assessment(.begun(Identifier(context.command), start))]
    }
}

extension Context {
    /// - Refuses: an instrument or version that is not installed.
    func instrument(_ id: String, version: Int) throws(Refusal) -> Instrument {
        guard let found = tools.instrument(id, version: version) else {
            throw Refusal(
                "assessment.instrument",
                "Version \(version) of the questions “\(id.prefix(40))” is not here. Choose from the list, or ask for the file to be put back.",
                field: "instrument")
        }
        return found
    }
}

extension CaseFile {
    /// What the actor sees of this file now.
    func sight(in context: Context) -> Sight {
        sight(
            of: context.actor, as: relation(of: context.actor, on: context.today, by: context.sharing),
            matrix: context.sharing, on: context.today)
    }

    /// - Refuses: recording what the actor may not read.
    func requireSight(_ category: Category, in context: Context) throws(Refusal) {
        guard sight(in: context).sees(category) else {
            throw Refusal(
                "assessment.consent",
                "The person has not agreed that you see this (\(category.title)), so it is not asked or recorded here. Ask them first, and record what they say.",
                rule: "K-007")
        }
    }
}
