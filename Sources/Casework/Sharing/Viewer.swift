public import Kernel

/// One organisation that can open a case, what it sees and why: what the person is shown before they answer.
public struct Viewer: Sendable, Equatable {
    public let organisation: Identifier<Organisation>
    public let relation: Relation
    public let sight: Sight

    /// What it sees, in the order in which categories are declared.
    public var categories: [Category] { Category.allCases.filter(sight.sees) }

    /// What it would see besides, if the person agreed: what is shut to it, and what it sees its own part of alone.
    public func added(by terms: ConsentTerms) -> [Category] {
        terms.categories.filter { !sight.sees($0) || sight.isForItsOwn($0) }
    }
}

extension CaseFile {
    /// Every organisation with a live tie or a consent that holds, each once: who keeps the record first, then in the
    /// order in which they came to it.
    func viewers(matrix: SharingMatrix, on day: CalendarDay) -> [Viewer] {
        var organisations = [customer?.jobcentre].compactMap { $0 }
        organisations += referrals.flatMap {
            $0.providers.sorted() + [$0.chain.waiting?.to].compactMap(\.self) + $0.pastHolders
        }
        organisations += joining.invitations.map(\.terms.host)
        organisations += consents.holding(on: day).map(\.terms.recipient)
        var seen = Set<Identifier<Organisation>>()
        return organisations.filter { seen.insert($0).inserted }.compactMap { organisation in
            let anybody = Author(person: Identifier(high: 0, low: 0), organisation: organisation, role: .adviser)
            let relation = relation(of: anybody, on: day)
            guard relation != .none else { return nil }
            return Viewer(
                organisation: organisation, relation: relation,
                sight: sight(of: anybody, as: relation, matrix: matrix, on: day))
        }
    }
}
