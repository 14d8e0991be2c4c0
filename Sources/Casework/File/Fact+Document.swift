extension Fact {
    /// The digest of the document that came with it: the notice that was served, the letter about who has them, or the
    /// photograph of a proof.
    public var document: String? {
        switch self {
        case .appointment(.noticeGiven(_, let notice)): notice.digest
        case .employment(.proofRecorded(let proof)): proof.document
        case .chain(.told(_, let told)): told.digest
        default: nil
        }
    }
}
