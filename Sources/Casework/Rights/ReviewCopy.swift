public import Kernel

/// Decides which texts of a copy stay and which are covered, because they speak of somebody else (UK GDPR article 15(4)).
/// It may be done in parts, and again.
/// - Refuses: a request that is not for a copy or has had its answer, a text that is not in the record, and a reason that
///   does not fit.
public struct ReviewCopy: CaseCommand {
    public let request: Identifier<RightsRequest>
    public let decisions: [CopyDecision]
    public let words: Words?

    public init(request: Identifier<RightsRequest>, decisions: [CopyDecision], words: Words? = nil) {
        self.request = request
        self.decisions = decisions
        self.words = words
    }

    public static let act = Act.answerRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let request = try file.rights.waiting(request, for: .access)
        let known = Set(context.surroundings.textsToReview)
        guard decisions.allSatisfy({ known.contains($0.place) }) else {
            throw Refusal("copy.text", "One of these texts is not in the record any longer. Open the page again.")
        }
        guard decisions.allSatisfy({ $0.isCovered == $0.reason.covers }) else {
            throw Refusal("copy.reason", "The reason does not fit: one covers the text, or lets it stay.")
        }
        let changed = decisions.filter { request.decisions[$0.place] != $0 }
        guard !changed.isEmpty else {
            throw Refusal("copy.unchanged", "Nothing is different from what was decided before, so nothing was saved.")
        }
        return [.rights(.reviewed(request.id, changed, words.map { .open($0) } ?? .shut))]
    }
}

/// Gives out a copy of a record, once every text that may speak of somebody else has been decided on.
/// - Refuses: a copy that is not complete: texts wait, or something was recorded after it was made.
public struct ReleaseCopy: CaseCommand {
    public let request: Identifier<RightsRequest>
    public let release: CopyRelease
    /// The number of the last event in the copy.
    public let sequence: Int

    public init(request: Identifier<RightsRequest>, release: CopyRelease, sequence: Int) {
        self.request = request
        self.release = release
        self.sequence = sequence
    }

    public static let act = Act.answerRight

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let request = try file.rights.waiting(request, for: .access)
        let waiting = context.surroundings.textsToReview.filter { request.decisions[$0] == nil }
        guard waiting.isEmpty else {
            throw Refusal(
                "copy.unread",
                "\(waiting.count == 1 ? "1 text" : "\(waiting.count) texts") may speak of somebody else. Decide of each whether it stays, then give the copy out.",
                rule: "UK GDPR article 15(4)")
        }
        guard file.sequence == sequence else {
            throw Refusal(
                "copy.older", "Something was recorded while the copy was made. Give it out again, with that in it.")
        }
        return [.rights(.released(request.id, release))]
    }
}
