public import Kernel

/// A command that records something on a second record besides its own, in one transaction: only where two are made one,
/// or taken apart (design §4.6).
public protocol PairedCommand: CaseCommand {
    /// The other record.
    var other: Identifier<CaseFile> { get }
    /// What stands on the other record.
    /// - Parameter facts: what stands on the first, as it was decided.
    func factsOnOther(_ facts: [Fact], of id: Identifier<CaseFile>) -> [Fact]
}

/// What two records are made of, read in the transaction that makes them one or takes them apart.
public struct RecordPair: Sendable {
    /// Everything the record that the command is about is made of, in the order in which it was recorded.
    public let own: [Event<CaseFile>]
    /// The same of the other.
    public let other: [Event<CaseFile>]

    public init(own: [Event<CaseFile>], other: [Event<CaseFile>]) {
        self.own = own
        self.other = other
    }

    /// What a record would be once facts were recorded on the one and on the other.
    func supposing(_ facts: (on: CaseFile, MergeFact)..., folding id: Identifier<CaseFile>, in context: Context)
        -> CaseFile
    {
        suppose(facts, folding: id, by: context.actor, at: context.now)
    }

    func supposing(
        _ facts: (on: CaseFile, MergeFact)..., folding id: Identifier<CaseFile>, by actor: Author, at now: Instant
    ) -> CaseFile {
        suppose(facts, folding: id, by: actor, at: now)
    }

    private func suppose(
        _ facts: [(on: CaseFile, MergeFact)], folding id: Identifier<CaseFile>, by actor: Author, at now: Instant
    ) -> CaseFile {
        let known = Set(own.map(\.id))
        let all = MergedStreams.woven([own, other.filter { !known.contains($0.id) }])
        let supposed = facts.enumerated().map { place, fact in
            Event<CaseFile>(
                id: Identifier(high: .max, low: UInt64(place)), subject: fact.on.id, sequence: fact.on.sequence + 1,
                occurred: .instant(now), recorded: now, by: actor, fact: .merge(fact.1))
        }
        return CaseFile(id: id, folding: all + supposed)
    }
}
