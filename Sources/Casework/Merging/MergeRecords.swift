public import Kernel

/// Makes another record of the same person part of this one: one person has one record (G-004).
///
/// Nothing is copied: this record is made of both streams from here on, in the order in which they were recorded. The
/// earlier draw and its attachment stand; what had fallen due twice is due back (design §4.6).
/// - Refuses: the same record, one that is part of another or has been erased, partners in a joint claim, and a record that
///   has changed since the two were compared.
public struct MergeRecords: PairedCommand {
    public let other: Identifier<CaseFile>
    /// The details that the other record has right.
    public let taking: Set<IdentityDetail>
    /// The sequence of the other record when the two were compared; nil for a program.
    public let seenOther: Int?

    public init(other: Identifier<CaseFile>, taking: Set<IdentityDetail> = [], seenOther: Int? = nil) {
        self.other = other
        self.taking = taking
        self.seenOther = seenOther
    }

    public static let act = Act.mergeRecords
    public var staleness: Staleness { .mustHaveSeen([.identity, .contact, .referral, .sharing]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let pair = context.surroundings.pair else { throw Self.notThere }
        let (own, other) = try Self.people(file, with: self.other, pair)
        if let seenOther, pair.otherSequence != seenOther {
            throw Refusal(
                "form.stale",
                "The other record changed after you opened the form. Nothing was made one: compare the two again.",
                rule: "design §4.2")
        }
        let terms = Self.terms(file, with: self.other, pair, in: context)
        let taken = IdentityDetail.allCases.filter { taking.contains($0) && own.details(unlike: other).contains($0) }
        let absorbed = MergeFact.Absorbed(
            other: self.other, drawToken: terms.drawToken, dueBack: terms.dueBack.map(\.key), taken: taken,
            identity: taken.isEmpty ? .shut : .open(own.taking(taken, from: other)))
        return [.merge(.absorbed(absorbed))]
    }

    public func factsOnOther(_ facts: [Fact], of id: Identifier<CaseFile>) -> [Fact] { [.merge(.mergedInto(id))] }

    private static let notThere = Refusal(
        "merge.none", "There is no other record with this reference. Choose it from the list.")

    /// Who the two records are of.
    /// - Refuses: two that cannot be made one.
    static func people(
        _ file: CaseFile, with id: Identifier<CaseFile>, _ pair: RecordPair
    ) throws(Refusal) -> (own: Identity, other: Identity) {
        let customer = try file.registered()
        let other = CaseFile(id: id, folding: pair.other)
        guard file.id != id else {
            throw Refusal("merge.same", "This is one record already: the other has been made part of it.")
        }
        guard let otherCustomer = other.customer else { throw notThere }
        guard other.merges.into == nil else {
            throw Refusal(
                "merge.elsewhere", "The other record is part of a third one already. Open that one, and compare it.")
        }
        guard let own = customer.identity.value, let their = otherCustomer.identity.value else {
            throw Refusal(
                "merge.erased",
                "One of the two has been erased, so nobody can tell any more whether they are the same person.")
        }
        guard customer.jointClaim != id, otherCustomer.jointClaim != file.id else {
            throw Refusal(
                "merge.partners", "They are partners in a joint claim, so they are two people. Nothing was changed.")
        }
        return (own, their)
    }
}

extension RecordPair {
    /// The last number of the other record's own stream.
    var otherSequence: Int {
        guard let subject = other.first?.subject else { return 0 }
        return CaseFile(id: subject, folding: other).sequence
    }
}

extension MergeRecords {
    /// What follows for the draw and for payments when two records are one.
    struct Terms {
        let drawToken: DrawToken
        /// What had fallen due twice.
        let dueBack: [DueLine]
        /// What falls due by it.
        let newlyDue: [DueLine]
        let together: CaseFile
        let other: CaseFile
    }

    static func terms(
        _ file: CaseFile, with id: Identifier<CaseFile>, _ pair: RecordPair, in context: Context
    ) -> Terms {
        let other = CaseFile(id: id, folding: pair.other)
        let otherIsFirst = other.drawn.map { their in file.drawn.map { their < $0 } ?? true } ?? false
        let first = otherIsFirst ? other : file
        let drawToken = first.customer?.drawToken ?? file.customer?.drawToken ?? DrawToken(random: context.random)
        let together = pair.supposing(
            (on: file, .absorbed(.init(other: id, drawToken: drawToken, dueBack: []))), folding: file.id, in: context)
        var dueBack: [DueLine] = []
        var newlyDue: [DueLine] = []
        for programme in context.programmes.values.sorted(by: { $0.id < $1.id }) {
            let ledger = PaymentLedger(programme)
            func due(_ file: CaseFile) -> [DueLine] {
                ledger.lines(for: file, until: context.today).filter { $0.dueOn.map { $0 <= context.today } ?? false }
            }
            let (mine, theirs, after) = (due(file), due(other), due(together))
            for line in theirs + mine {
                let stands = after.first { $0.key.isAlike(line.key) }
                let twin = (theirs + mine).first { $0.key != line.key && $0.key.isAlike(line.key) }
                // Of two the one that was earned under the referral that stands is kept; where neither was, this record's.
                let isKept =
                    twin == nil
                    ? stands != nil
                    : stands?.attachment == line.attachment
                        || (stands != nil && stands?.attachment != twin?.attachment && line.key.subject == file.id)
                if !isKept { dueBack.append(line) }
            }
            newlyDue += after.filter { line in !(mine + theirs).contains { $0.key.isAlike(line.key) } }
        }
        return Terms(
            drawToken: drawToken, dueBack: dueBack.sorted { $0.key < $1.key }, newlyDue: newlyDue, together: together,
            other: other)
    }
}

extension LineKey {
    /// Whether it is the same payment but for whose it is.
    fileprivate func isAlike(_ other: LineKey) -> Bool {
        programme == other.programme && kind == other.kind && ordinal == other.ordinal
    }
}

extension CaseFile {
    /// When the first provider was drawn for the person.
    fileprivate var drawn: Instant? {
        let standing = referrals.filter { $0.withdrawn == nil }
        return (standing.isEmpty ? referrals : standing).compactMap(\.allocation?.event.recorded).min()
    }
}
