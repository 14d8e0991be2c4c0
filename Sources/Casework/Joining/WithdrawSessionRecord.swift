public import Kernel

/// Takes back what was recorded by mistake of whether somebody came to a session; both stay in the record (C02).
/// - Refuses: an organisation that may not record it, a place of which nothing is recorded, and a place that would be the
///   second to come for one programme.
public struct WithdrawSessionRecord: CaseCommand {
    public let invitation: Identifier<SessionInvitation>
    public let why: Words

    public init(invitation: Identifier<SessionInvitation>, why: Words) {
        self.invitation = invitation
        self.why = why
    }

    public static let act = Act.recordSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.joining.invitation(invitation)
        try file.requireRecorder(context.actor, of: found)
        guard let recorded = found.attendance else {
            throw Refusal("session.no-record", "Whether they came is not recorded, so there is nothing to withdraw.")
        }
        let other = file.joining.invitations.last { $0.isOpen && $0.terms.programme == found.terms.programme }
        guard other == nil else {
            throw Refusal(
                "session.twice",
                "They have been given another place since. Record what came of it, or take it back, and then withdraw this.",
                rule: "C02")
        }
        return [.joining(.outcomeWithdrawn(found.id, recorded.id, .open(why)))]
    }
}
