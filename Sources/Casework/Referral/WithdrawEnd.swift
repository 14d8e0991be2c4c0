public import Kernel

/// Takes back an end of the programme that was recorded in error, as for the wrong person: the help goes on as if it had
/// not been recorded. What is earned does not rest on the end, so no payment changes (C13).
///
/// Whoever may record an entry may take it back (ours), and the person is told.
/// - Refuses: where this end does not stand.
public struct WithdrawExit: CaseCommand {
    public let exit: Identifier<Event<CaseFile>>
    public let why: Words

    public init(exit: Identifier<Event<CaseFile>>, why: Words) {
        self.exit = exit
        self.why = why
    }

    public static let act = Act.endReferral
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.exit?.event.id == exit else {
            throw Refusal(
                "exit.none", "No such end of the programme is recorded here, so there is none to withdraw.")
        }
        return [.referral(.entryWithdrawn(referral.id, .exit, exit, .open(why)))] + file.toldOfEndByEmail(referral)
    }
}

/// Takes back a return that was recorded in error: it counts as if it had not been recorded, and the person is told.
/// - Refuses: where this return does not stand.
public struct WithdrawReturn: CaseCommand {
    public let back: Identifier<Event<CaseFile>>
    public let why: Words

    public init(back: Identifier<Event<CaseFile>>, why: Words) {
        self.back = back
        self.why = why
    }

    public static let act = Act.recordReturn
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.returns.contains(where: { $0.event.id == back }) else {
            throw Refusal("return.none", "No such return is recorded here, so there is none to withdraw.")
        }
        return [.referral(.entryWithdrawn(referral.id, .returned, back, .open(why)))]
            + file.toldOfEndByEmail(referral)
    }
}

/// Takes back a summary that was handed back in error, so that the right one can be written and shown to them.
/// - Refuses: where this summary does not stand; an organisation that did not write it.
public struct WithdrawHandBack: CaseCommand {
    public let handBack: Identifier<Event<CaseFile>>
    public let why: Words

    public init(handBack: Identifier<Event<CaseFile>>, why: Words) {
        self.handBack = handBack
        self.why = why
    }

    public static let act = Act.handBack
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let handedBack = referral.handedBack, handedBack.event.id == handBack else {
            throw Refusal("hand-back.none", "No such summary is handed back, so there is none to withdraw.")
        }
        guard handedBack.event.by.organisation == context.actor.organisation else {
            throw Refusal(
                "hand-back.not-theirs",
                "Another organisation wrote this summary. Ask it to withdraw what is wrong.", rule: "ours")
        }
        return [.referral(.entryWithdrawn(referral.id, .handBack, handBack, .open(why)))]
    }
}
