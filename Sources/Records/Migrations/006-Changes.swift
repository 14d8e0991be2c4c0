extension Schema {
    /// The changes that wait to be taken into an organisation's own records, or to be decided on by whoever keeps the
    /// record: one row for each. A projection, made again by `rebuild`.
    static let changes = Migration(
        6, "changes",
        """
        CREATE TABLE changes_told (
            entry TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            organisation TEXT NOT NULL,
            told_at TEXT NOT NULL
        );
        CREATE INDEX changes_told_organisation ON changes_told (organisation, told_at, entry);
        CREATE INDEX changes_told_subject ON changes_told (subject)
        """)
}
