public import Kernel

/// Records whether the customer agrees with an assessment, in their words. It changes no rating: it stands beside it.
/// - Refuses: an assessment that is not finished, and a no without a word of why.
public struct SayOfAssessment: CaseCommand {
    public let assessment: Identifier<Assessment>
    public let agrees: Bool
    public let words: Words?

    public init(assessment: Identifier<Assessment>, agrees: Bool, words: Words?) {
        self.assessment = assessment
        self.agrees = agrees
        self.words = words
    }

    public static let act = Act.sayOfAssessment

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try file.assessments.assessment(assessment).finished != nil else {
            throw Refusal("assessment.not-finished", "The assessment is not finished yet. Finish it first.")
        }
        guard agrees || words != nil else {
            throw Refusal(
                "assessment.say", "Say in the customer's words what is not right.", rule: "G-053", field: "words")
        }
        return [.assessment(.customerSaid(assessment, agrees: agrees, words.map { .open($0) } ?? .shut))]
    }
}
