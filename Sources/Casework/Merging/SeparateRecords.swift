public import Kernel

/// Takes a record out of this one again, because it is another person's after all.
///
/// It works after later entries and after payments fell due: those that speak of something on the other record go back with
/// it, those that speak of something here stay, and whoever does it says of the rest whose they are.
/// - Refuses: a record that is not part of this one, an entry that is not asked about, a record that has been erased since,
///   and two people who would have one national insurance number.
public struct SeparateRecords: PairedCommand {
    public let other: Identifier<CaseFile>
    /// The threads of later entries that are the other person's, each by its first entry.
    public let given: Set<Identifier<Event<CaseFile>>>
    public let why: Words

    public init(other: Identifier<CaseFile>, given: Set<Identifier<Event<CaseFile>>>, why: Words) {
        self.other = other
        self.given = given
        self.why = why
    }

    public static let act = Act.mergeRecords
    /// What was recorded since the entries were sorted has not been sorted.
    public var staleness: Staleness { .mustHaveSeen(Set(Category.allCases)) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard file.merges.absorbed.contains(where: { $0.other == other }), let pair = context.surroundings.pair else {
            throw Refusal("merge.apart", "The other record is not part of this one, so there is nothing to take apart.")
        }
        guard customer.identity.value != nil else {
            throw Refusal(
                "merge.erased",
                "The person has been erased from both records, so nobody can tell any more which entry is whose.")
        }
        let later = LaterEntries(since: other, on: file.id, in: pair.own)
        guard let events = later.given(given, in: pair.own) else {
            throw Refusal(
                "merge.entry", "One of the entries is not among those that are asked about. Choose again.",
                field: "given")
        }
        let gave = MergeFact.gaveBack(other, events: events, .open(why))
        let left = pair.supposing((on: file, gave), folding: file.id, in: context)
        let back = pair.supposing(
            (on: CaseFile(id: other), .tookBack(from: file.id, events: events)), folding: other, in: context)
        if let number = left.customer?.identity.value?.nationalInsurance,
            number == back.customer?.identity.value?.nationalInsurance
        {
            throw Refusal(
                "merge.one-number",
                "Both would have the national insurance number \(number.spaced). Correct it on this record first, then take them apart."
            )
        }
        return [.merge(gave)] + LeftDetails.writtenAgain(as: left, since: other, in: pair.own)
    }

    public func factsOnOther(_ facts: [Fact], of id: Identifier<CaseFile>) -> [Fact] {
        guard case .merge(.gaveBack(_, let events, _)) = facts.first else { return [] }
        return [.merge(.tookBack(from: id, events: events))]
    }
}
