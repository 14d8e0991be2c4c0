public import Casework
public import Kernel

/// How complete the referrals were that one person sent (G-097, G-143).
public struct SentReferrals: Sendable, Equatable {
    public let person: Identifier<Person>
    public let count: Int
    /// Of all of them together.
    public let score: ReferralScore
}

/// What each person of an organisation sent from a day on.
public enum ReferralScoreQuery {
    public static func sent(
        by organisation: Identifier<Organisation>, from day: CalendarDay, in connection: any Connection
    ) throws -> [SentReferrals] {
        try connection.all(select, [.text(of: organisation), .text(of: day)]) { row in
            SentReferrals(
                person: try Identifier(row.text(0)), count: try row.int(1),
                score: ReferralScore(held: try row.int(2), of: try row.int(3)))
        }
    }

    static let select: SQL = """
        SELECT person, count(*), CAST(sum(held) AS BIGINT), CAST(sum(counted) AS BIGINT) FROM referral_scores
        WHERE organisation = $1 AND referred_on >= $2 GROUP BY person ORDER BY person
        """
}
