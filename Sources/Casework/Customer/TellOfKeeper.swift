public import Kernel

/// Records that somebody was told who keeps their record now, by whoever took it up: with a letter, or in words. By e-mail
/// it is told as the record is taken up (`TakeUpRecord`), where they agreed to that.
/// - Refuses: an organisation that did not take the record up; when they were told already; and by e-mail.
public struct TellOfKeeper: CaseCommand {
    public let how: ToldOfHolder

    public init(_ how: ToldOfHolder) { self.how = how }

    public static let act = Act.takeUpRecord

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let keepers = try file.registered().keepers
        guard let keeper = keepers.keeper(context.actor.organisation), keeper.isTakenUp else {
            throw Refusal(
                "keeper.not-taken-up", "You did not take up this record, so there is nothing of that to tell them.",
                rule: "K-010")
        }
        guard keeper.told == nil else {
            throw Refusal("keeper.told-twice", "It is on record already that they were told who keeps their record.")
        }
        guard how.route != .email else {
            throw Refusal(
                "keeper.told-by-email",
                "By e-mail they are told as a record is taken up. Give them the letter, or tell them.", field: "route")
        }
        return [.customer(.toldOfKeeper(how))]
    }
}

/// Records that the letter about who keeps the record did not arrive, for whatever reason, so that they are told another
/// way.
/// - Refuses: when no such letter was recorded by the event, or this is on record already.
public struct RecordUntoldOfKeeper: CaseCommand {
    public let told: Identifier<Event<CaseFile>>
    public let reason: NotDelivered

    public init(told: Identifier<Event<CaseFile>>, reason: NotDelivered) {
        self.told = told
        self.reason = reason
    }

    public static let act = Act.recordUndelivered

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try file.registered().keepers.all.contains(where: { $0.told?.id == told }) else {
            throw Refusal(
                "undelivered.none", "Nothing was sent about who keeps their record that could have gone astray.")
        }
        // The address was taken as it went, however old what it followed from.
        return [.customer(.untoldOfKeeper(told, reason))]
            + file.bounced(reason, told: told, sent: .max, on: context.today)
    }
}

extension CaseFile {
    /// Those who took the record up and of whom the person has not heard: by a letter, in words, or on a page of their own
    /// (docs/decisions/0006-two-keepers.md).
    var untoldKeepers: [Keepers.Keeper] {
        guard let customer, customer.identity.value != nil, !access.isOpen else { return [] }
        return customer.keepers.all.filter { $0.isTakenUp && $0.told == nil }
    }
}
