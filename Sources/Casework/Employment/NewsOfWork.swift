import Kernel

extension CaseFile {
    /// What the record of a job says, as a change that everybody else whom work concerns is told once, as of any other
    /// (C14); nothing where it concerns nobody else. Who the employer is stays with the job.
    func news(_ news: WorkNews, from day: CalendarDay, in context: Context) -> [Fact] {
        let told = concerned(by: .work, in: context, but: context.actor)
        guard !told.isEmpty, let basis = try? basis(of: .work, in: context) else { return [] }
        let relation = relation(of: context.actor, on: context.today, by: context.sharing)
        let terms = ReportedChange.Terms(
            kind: .work, from: day, source: ChangeSource(relation) ?? .provider, route: .ownRecords, basis: basis)
        let detail = HeldDetail(ChangeDetail(code: news.rawValue))
        return [.circumstance(.reported(Identifier(context.command), terms, detail, told: told))]
    }

    /// Takes back what was told with an entry about a job, for those who were told it.
    /// - Parameter entry: the event that recorded it; its report was recorded with it, by the same person.
    func takingBack(_ news: WorkNews, toldWith entry: EventStamp, _ why: Words, in context: Context) -> [Fact] {
        let found = circumstances.changes.last {
            $0.kind == .work && $0.detail.open.code == news.rawValue && $0.event.recorded == entry.recorded
                && $0.event.by == entry.by && $0.withdrawn == nil
        }
        return found.map { [takingBack($0, why, in: context)] } ?? []
    }
}
