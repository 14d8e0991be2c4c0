public import Kernel

/// One organisation that can open a case, what it sees and why: what the person is shown before they answer.
public struct Viewer: Sendable, Equatable {
    public let organisation: Identifier<Organisation>
    public let relation: Relation
    public let sight: Sight

    /// What it sees, in the order in which categories are declared.
    public var categories: [Category] { Category.allCases.filter(sight.sees) }

    /// Whether it sees the whole of a category for what it is to the case, and not because the person agreed.
    func seesUnasked(_ category: Category) -> Bool {
        guard let reason = sight.reason(for: category) else { return false }
        return reason.basis != .consent && !sight.isForItsOwn(category)
    }

    /// What it sees the record for without the person's consent, each once, in words that follow “to”.
    public var purposes: [String] {
        var found: [String] = []
        for category in categories {
            guard let reason = sight.reason(for: category), reason.basis != .consent, let purpose = reason.purpose,
                !found.contains(purpose)
            else { continue }
            found.append(purpose)
        }
        return found
    }

    /// Whether it reads the whole plan, and so can be given something to do there.
    var readsPlan: Bool { sight.sees(.plan) && !sight.isForItsOwn(.plan) }

    /// What it would see besides, if the person agreed: what is shut to it, and what it sees its own part of alone. What
    /// is not shared for the purpose is none of it.
    public func added(by terms: ConsentTerms) -> [Category] {
        sight.matrix.meant(by: terms).filter { !sight.sees($0) || sight.isForItsOwn($0) }
    }
}

extension CaseFile {
    /// Every organisation with a live tie or a consent that holds, each once: who keeps the record first, then in the
    /// order in which they came to it.
    func viewers(matrix: SharingMatrix, on day: CalendarDay) -> [Viewer] {
        var organisations = customer?.keepers.organisations ?? []
        organisations += referrals.flatMap {
            $0.providers.sorted() + [$0.chain.waiting?.to].compactMap(\.self) + $0.pastHolders
        }
        organisations += joining.invitations.map(\.terms.host)
        organisations += consents.holding(on: day).map(\.terms.recipient)
        var seen = Set<Identifier<Organisation>>()
        return organisations.filter { seen.insert($0).inserted }.compactMap { viewer($0, matrix: matrix, on: day) }
    }

    /// What one organisation is to the case and sees of it; nil where it has no tie and no consent that holds.
    func viewer(_ organisation: Identifier<Organisation>, matrix: SharingMatrix, on day: CalendarDay) -> Viewer? {
        let anybody = Author(person: Identifier(high: 0, low: 0), organisation: organisation, role: .adviser)
        let relation = relation(of: anybody, on: day, by: matrix)
        guard relation != .none else { return nil }
        return Viewer(
            organisation: organisation, relation: relation,
            sight: sight(of: anybody, as: relation, matrix: matrix, on: day))
    }
}

extension Viewer {
    /// Whether it helps the person now.
    public var helps: Bool { relation.helps }

    /// Whether it would read a question of the person's and may answer it. Whoever the person only lets see questions cannot
    /// answer, so is not asked.
    public var answers: Bool { sight.sees(.voice) && Powers.anybody(may: .answerQuestion, as: relation) }

    /// Whether it is told of a change of a kind by itself: it helps the person now and may see such things.
    public func isTold(of kind: ChangeKind) -> Bool { helps && sight.sees(kind.category) }
}

extension SeenCase {
    /// Everybody who can open the case, for readers of what is shared: `viewers`, and last the bodies that commission
    /// the areas the person was referred in. A body with another tie stands for that tie alone, as in
    /// `CaseFile.relation(of:on:commissioned:by:)`.
    /// - Parameter commissioners: the bodies that commission those areas, each once.
    public func allViewers(commissioners: [Identifier<Organisation>]) -> [Viewer] {
        guard sight.sees(.sharing) else { return [] }
        let tied = Set(viewers.map(\.organisation))
        let paying = commissioners.filter { !tied.contains($0) }.map { organisation in
            Viewer(
                organisation: organisation, relation: .commissions,
                sight: Sight(
                    role: .commissioner, relation: .commissions, matrix: sight.matrix, on: sight.today,
                    organisation: organisation))
        }
        return viewers + paying.filter { !$0.categories.isEmpty }
    }
}
