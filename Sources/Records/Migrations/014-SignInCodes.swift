extension Schema {
    /// One-time codes of accounts: which key each is of, the recovery codes as hashes, and sign-ins and settings-up that
    /// are not finished. The keys themselves are worked out from the master key and stand nowhere.
    static let signInCodes = Migration(
        14, "sign-in codes",
        """
        CREATE TABLE sign_in_codes (
            person TEXT NOT NULL PRIMARY KEY,
            key_id TEXT NOT NULL,
            since TEXT NOT NULL,
            last_step BIGINT NOT NULL
        );
        CREATE TABLE recovery_codes (
            person TEXT NOT NULL,
            code_hash TEXT NOT NULL,
            used TEXT,
            PRIMARY KEY (person, code_hash)
        );
        CREATE TABLE sign_in_steps (
            token_hash TEXT NOT NULL PRIMARY KEY,
            person TEXT NOT NULL,
            key_id TEXT,
            until TEXT NOT NULL
        );
        CREATE INDEX sign_in_steps_person ON sign_in_steps (person)
        """)
}
