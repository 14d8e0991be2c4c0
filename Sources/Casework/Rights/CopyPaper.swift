public import Kernel

extension CopyPlace {
    /// The path of the paper kept with an entry: no member of a sealed part is called so.
    static let paperPath = "(paper)"

    /// Whether it is the paper kept with an entry, and not a text of it.
    public var isPaper: Bool { path == Self.paperPath }
}

extension Event<CaseFile> {
    /// The paper kept with this entry, for somebody to look at before a copy of the record is given out. Its text is
    /// the digest of the paper. Nil where there is none, and for letters, which were written to the person themselves.
    public var copyPaper: CopyText? {
        switch fact {
        case .employment(.proofRecorded), .plan(.actionDone): break
        default: return nil
        }
        guard let digest = fact.document else { return nil }
        return CopyText(
            place: CopyPlace(event: id, path: CopyPlace.paperPath), event: EventStamp(self), label: "Paper",
            text: digest, mayConcernOthers: by.role != .customer)
    }
}
