public import Kernel

/// A line that was due and no longer is, since something was told of a benefit (M-002): what whoever pays is to know of it.
public struct LineNoLongerDue: Sendable, Equatable {
    /// As it was due.
    public let line: DueLine
    /// The day it was told.
    public let since: CalendarDay
    let terms: ReportedChange.Terms
    /// What was told, by its codes alone: no word of anybody's is read for a payment.
    let detail: ChangeDetail

    /// `Job outcome, £1,200.00, was due, and is no longer since 20 February 2012. On JSA from 5 September 2011: known, from
    /// the jobcentre.`
    public func sentence(benefit: (String) -> String) -> String {
        let days = "from \(terms.from.written)" + (terms.until.map { " to \($0.written)" } ?? "")
        return "\(line.named) was due, and is no longer since \(since.written). "
            + "\(detail.written(.benefit, benefit: benefit)) \(days): "
            + "\(terms.certainty.title.inSentence), from \(terms.source.title.inSentence)."
    }
}

extension SeenCase {
    /// The lines that were due until a change of benefit was told, and are not, where the reader sees everything that
    /// rests on; each with the last change that took it.
    public func noLongerDue(on day: CalendarDay, programmes: [String: Programme]) -> [LineNoLongerDue] {
        guard var file = payable, let programme = file.referral.flatMap({ programmes[$0.programme] }) else { return [] }
        let ledger = PaymentLedger(programme)
        var after = ledger.account(for: file, until: day)
        var seen = Set(after.due.map(\.key))
        var found: [LineNoLongerDue] = []
        // Back from what stands now, one change after another, to the record as it was before them.
        for change in file.circumstances.changes.reversed() where change.kind == .benefit && change.standing != nil {
            file = file.without(change.id)
            let before = ledger.account(for: file, until: day)
            let told = change.standing?.open ?? ChangeDetail()
            for line in BenefitEffect(before: before, after: after).lost where seen.insert(line.key).inserted {
                found.append(
                    LineNoLongerDue(
                        line: line, since: change.since.recorded.day, terms: change.terms,
                        detail: ChangeDetail(code: told.code, on: told.on)))
            }
            after = before
        }
        return found
    }
}
