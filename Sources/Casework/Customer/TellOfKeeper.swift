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
        guard !file.isTold(of: keeper) else {
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

extension CaseFile {
    /// Those who took the record up and of whom the person has not heard: by a letter, in words, or on a page of their own
    /// (docs/decisions/0006-two-keepers.md).
    var untoldKeepers: [Keepers.Keeper] {
        guard let customer, customer.identity.value != nil, !access.isOpen else { return [] }
        return customer.keepers.all.filter { $0.isTakenUp && !isTold(of: $0) }
    }

    /// Whether the person was told of a keeper by what did not come back.
    func isTold(of keeper: Keepers.Keeper) -> Bool {
        guard let told = keeper.told else { return false }
        return !circumstances.failures.contains { $0.told == told.id }
    }
}
