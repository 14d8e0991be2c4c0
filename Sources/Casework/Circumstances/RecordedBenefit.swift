public import Kernel

extension ReportedChange {
    /// What was recorded of a benefit by itself, as the report it is once the person says that it is not right. It has
    /// the id of its event, and nobody was told of it then. Nothing says on what ground it is held: that of the bodies
    /// that pay benefits is taken (ours).
    /// - Returns: nil for what was told with a report, and where it was only said that nobody knows.
    init?(_ stated: Circumstances.Stated) {
        let statement = stated.statement
        guard statement.change == nil, statement.certainty != .unknown else { return nil }
        self.init(
            id: Identifier(stated.event.id),
            terms: Terms(
                kind: .benefit, from: statement.from, until: statement.until, certainty: statement.certainty,
                source: ChangeSource(statement.source), route: statement.source.route, basis: .publicTask),
            detail: HeldDetail(ChangeDetail(code: statement.benefit, on: statement.on)), event: stated.event, told: [],
            since: stated.event)
    }
}

extension Circumstances {
    /// A change that was told, or what was recorded of a benefit by itself, by the id of its event: whatever can be
    /// disputed.
    public func change(orRecorded id: Identifier<ReportedChange>) -> ReportedChange? {
        change(id) ?? statements.first { Identifier($0.event.id) == id }.flatMap { ReportedChange($0) }
    }

    /// What a spell of a benefit came with: the report, or the statement as one.
    public func change(saying spell: BenefitSpell) -> ReportedChange? {
        guard let stated = statements.first(where: { $0.event.id == spell.event.id }) else { return nil }
        return change(orRecorded: stated.statement.change ?? Identifier(stated.event.id))
    }
}
