extension Schema {
    /// The tokens of the API, each good for one position of one person until a day.
    static let tokens = Migration(
        4, "tokens",
        """
        CREATE TABLE tokens (
            id TEXT NOT NULL PRIMARY KEY,
            token_hash TEXT NOT NULL UNIQUE,
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            scopes TEXT NOT NULL,
            made TEXT NOT NULL,
            expires TEXT NOT NULL,
            used_on TEXT,
            revoked TEXT
        );
        CREATE INDEX tokens_person ON tokens (person, id)
        """)
}
