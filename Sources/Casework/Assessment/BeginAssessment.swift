public import Kernel

/// Begins an assessment with one of the partnership's instruments; the answers follow in parts (C06).
/// - Refuses: an instrument that is not there, and one that is begun and not finished.
public struct BeginAssessment: CaseCommand {
    public let instrument: String
    public let version: Int
    public let mode: AssessmentMode

    public init(instrument: String, version: Int, mode: AssessmentMode) {
        self.instrument = instrument
        self.version = version
        self.mode = mode
    }

    public static let act = Act.assess
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        try file.requireSight(.assessment, in: context)
        _ = try context.instrument(instrument, version: version)
        if file.assessments.unfinished.contains(where: { $0.start.instrument == instrument }) {
            throw Refusal(
                "assessment.unfinished",
                "This assessment has been begun and is not finished. Go on with it, or withdraw it and begin again.",
                field: "instrument")
        }
        let start = AssessmentStart(instrument: instrument, version: version, mode: mode)
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
