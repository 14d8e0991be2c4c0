public import Kernel

/// Takes on somebody who was sent: from then on this organisation has them, and sees the record whole (C04).
/// - Refuses: when this organisation was not asked, without an adviser unless it is an office that will choose one, or
///   with one who does not work there.
public struct TakeOn: CaseCommand {
    /// nil at an office that gives them to somebody afterwards.
    public let adviser: Identifier<Person>?
    /// Whether a letter by e-mail says so at once, where the person agreed to that.
    public let tellsByEmail: Bool

    public init(adviser: Identifier<Person>?, tellsByEmail: Bool = false) {
        self.adviser = adviser
        self.tellsByEmail = tellsByEmail
    }

    public static let act = Act.answerTransfer
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, hop) = try file.asked(context.actor)
        guard adviser != nil || (hop.part == .office && referral.assignment == nil) else {
            throw Refusal(
                "chain.adviser", "Choose the adviser who will have them, so that nobody is without one.",
                rule: "C04", field: "adviser")
        }
        guard adviser == nil || context.surroundings.adviserWorksThere == true else {
            throw Refusal(
                "assign.adviser", "That adviser does not work at that organisation. Choose one from the list.",
                field: "adviser")
        }
        try file.requireSuitable(in: context)
        return [.chain(.takenOn(referral.id, hop.id, adviser: adviser))]
            + (tellsByEmail ? file.toldByEmail(referral) : [])
    }
}

/// Refuses somebody who was sent, and says why: they stay with whoever had them (C04, G-085).
/// - Refuses: when this organisation was not asked, or without a reason from the programme's list.
public struct TurnDown: CaseCommand {
    public let reason: String
    /// What might suit them instead.
    public let words: Words?

    public init(reason: String, words: Words?) {
        self.reason = reason
        self.words = words
    }

    public static let act = Act.answerTransfer
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (referral, hop) = try file.asked(context.actor)
        guard let known = try context.programme(referral.programme).reason(reason, in: .chainRefusal) else {
            throw Refusal("chain.reason", "Choose a reason from the list.", rule: "C09", field: "reason")
        }
        guard !known.needsNote || words != nil else {
            throw Refusal(
                "chain.words", "Say in a sentence why, and what might suit them.", rule: "G-085", field: "words")
        }
        return [.chain(.turnedDown(referral.id, hop.id, reason: reason, Sealed(given: words)))]
    }
}

extension CaseFile {
    /// - Refuses: when the actor's organisation has not been asked to take the person on.
    fileprivate func asked(_ actor: Author) throws(Refusal) -> (Referral, Hop) {
        let referral = try currentReferral()
        let hop = try referral.waitingHop()
        guard hop.to == actor.organisation else {
            throw Refusal("chain.not-asked", "Another organisation was asked to take this person on.", rule: "C04")
        }
        return (referral, hop)
    }
}
