public import Kernel

/// Who may be referred to a programme, by its own file (C01, reference D1 and D2).
public enum Eligibility {
    /// Judges a claim on a day. Groups are tried in the programme's order and every result is kept; the first met
    /// decides. A circumstance with no row is refused: nobody is mandated by default.
    public static func assess(
        _ claim: ClaimFacts, on day: CalendarDay, programme: Programme
    ) -> EligibilityFinding {
        func finding(_ groups: [GroupResult], _ outcome: EligibilityFinding.Outcome) -> EligibilityFinding {
            EligibilityFinding(programme: programme.id, day: day, groups: groups, outcome: outcome)
        }
        do throws(Refusal) {
            try claim.check(against: programme, on: day)
            try requireOpen(programme, to: claim.nation, on: day)
        } catch {
            return finding([], .refused(error))
        }
        let tried = programme.groupsTried.compactMap(programme.group)
        let results = tried.map { judge($0, claim, on: day, in: programme) }
        if let first = results.firstIndex(where: \.met) {
            return finding(results, decide(tried[first], claim, on: day, in: programme))
        }
        let soonest = results.compactMap { result in result.reachedOn.map { (result.group, $0) } }
            .min { $0.1 < $1.1 }
        return finding(results, soonest.map { .notYet(group: $0, on: $1) } ?? .none)
    }

    /// The row of the participation table that answers for a claim (reference D2), or nil when none does.
    public static func participation(
        _ claim: ClaimFacts, on day: CalendarDay, programme: Programme
    ) -> ParticipationRow? {
        programme.participation.first { holds($0.when, claim, on: day) }
    }

    private static func requireOpen(
        _ programme: Programme, to nation: Nation, on day: CalendarDay
    ) throws(Refusal) {
        guard programme.runs.contains(day) else {
            throw Refusal(
                "eligibility.closed",
                "\(programme.title) takes referrals \(programme.runs.written), and \(day.written) is outside that. "
                    + "Check the day, or choose another programme.")
        }
        guard programme.nations.contains(nation) else {
            throw Refusal(
                "eligibility.nation",
                "\(programme.title) does not run in \(nation.title). Choose a programme that does.", rule: "M-056")
        }
    }

    private static func judge(
        _ group: PaymentGroup, _ claim: ClaimFacts, on day: CalendarDay, in programme: Programme
    ) -> GroupResult {
        let conditions = group.entry.map { $0.judge(claim, on: day, in: programme) }
        let met = conditions.allSatisfy(\.met)
        let together = EntryCondition.all(group.entry).days(for: claim)
        return GroupResult(
            group: group.id, title: group.title, conditions: conditions, met: met,
            reachedOn: met ? nil : EntryCondition.first(in: together, after: day))
    }

    private static func holds(_ conditions: [EntryCondition], _ claim: ClaimFacts, on day: CalendarDay) -> Bool {
        EntryCondition.all(conditions).days(for: claim).contains { $0.contains(day) }
    }

    private static func decide(
        _ group: PaymentGroup, _ claim: ClaimFacts, on day: CalendarDay, in programme: Programme
    ) -> EligibilityFinding.Outcome {
        guard let row = group.basis.first(where: { holds($0.when, claim, on: day) }) else {
            return .refused(noBasis(group, claim, on: day, in: programme))
        }
        let participation = participation(claim, on: day, programme: programme)
        let duties = row.duties ?? participation?.duties ?? programme.dutiesOtherwise
        return .eligible(
            EligibilityFinding.Match(
                group: group.id, title: group.title, basis: row.basis, status: row.status, source: row.source,
                duties: duties.flatMap(programme.duties), participation: participation, joining: programme.joining))
    }

    /// Says which recorded circumstances have no row, and what could be recorded that has one.
    private static func noBasis(
        _ group: PaymentGroup, _ claim: ClaimFacts, on day: CalendarDay, in programme: Programme
    ) -> Refusal {
        let recorded = claim.circumstances.keys.sorted().map { programme.circumstance($0)?.title ?? $0 }
        let list = recorded.isEmpty ? "no circumstance" : recorded.joined(separator: ", ")
        return Refusal(
            "eligibility.no-basis",
            "This customer is in group \(group.id), \(group.title), but the programme does not say whether somebody "
                + "with \(list) recorded is referred as mandatory or voluntary, and nobody is mandated by default. "
                + "Record what is missing, or ask the programme's owner before referring.",
            rule: "M-081, M-083", field: "circumstances")
    }
}
