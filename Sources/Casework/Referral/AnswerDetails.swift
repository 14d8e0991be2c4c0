public import Kernel

/// The sender answers what a provider asked because a referral came without it (G-097). What they can record they record
/// where it belongs; this says the rest, or that it is not known.
/// - Refuses: when nothing is asked or it has its answer, and an answer without words.
public struct AnswerDetails: CaseCommand {
    public let words: Words?

    public init(words: Words?) { self.words = words }

    public static let act = Act.answerDetails
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.details.asked != nil, referral.details.answered == nil else {
            throw Refusal("details.none", "The provider has asked nothing about this referral that is not answered.")
        }
        guard referral.details.enough == nil else {
            throw Refusal(
                "details.enough", "The provider has said that what came is enough. Nothing is left to answer.")
        }
        guard let words else {
            throw Refusal(
                "details.words", "Say what you know, or that it is not known.", rule: "G-097", field: "words")
        }
        return [.referral(.detailsAnswered(referral.id, .open(words)))]
    }
}
