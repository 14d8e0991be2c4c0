extension Schema {
    /// Who shares something of their record with which organisation by their own choice, since when and until when: one row
    /// for each case and organisation. A projection, made again by `rebuild`.
    static let sharedWith = Migration(
        15, "shared with",
        """
        CREATE TABLE shared_with (
            entry TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            organisation TEXT NOT NULL,
            shared_at TEXT NOT NULL,
            shared_until TEXT NOT NULL
        );
        CREATE INDEX shared_with_organisation ON shared_with (organisation, shared_at, entry);
        CREATE INDEX shared_with_subject ON shared_with (subject)
        """)
}
