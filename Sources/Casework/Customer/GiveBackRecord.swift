public import Kernel

/// Gives back a record that the actor's organisation took up by mistake, as of another person of the same name. Whoever
/// it took the place of keeps it again; where nobody did, the place is empty (docs/decisions/0006-two-keepers.md).
/// - Refuses: an organisation that did not take the record up, to say it of somebody who is there, and to leave a
///   referral that is not over without a jobcentre.
public struct GiveBackRecord: CaseCommand {
    /// Whether the person is not with the organisation after all.
    public let isMistake: Bool

    public init(isMistake: Bool) { self.isMistake = isMistake }

    public static let act = Act.takeUpRecord

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let keepers = try file.registered().keepers
        let organisation = context.actor.organisation
        guard let home = keepers.home(of: organisation) else {
            throw Refusal(
                "keeper.not-yours", "You do not keep this record, so there is nothing to give back.", rule: "G-004")
        }
        guard keepers.isTakenUp(by: organisation) else {
            throw Refusal(
                "keeper.registered",
                "This person was registered here, so there is nobody to give their record back to. Whoever they are with now takes it up.",
                rule: "G-004")
        }
        guard isMistake else {
            throw Refusal(
                "keeper.here",
                "Give back the record of somebody who is not with you, and of nobody else. If it is so, say so.",
                rule: "K-010", field: "mistake")
        }
        let earlier = keepers.earlier(home)
        if home == .jobcentre, earlier == nil, let referral = file.referral, !referral.isOver(on: context.today) {
            throw Refusal(
                "keeper.referred",
                "They are on a programme, and no other jobcentre would keep their record. The jobcentre that they claim at takes it up, in your place.",
                rule: "G-004")
        }
        return [.customer(.givenBack(.init(organisation: organisation, to: earlier)))]
    }
}
