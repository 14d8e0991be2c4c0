import Casework
import Kernel
import Records

/// Which papers of a record can still be opened, and which of them somebody looks at before they are given out.
///
/// A paper that is the customer's own word, such as their invoices, is theirs to have. Any other may speak of somebody
/// else, as a letter from an employer does (UK GDPR article 15(4)).
struct CopyPapers {
    /// By digest.
    private let kept: Set<String>
    /// The kinds of proof that are the customer's own word in every programme that has them.
    private let own: Set<String>

    init(
        of events: [Event<CaseFile>], on parts: [Identifier<CaseFile>], in office: Office,
        _ connection: any Connection
    ) throws {
        var kept: Set<String> = []
        for digest in Set(events.compactMap(\.copyPaper?.text)) {
            let found = try parts.contains { try Documents.isKept(digest, of: $0, in: connection) }
            if found { kept.insert(digest) }
        }
        self.kept = kept
        let kinds = office.programmes.values.flatMap(\.proofs)
        own = Set(kinds.filter { $0.word == "customer" }.map(\.code))
            .subtracting(kinds.filter { $0.word != "customer" }.map(\.code))
    }

    /// The texts of an entry, and its paper, that somebody reads before a copy is given out.
    func toReview(_ event: Event<CaseFile>) -> [CopyText] {
        event.copyTexts.filter(\.mayConcernOthers) + [paperToReview(event)].compactMap(\.self)
    }

    /// The paper of an entry that somebody looks at before a copy is given out.
    func paperToReview(_ event: Event<CaseFile>) -> CopyText? {
        guard let paper = event.copyPaper, paper.mayConcernOthers, kept.contains(paper.text) else { return nil }
        if case .employment(.proofRecorded(let proof)) = event.fact, own.contains(proof.kind) { return nil }
        return paper
    }
}
