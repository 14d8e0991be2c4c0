import Kernel

extension Telling {
    func told(_ fact: CircumstanceFact) -> Told {
        switch fact {
        case .benefitStated(let statement): told(statement)
        case .reported(let id, let terms, let detail, let organisations):
            Told(
                .sent, "Told us: \(terms.kind.news)", opens ? shown(detail, terms.kind) : nil,
                "From \(terms.from.written)" + (terms.until.map { " to \($0.written)" } ?? ""),
                "\(terms.certainty.title), from \(terms.source.title.inSentence)",
                "Passed on to \(list(organisations))",
                effect(id))
        case .acknowledged(let id, let kind):
            Told(.done, "\(kind.news.capitalisedFirst) acknowledged", file.circumstances.change(id).map(progress))
        case .applied(let id, let kind):
            Told(
                .done, "\(kind.news.capitalisedFirst) applied in their records",
                file.circumstances.change(id).map(progress)
            )
        case .disputed(_, let kind, _, let other, let why):
            Told(
                .sent, "\(kind.news.capitalisedFirst) disputed", opens ? other.map { shown($0, kind) } : nil, said(why))
        case .resolved(let id, let kind, let stands, _, let why):
            Told(
                .done, "Decided which \(kind.title.inSentence) stands", words(stands, id, kind), said(why))
        case .withdrawn(_, let kind, let organisations, let why):
            Told(
                .done, "\(kind.news.capitalisedFirst) taken back", said(why),
                organisations.isEmpty ? nil : "Passed on to \(list(organisations))")
        case .contactFailed(let kind, let reason, _):
            Told(.done, "\(kind.title) doubtful", "It did not reach them: \(reason.words)")
        case .contactsConfirmed(let kinds):
            Told(.done, "Contacts still right", kinds.map(\.title.inSentence).joined(separator: ", ").capitalisedFirst)
        case .callerChecked(let caller, let questions, let passed):
            Told(
                .done, passed ? "Caller check passed" : "Caller check not passed", caller.title,
                "Asked: \(questions.map(\.title.inSentence).joined(separator: ", "))")
        }
    }

    private func told(_ statement: BenefitStatement) -> Told {
        let days = statement.from.written + (statement.until.map { " to \($0.written)" } ?? " on")
        let so =
            switch (statement.certainty, statement.on) {
            case (.unknown, _): "Not known whether on \(benefit(statement.benefit))"
            case (_, true): "On \(benefit(statement.benefit))"
            case (_, false): "Off \(benefit(statement.benefit))"
            }
        return Told(
            .done, "\(so) from \(days)", "\(statement.certainty.title), from \(statement.source.title.inSentence)")
    }

    private func shown(_ detail: HeldDetail, _ kind: ChangeKind) -> String {
        detail.value.map { $0.written(kind, benefit: benefit) } ?? "Erased"
    }

    private func list(_ organisations: [Identifier<Organisation>]) -> String {
        organisations.isEmpty ? "nobody else" : organisations.map(names.organisation).joined(separator: ", ")
    }

    private func progress(_ change: ReportedChange) -> String { change.progress }

    private func words(
        _ stands: ReportedChange.Standing, _ id: Identifier<ReportedChange>, _ kind: ChangeKind
    ) -> String {
        switch stands {
        case .reported: "What was told stands"
        case .before: "What was held before stands"
        case .dispute(let dispute):
            file.circumstances.change(id)?.disputes.first { $0.id == dispute }.map {
                "The version of \(names.organisation($0.event.by.organisation)) stands"
            } ?? "The other version stands"
        }
    }

    /// What it did to weeks that were counted, where anything at all rests on it.
    private func effect(_ id: Identifier<ReportedChange>) -> String? {
        guard let stamp = file.circumstances.change(id)?.event else { return nil }
        return file.effect(of: id, on: stamp.recorded.day, programmes: programmes)?.sentence
    }
}

extension Sequence<Event<CaseFile>> {
    /// What they all come to of somebody's circumstances.
    var circumstances: Circumstances? {
        var file: CaseFile?
        for event in self {
            var now = file ?? CaseFile(id: event.subject)
            now.apply(event)
            file = now
        }
        return file?.circumstances
    }
}

extension ReportedChange {
    /// `applied in 2 of 3`
    public var progress: String {
        guard !told.isEmpty else { return "Nobody else is concerned" }
        let taken = told.count { applied[$0] != nil }
        let concerned = taken + waitingFor.count
        return concerned == 0 ? "Nobody who was told helps any longer" : "Applied in \(taken) of \(concerned)"
    }
}
