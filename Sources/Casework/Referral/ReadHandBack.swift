public import Kernel

/// Records that whoever keeps the record read the summary that a provider handed somebody back with (C13).
/// - Refuses: where none is handed back, or it was read already.
public struct ReadHandBack: CaseCommand {
    public init() {}

    public static let act = Act.readHandBack
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let handedBack = referral.handedBack else {
            throw Refusal("hand-back.none", "No summary is handed back here, so there is none to read.")
        }
        guard handedBack.read == nil else {
            throw Refusal("hand-back.read-twice", "It is on record already that the summary was read.")
        }
        return [.referral(.handBackRead(referral.id))]
    }
}
