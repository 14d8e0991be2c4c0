public import Kernel

/// Saves some answers of an assessment that is not finished. What is as it was is not recorded again.
///
/// An answer that later ones pass by is kept and counts for nothing. One of the time before that is left out now is taken
/// away, so that it is not filled in again.
/// - Refuses: a finished or withdrawn assessment, an answer the question does not take, a private question where others
///   may hear (G-018), and a question about what the person has not agreed that the actor sees.
public struct SaveAnswers: CaseCommand {
    public let assessment: Identifier<Assessment>
    public let mode: AssessmentMode
    /// By question; nil takes away an answer given before.
    public let answers: [String: Answer?]

    public init(assessment: Identifier<Assessment>, mode: AssessmentMode, answers: [String: Answer?]) {
        self.assessment = assessment
        self.mode = mode
        self.answers = answers
    }

    public static let act = Act.assess
    public var staleness: Staleness { .mustHaveSeen([.assessment]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let held = try file.assessments.assessment(assessment)
        try held.requireOpen()
        let instrument = try context.instrument(held.start.instrument, version: held.start.version)
        let sight = file.sight(in: context)
        let earlier = file.assessments.earlier(than: held, instrument)
        var changed: [Category: [String: Answer?]] = [:]
        for (id, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard let question = instrument.question(id) else {
                throw Refusal("assessment.question", "“\(id.prefix(40))” is not a question of this assessment.")
            }
            guard sight.sees(question.category) else {
                throw Refusal(
                    "assessment.consent",
                    "The person has not agreed that you see this (\(question.category.title)), so “\(question.asks)” is not asked here. Ask them first, and record what they say.",
                    rule: "K-007", field: id)
            }
            guard mode.asksPrivate || !question.isPrivate else {
                throw Refusal(
                    "assessment.private",
                    "“\(question.asks)” is asked only one to one, in private. Leave it for another time.",
                    rule: "G-018", field: id)
            }
            if let answer { try question.require(answer) }
            let isLeftOut = answer == nil && earlier[id] != nil
            guard held.held[id]?.answer != answer || isLeftOut else { continue }
            changed[question.category, default: [:]].updateValue(answer, forKey: id)
        }
        return Category.allCases.compactMap { category in
            guard let part = changed[category] else { return nil }
            let given = GivenAnswers(part)
            return .assessment(
                .answered(
                    assessment, AnsweredPart(category: category, mode: mode, questions: given.questions), .open(given)))
        }
    }
}
