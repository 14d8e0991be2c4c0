extension Schema {
    /// How complete each referral was when it was made, and by whom it was sent: codes and numbers. A projection, made again
    /// by `rebuild`.
    static let referralScores = Migration(
        17, "referral scores",
        """
        CREATE TABLE referral_scores (
            referral TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            organisation TEXT NOT NULL,
            person TEXT NOT NULL,
            referred_on TEXT NOT NULL,
            held BIGINT NOT NULL,
            counted BIGINT NOT NULL
        );
        CREATE INDEX referral_scores_sender ON referral_scores (organisation, person, referred_on, held, counted);
        CREATE INDEX referral_scores_subject ON referral_scores (subject)
        """)
}
