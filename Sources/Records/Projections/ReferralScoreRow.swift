import Casework
import Kernel

/// How complete one referral was when it was made, and by whom it was sent (G-097).
enum ReferralScoreRow {
    /// The rows of a case: one for each referral that was counted.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil else { return [] }
        return file.referrals.compactMap { referral -> [SQLValue]? in
            guard let score = referral.transmitted?.score else { return nil }
            let sender = referral.made.by
            return [
                .text(of: referral.id), .text(of: file.id), .text(of: sender.organisation), .text(of: sender.person),
                .text(of: referral.on), .int(score.held), .int(score.of),
            ]
        }
    }
}

extension ProjectedTable {
    static let referralScores = ProjectedTable(
        "referral_scores", key: "referral",
        columns: ["referral", "subject", "organisation", "person", "referred_on", "held", "counted"])
}
