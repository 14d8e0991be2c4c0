public import Kernel

/// Says that somebody who is on record elsewhere claims benefit at the actor's jobcentre now, or is helped by the actor's
/// council service: their one record is kept there from here on (G-004, K-010; docs/decisions/0006-two-keepers.md).
///
/// It takes the place of another keeper of the same kind, as when somebody moves to another jobcentre, and stands beside
/// one of the other kind. The person is told by e-mail at once where they agreed to that; else it is due (`TellOfKeeper`).
/// - Refuses: an organisation that is neither a jobcentre nor a council service, or keeps the record already; a record that
///   is part of another, or has been erased; a day to come, or before the person was born; and to take it up without the
///   person.
public struct TakeUpRecord: CaseCommand {
    /// Whether the person claims there, or is helped there, now.
    public let isHere: Bool
    public let proof: ProofOfPerson
    public let since: CalendarDay

    public init(isHere: Bool, proof: ProofOfPerson, since: CalendarDay) {
        self.isHere = isHere
        self.proof = proof
        self.since = since
    }

    public static let act = Act.takeUpRecord

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard file.merges.into == nil else {
            throw Refusal("keeper.merged", "This record is part of another of the same person. Take that one up.")
        }
        guard let born = customer.identity.value?.born else {
            throw Refusal(
                "customer.erased", "This person's details have been erased, so nobody can tell that it is them.")
        }
        guard let home = context.surroundings.actorHome else {
            throw Refusal(
                "keeper.neither",
                "Only a jobcentre or a council service keeps a record. Ask the person to share it with you instead.",
                rule: "G-004")
        }
        guard !customer.keepers.contains(context.actor.organisation) else {
            throw Refusal("keeper.already", "You keep this record already. Open it.", rule: "G-004")
        }
        guard isHere else {
            throw Refusal(
                "keeper.not-here",
                home == .jobcentre
                    ? "Take up the record of somebody who claims here now, and of nobody else. If they do, say so."
                    : "Take up the record of somebody whom you help now, and of nobody else. If you do, say so.",
                rule: "K-010", field: "here")
        }
        guard since <= context.today else {
            throw Refusal(
                "keeper.to-come", "Choose today, or a day before: it is about where they are now.", field: "since")
        }
        // Of the record whoever takes it up sees the birth date and nothing else yet, so no other day may show here; and
        // somebody may have been with them for long before they were on any record. Ours.
        guard born <= since else {
            throw Refusal(
                "keeper.before-birth",
                "They were born on \(born.written), so it cannot be since before that. Check the year.", field: "since")
        }
        let taken = CustomerFact.TakingUp(
            organisation: context.actor.organisation, home: home, proof: proof, since: since)
        let mayWrite =
            customer.agreedEmail != nil && file.circumstances.status(of: .email, on: context.today).failed == nil
        let told: [Fact] = mayWrite ? [.customer(.toldOfKeeper(ToldOfHolder(route: .email)))] : []
        return [.customer(.takenUp(taken))] + told
    }
}

/// How somebody who takes up a record knows that it is of the person they speak with. What was answered or shown is never
/// kept (K-008).
public enum ProofOfPerson: String, Sendable, CaseIterable {
    case document
    case questions
    case vouched

    public var title: String {
        switch self {
        case .document: "They came in and showed a document"
        case .questions: "They answered questions about who they are"
        case .vouched: "Somebody who works with them vouched for them"
        }
    }
}
