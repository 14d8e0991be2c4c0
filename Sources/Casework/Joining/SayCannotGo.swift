public import Kernel

/// Says that somebody cannot go to a session. Nothing follows by itself: whoever invited them finds another time (C02).
/// - Refuses: a place that is not there or is over, a session that has begun, and what is said already.
public struct SayCannotGo: CaseCommand {
    public let invitation: Identifier<SessionInvitation>
    /// Why, where they choose to say.
    public let words: Words?

    public init(invitation: Identifier<SessionInvitation>, words: Words? = nil) {
        self.invitation = invitation
        self.words = words
    }

    public static let act = Act.declineSession

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.joining.invitation(invitation)
        guard found.isOpen, found.terms.starts > context.now else {
            throw Refusal("session.begun", "This talk is over, or your place was taken back. You need do nothing.")
        }
        guard found.cannotGo == nil else {
            throw Refusal("session.said", "You have told us already that you cannot go.")
        }
        return [.joining(.cannotGo(found.id, Sealed(given: words)))]
    }
}
