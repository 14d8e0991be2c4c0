public import Kernel

/// The jobcentre answers a provider's query: the referral stands, or is withdrawn and nothing is due for it (C03).
/// - Refuses: when nothing has been asked or it has been answered, or an answer without its reason.
public struct AnswerQuery: CaseCommand {
    public let upheld: Bool
    public let words: Words?

    public init(upheld: Bool, words: Words?) {
        self.upheld = upheld
        self.words = words
    }

    public static let act = Act.answerQuery
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let query = referral.query, query.answered == nil else {
            throw Refusal("query.none", "The provider has asked nothing about this referral that is not answered.")
        }
        guard referral.attachment == nil || !upheld else {
            throw Refusal(
                "query.attached",
                "This customer has started since the query, so the referral cannot be withdrawn. Answer that it stands."
            )
        }
        guard let words else {
            throw Refusal("query.answer-words", "Say in a sentence why.", field: "words")
        }
        return [.referral(.queryAnswered(referral.id, upheld: upheld, .open(words)))]
    }
}
