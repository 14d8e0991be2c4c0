extension Schema {
    /// Ways in to a customer's own page. Only hashes of their secrets are kept, and a used one is never taken again.
    static let entries = Migration(
        5, "entries",
        """
        CREATE TABLE entries (
            id TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            person TEXT NOT NULL,
            role TEXT NOT NULL,
            place TEXT NOT NULL,
            secret_hash TEXT NOT NULL,
            made TEXT NOT NULL,
            expires TEXT NOT NULL,
            tries BIGINT NOT NULL,
            used TEXT
        );
        CREATE INDEX entries_place ON entries (place);
        CREATE INDEX entries_subject ON entries (subject);
        ALTER TABLE identity ADD COLUMN email_hash TEXT;
        CREATE INDEX identity_email ON identity (email_hash);
        """)
}
