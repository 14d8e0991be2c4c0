public import Kernel

/// Puts right a person's names, birth date, number or contacts; the earlier words stay in the record.
/// - Refuses: when nothing changes, or when the number belongs to another customer.
public struct CorrectCustomer: CaseCommand {
    public let identity: Identity

    public init(identity: Identity) { self.identity = identity }

    public static let act = Act.correctCustomer
    public var staleness: Staleness { .mustHaveSeen([.identity, .contact]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard let before = customer.identity.value else {
            throw Refusal("customer.erased", "This person's details have been erased and cannot be changed.")
        }
        guard context.surroundings.numberHeldBy == nil || context.surroundings.numberHeldBy == file.id else {
            throw Refusal(
                "customer.number-held",
                "Another customer already has this national insurance number. Check it with the person.",
                field: "number")
        }
        let changed = identity.fields(changedFrom: before)
        guard !changed.isEmpty else {
            throw Refusal("customer.unchanged", "Nothing is different from what is recorded, so nothing was saved.")
        }
        let corrected = customer.corrections.last ?? customer.registered
        return [.customer(.corrected(corrected.id, fields: changed, .open(identity)))]
            + told(changed, on: file, in: context)
    }

    /// A contact put right touches the records of everybody who uses it, so they are told it as a change.
    private func told(_ fields: [String], on file: CaseFile, in context: Context) -> [Fact] {
        let source = ChangeSource(file.relation(of: context.actor, on: context.today, by: context.sharing)) ?? .provider
        return ChangeKind.contacts.compactMap { kind in
            let others = file.concerned(by: kind, in: context, but: context.actor)
            guard fields.contains(kind.rawValue), !others.isEmpty,
                let basis = try? file.basis(of: kind, in: context)
            else { return nil }
            let terms = ReportedChange.Terms(
                kind: kind, from: context.today, source: source, route: .ownRecords, basis: basis)
            let detail = HeldDetail(ChangeDetail(words: identity.contact(kind)))
            return .circumstance(
                .reported(Identifier(at: context.now, random: context.random), terms, detail, told: others))
        }
    }
}

extension Identity {
    /// The names of the fields that differ, in the order of the form.
    func fields(changedFrom before: Identity) -> [String] {
        var changed: [String] = []
        if given != before.given { changed.append("given") }
        if family != before.family { changed.append("family") }
        if born != before.born { changed.append("born") }
        if nationalInsurance != before.nationalInsurance { changed.append("number") }
        if address != before.address { changed.append("address") }
        if phone != before.phone { changed.append("phone") }
        if email != before.email { changed.append("email") }
        return changed
    }
}
