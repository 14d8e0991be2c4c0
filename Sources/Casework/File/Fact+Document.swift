extension Fact {
    /// The digest of the document that came with it: the notice that was served, the letter about who has them or a
    /// session, the sheet of what joining changes, the photograph of a proof, what shows that a step of the plan is done, or the
    /// notice that one is required.
    public var document: String? {
        switch self {
        case .appointment(.noticeGiven(_, let notice)): notice.digest
        case .employment(.proofRecorded(let proof)): proof.document
        case .chain(.told(_, let told)), .customer(.toldOfKeeper(let told)), .referral(.toldOfEnd(_, let told)):
            told.digest
        case .plan(.actionDone(_, _, _, _, let document)): document
        case .plan(.actionNoticed(_, let notice)): notice.digest
        case .joining(let fact): fact.document
        default: nil
        }
    }

    /// The digest of a letter that holds words of the record. It is kept with them, and goes with the name that stands in
    /// it, too (M-060).
    public var letterOfWords: String? {
        switch self {
        case .plan(.actionNoticed(_, let notice)): notice.digest
        case .referral(.toldOfEnd(_, let told)): told.digest
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
