public import Kernel

/// Finishes an assessment: the instrument makes its rating and stream of the answers, each factor with its reason.
///
/// Answers the actor may no longer see count for nothing: what was agreed to be held is what is used.
/// - Refuses: when a question on the way has no answer and was not left for another day, naming the first.
public struct FinishAssessment: CaseCommand {
    public let assessment: Identifier<Assessment>
    /// How the last part was gone through: private questions are missed only where they might have been asked.
    public let mode: AssessmentMode

    public init(assessment: Identifier<Assessment>, mode: AssessmentMode) {
        self.assessment = assessment
        self.mode = mode
    }

    public static let act = Act.assess
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = try file.assessments.assessment(assessment)
        try held.requireOpen()
        let instrument = try context.instrument(held.start.instrument, version: held.start.version)
        let sight = file.sight(in: context)
        let reading = held.reading(instrument, mode: mode, through: sight)
        if let first = reading.path.open(held.answers).first {
            let section = instrument.section(of: first.id)?.title ?? ""
            throw Refusal(
                "assessment.open",
                "“\(first.asks)” (\(section)) has no answer yet. Answer it, or choose “Not today”.", field: first.id)
        }
        let outcome = AssessmentOutcome(
            sections: reading.sections, rating: reading.rating?.code, stream: reading.stream?.code,
            couldBe: reading.couldBe?.code)
        return [.assessment(.finished(assessment, outcome))]
    }
}

extension Assessment {
    /// What an instrument makes of the answers a reader may see, given how they are gone through.
    /// - Parameter mode: nil for how the latest part was gone through.
    public func reading(
        _ instrument: Instrument, mode: AssessmentMode? = nil, through sight: Sight
    ) -> AssessmentReading {
        let mode = mode ?? self.mode
        return AssessmentReading(instrument, answers) { question in
            sight.sees(question.category) && (!question.isPrivate || mode.asksPrivate || held[question.id] != nil)
        }
    }

    /// What the answers came to as they were given, as far as a reader sees them, whatever way the next part would be
    /// gone through.
    public func given(_ instrument: Instrument, through sight: Sight) -> AssessmentReading {
        AssessmentReading(instrument, answers) { question in
            sight.sees(question.category) && (!question.isPrivate || held[question.id] != nil)
        }
    }
}
