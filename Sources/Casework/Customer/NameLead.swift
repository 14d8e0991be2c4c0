public import Kernel

/// Says who at the actor's organisation, which keeps the record, leads the help that somebody gets (G-005, G-034). Whoever
/// was named last leads, where the record has two keepers (ours), until an adviser of a programme has them.
/// - Refuses: an organisation that does not keep the record; somebody who does not work there; an adviser who names
///   anybody but themselves; whoever leads already; and while an adviser of a programme leads.
public struct NameLead: CaseCommand {
    public let person: Identifier<Person>

    public init(_ person: Identifier<Person>) { self.person = person }

    public static let act = Act.nameLead
    public var staleness: Staleness { .mustHaveSeen([.identity, .referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let (keepers, organisation) = (try file.registered().keepers, context.actor.organisation)
        guard keepers.contains(organisation) else {
            throw Refusal(
                "lead.not-keeper", "You do not keep this record, so nobody of yours leads. Take it up first.",
                rule: "G-005")
        }
        let lead = file.lead(on: context.today)
        guard lead?.isAdviser != true else {
            throw Refusal(
                "lead.adviser",
                "Their adviser on the programme leads. When that is over, or nobody has them there, say who leads.",
                rule: "G-005")
        }
        guard context.actor.role == .teamManager || person == context.actor.person else {
            throw Refusal(
                "lead.yourself", "Name yourself, or ask your team manager to name somebody else.", rule: "G-005",
                field: "person")
        }
        guard context.surroundings.adviserWorksThere == true else {
            throw Refusal(
                "lead.staff", "That person does not help customers at your organisation. Choose one from the list.",
                rule: "G-005", field: "person")
        }
        guard lead?.person != person || lead?.organisation != organisation else {
            throw Refusal("lead.same", "That person leads already. Choose another, or leave it.", field: "person")
        }
        return [.customer(.ledBy(organisation, person))]
    }
}
