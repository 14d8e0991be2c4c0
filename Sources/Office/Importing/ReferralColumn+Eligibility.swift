import Casework
import Kernel

extension ReferralColumn {
    /// Refusals of somebody who is in no group of a programme.
    static let inNoGroup: Set<String> = ["eligibility.not-yet", "eligibility.none"]

    /// What to look at when a row's person is in no group: the benefit, when no group takes it; the claim's start, when
    /// an earlier one would put them in a group; nil when it cannot be told, as where a circumstance may be missing.
    static func atFault(
        in row: ReferralRow, _ programme: Programme, nation: Nation, on day: CalendarDay
    ) -> ReferralColumn? {
        guard programme.groups.contains(where: { EntryCondition.all($0.entry).takes(row.benefit) }) else {
            return .benefit
        }
        return (1...monthsBack).contains { isMet(row, monthsEarlier: $0, programme, nation, on: day) }
            ? .claimStart : nil
    }

    /// How much earlier a claim is supposed to have begun at most (ours).
    private static let monthsBack = 120

    private static func isMet(
        _ row: ReferralRow, monthsEarlier months: Int, _ programme: Programme, _ nation: Nation, on day: CalendarDay
    ) -> Bool {
        let claim = try? ClaimFacts(
            born: row.identity.born, benefit: row.benefit, since: row.claimStart.adding(months: -months),
            nation: nation, coded: row.circumstances)
        return claim.map { Eligibility.assess($0, on: day, programme: programme).match != nil } ?? false
    }
}

extension EntryCondition {
    /// Whether somebody on a benefit can meet it, as far as the benefit goes.
    fileprivate func takes(_ benefit: String) -> Bool {
        switch self {
        case .benefit(let codes): codes.contains(benefit)
        case .all(let conditions): conditions.allSatisfy { $0.takes(benefit) }
        case .any(let conditions): conditions.contains { $0.takes(benefit) }
        default: true
        }
    }
}
