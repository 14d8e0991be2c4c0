public import Kernel

/// Takes back a proof that was recorded in error or found wanting. It stays in the record and shows nothing any more.
/// - Refuses: a proof that is not there or was withdrawn already.
public struct WithdrawProof: CaseCommand {
    public let proof: Identifier<Proof>
    public let why: Words

    public init(proof: Identifier<Proof>, why: Words) {
        self.proof = proof
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.work]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let recorded = file.employment.proofs.last(where: { $0.proof.id == proof }) else {
            throw Refusal(
                "proof.none", "There is no such proof on this record. Choose one from the customer's jobs.",
                field: "proof")
        }
        guard recorded.withdrawn == nil else {
            throw Refusal("proof.withdrawn", "This proof has been withdrawn already.", field: "proof")
        }
        return [.employment(.proofWithdrawn(proof, recorded.event.id, .open(why)))]
    }
}
