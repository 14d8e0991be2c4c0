extension Fact {
    /// The digest of the document that came with it: the notice that was served, the letter about who has them, the
    /// photograph of a proof, or what shows that a step of the plan is done.
    public var document: String? {
        switch self {
        case .appointment(.noticeGiven(_, let notice)): notice.digest
        case .employment(.proofRecorded(let proof)): proof.document
        case .chain(.told(_, let told)), .customer(.toldOfKeeper(let told)): told.digest
        case .plan(.actionDone(_, _, _, _, let document)): document
        default: nil
        }
    }
}

extension String {
    /// Whether it is written as the digest of a document: the 64 digits of a SHA-256, in small letters.
    var isDigest: Bool {
        utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
