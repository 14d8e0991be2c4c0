public import Kernel

/// Records that somebody was told who has them now and why, from the draw on (C04, G-001). A letter's exact text is kept
/// as a document.
/// - Refuses: when no provider is drawn, by a jobcentre once the provider has taken the referral on, when they were told
///   already, or by e-mail without their agreement.
public struct TellOfHolder: CaseCommand {
    public let how: ToldOfHolder

    public init(_ how: ToldOfHolder) { self.how = how }

    public static let act = Act.tellOfHolder
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let news = referral.holderNews else {
            throw Refusal("told.nobody", "No provider is drawn for this person yet. Refer them first.")
        }
        guard referral.acknowledged == nil || referral.providers.contains(context.actor.organisation) else {
            throw Refusal(
                "told.not-theirs",
                "The provider has taken this referral on, so whoever has the person now tells them. Ask them to.",
                rule: "C04")
        }
        guard !referral.chain.isTold(since: news) else {
            throw Refusal("told.twice", "It is on record already that they were told who has them now.")
        }
        if how.route == .email, try file.registered().agreedEmail == nil {
            throw Refusal(
                "notice.email-not-agreed",
                "This customer has not agreed to be written to by e-mail. Ask them and record it, or tell them another way.",
                rule: "E-017", field: "route")
        }
        return [.chain(.told(referral.id, how))]
    }
}

/// Records that the letter about who has them now did not arrive, so that they are told another way.
/// - Refuses: when no such letter was recorded by the event, or this is on record already.
public struct RecordUntold: CaseCommand {
    public let told: Identifier<Event<CaseFile>>
    public let reason: NotDelivered

    public init(told: Identifier<Event<CaseFile>>, reason: NotDelivered) {
        self.told = told
        self.reason = reason
    }

    public static let act = Act.recordUndelivered

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        for referral in file.referrals {
            guard let found = referral.chain.told.first(where: { $0.event.id == told }) else { continue }
            guard found.failed == nil else {
                throw Refusal("undelivered.twice", "It is on record already that this did not reach the customer.")
            }
            return [Fact.chain(.untold(referral.id, told, reason))]
                + file.bounced(reason, told: told, sent: found.event.sequence, on: context.today)
        }
        throw Refusal("undelivered.none", "Nothing was sent about who has them that could have gone astray.")
    }
}

extension CaseFile {
    /// The letter that goes by itself where the person agreed to e-mail: at every hop they are told (C04).
    func toldByEmail(_ referral: Referral) -> [Fact] { toldByEmail(of: referral.id) }

    /// The same of a referral that is being made.
    func toldByEmail(of referral: Identifier<Referral>) -> [Fact] {
        customer?.agreedEmail == nil ? [] : [.chain(.told(referral, ToldOfHolder(route: .email)))]
    }
}
