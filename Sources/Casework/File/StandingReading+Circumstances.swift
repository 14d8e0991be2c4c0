import Kernel

extension StandingReading {
    /// What waits for the reader's organisation: changes told to it, versions to decide between, contacts that failed.
    var changeDues: [Due] {
        guard let circumstances, let organisation else { return [] }
        var dues: [Due] = []
        for change in circumstances.changes where change.isOpen {
            if change.state == .disputed {
                if decides { dues.append(resolve(change)) }
            } else if change.waitingFor.contains(organisation) {
                dues.append(apply(change, organisation))
            }
        }
        return dues + doubtful(circumstances) + old(circumstances) + gap(circumstances)
    }

    private func apply(_ change: ReportedChange, _ organisation: Identifier<Organisation>) -> Due {
        let handling = rules.changes
        let acknowledged = change.acknowledged[organisation]
        let last = handling.last(
            acknowledged == nil ? handling.acknowledge : handling.apply, after: change.since.recorded.day)
        let what =
            change.withdrawn == nil
            ? "Told us: \(change.kind.news)" : "Told us: \(change.kind.news) was taken back"
        var sentence =
            "\(what) (\(change.whose) → \(change.told.count == 1 ? "us" : "all")), "
            + "\(change.progress.inSentence). "
        sentence += acknowledged == nil ? "Acknowledge it by \(last.written)." : "Apply it by \(last.written)."
        if let effect = payable?.effect(of: change.id, on: day, programmes: programmes) {
            sentence += " \(effect.sentence)"
        }
        return Due(.applyChange, last, overdue: last < day, act: .answerChange, sentence)
    }

    private func resolve(_ change: ReportedChange) -> Due {
        let handling = rules.changes
        let since = change.openDisputes.map(\.event.recorded.day).min() ?? change.since.recorded.day
        let last = handling.last(handling.resolve, after: since)
        return Due(
            .resolveChange, last, overdue: last < day, act: .resolveChange,
            "A \(change.kind.news) is disputed since \(since.written). Decide by \(last.written) which version stands.")
    }

    /// The ways to reach the person that nobody has been sure of for long (G-098): asked by whoever keeps the record, or has
    /// the person on a programme, while that lasts (ours): whoever has them then, so that they are asked once. It is never
    /// late: it is asked at the next talk, after what is.
    private func old(_ circumstances: Circumstances) -> [Due] {
        guard referral.map({ !$0.isOver(on: day) }) ?? decides else { return [] }
        let old = ChangeKind.contacts.compactMap { kind -> (title: String, sure: CalendarDay)? in
            guard let sure = circumstances.lastSure(of: kind, on: day)?.recorded.day,
                rules.changes.last(rules.changes.confirm, after: sure) <= day
            else { return nil }
            return (kind.title.inSentence, sure)
        }
        guard let oldest = old.map(\.sure).min() else { return [] }
        let titles = old.map { "the \($0.title)" }.joined(separator: ", ")
        return [
            Due(
                .confirmContacts, day, act: .reportChange, organisation: referral?.holder,
                "Ask whether these are still right: \(titles). The oldest is from \(oldest.written).")
        ]
    }

    /// No benefit and no pay for longer than the service's limit (G-036), for as many weeks as a list says what nothing
    /// else ends (ours). Whoever does not see benefits reads none, and is told nothing.
    private func gap(_ circumstances: Circumstances) -> [Due] {
        guard referral.map({ !$0.isOver(on: day) }) ?? decides, seesAllWork, let employment,
            let gap = circumstances.moneyGap(on: day, jobs: employment.jobs, rules: rules),
            day <= gap.asked.adding(days: Due.daysSaid)
        else { return [] }
        let unknown =
            gap.unknown.isEmpty
            ? "" : " It is not known whether they are on \(gap.unknown.joined(separator: ", "))."
        return [
            Due(
                .moneyGap, gap.asked, act: .reportChange,
                "No benefit and no pay on record since \(gap.since.written).\(unknown) Ask how they manage.")
        ]
    }

    private func doubtful(_ circumstances: Circumstances) -> [Due] {
        ChangeKind.contacts.compactMap { kind in
            guard let failed = circumstances.status(of: kind, on: day).failed else { return nil }
            let since = failed.event.recorded.day
            return Due(
                .contactDoubtful, since, act: .reportChange,
                "The \(kind.title.inSentence) is doubtful since \(since.written): \(failed.reason.words). Ask for another, or whether it is right."
            )
        }
    }
}

extension ReportedChange {
    /// Whose word it is, in a word: `council`.
    fileprivate var whose: String { terms.source.rawValue }
}
