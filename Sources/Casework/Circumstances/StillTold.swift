public import Kernel

extension CaseFile {
    /// The circumstances as they are read on a day: of what was told, nothing waits for an organisation that no longer
    /// helps the person, or may no longer see such things (C14).
    func circumstances(by matrix: SharingMatrix, on day: CalendarDay) -> Circumstances {
        circumstances.leaving { change, organisation in
            viewer(organisation, matrix: matrix, on: day)?.isTold(of: change.kind) != true
        }
    }

    /// Those for whom a change waits by the events alone, as the ties stood on the day of the last of them. What a tie
    /// opens is the sharing matrix's to say and is not asked; what the person's consent opened is.
    public func waiting(for change: ReportedChange) -> [Identifier<Organisation>] {
        guard let last = touched.values.map(\.recorded).max() else { return change.waitingFor }
        return change.waitingFor.filter { isTied($0, for: change.kind.category, on: last.day) }
    }

    /// The last day on which a change can wait for one of those, which is that of the person's consent where nothing else
    /// ties them; nil where no day is known.
    public func lastDay(of change: ReportedChange, for organisation: Identifier<Organisation>) -> CalendarDay? {
        guard let last = touched.values.map(\.recorded).max() else { return nil }
        return tie(organisation, for: change.kind.category, on: last.day).opened?.map(\.until).max()
    }

    /// Whether an organisation has a tie of its own to the person, or a consent that opens a category.
    func isTied(_ organisation: Identifier<Organisation>, for category: Category, on day: CalendarDay) -> Bool {
        let (relation, opened) = tie(organisation, for: category, on: day)
        return opened.map { !$0.isEmpty } ?? relation.helps
    }

    /// What ties an organisation to the person, with the consents that open a category where nothing else does.
    private func tie(
        _ organisation: Identifier<Organisation>, for category: Category, on day: CalendarDay
    ) -> (relation: Relation, opened: [Consent]?) {
        let relation = relation(
            of: Author(person: Identifier(high: 0, low: 0), organisation: organisation, role: .adviser), on: day)
        guard relation == .partner else { return (relation, nil) }
        let held = consents.holding(for: organisation, on: day)
        return (relation, held.filter { $0.terms.categories.contains(category) })
    }
}

extension Circumstances {
    /// The same, with those who were told of each open change and have left it.
    fileprivate func leaving(
        _ hasLeft: (ReportedChange, Identifier<Organisation>) -> Bool
    ) -> Circumstances {
        var copy = self
        for index in copy.changes.indices {
            let change = copy.changes[index]
            let left = Set(change.waitingFor.filter { hasLeft(change, $0) })
            if !left.isEmpty { copy.changes[index].left = left }
        }
        return copy
    }
}
