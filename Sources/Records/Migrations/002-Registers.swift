extension Schema {
    /// Ordinary rows with a history table: who people are, which organisations there are, who may sign in.
    static let registers = Migration(
        2, "registers",
        """
        CREATE TABLE identity (
            subject TEXT NOT NULL PRIMARY KEY,
            given TEXT NOT NULL,
            family TEXT NOT NULL,
            born TEXT NOT NULL,
            number TEXT,
            address TEXT,
            phone TEXT,
            email TEXT,
            by_family TEXT NOT NULL,
            by_given TEXT NOT NULL,
            born_hash TEXT NOT NULL,
            number_hash TEXT
        );
        CREATE INDEX identity_by_family ON identity (by_family, subject);
        CREATE INDEX identity_by_given ON identity (by_given, subject);
        CREATE INDEX identity_born ON identity (born_hash);
        CREATE UNIQUE INDEX identity_number ON identity (number_hash);
        CREATE TABLE identity_history (
            subject TEXT NOT NULL,
            number BIGINT NOT NULL,
            until TEXT NOT NULL,
            person TEXT NOT NULL,
            was TEXT NOT NULL,
            PRIMARY KEY (subject, number)
        );

        CREATE TABLE organisations (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            address TEXT NOT NULL,
            phone TEXT NOT NULL
        );
        CREATE TABLE organisations_history (
            id TEXT NOT NULL,
            number BIGINT NOT NULL,
            until TEXT NOT NULL,
            person TEXT NOT NULL,
            was TEXT NOT NULL,
            PRIMARY KEY (id, number)
        );
        CREATE TABLE supply_chain (
            prime TEXT NOT NULL,
            member TEXT NOT NULL,
            PRIMARY KEY (prime, member)
        );

        CREATE TABLE accounts (
            person TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            username TEXT NOT NULL,
            password TEXT NOT NULL,
            active BOOLEAN NOT NULL,
            failures BIGINT NOT NULL,
            locked_until TEXT
        );
        CREATE UNIQUE INDEX accounts_username ON accounts (username);
        CREATE TABLE accounts_history (
            person TEXT NOT NULL,
            number BIGINT NOT NULL,
            at TEXT NOT NULL,
            by_whom TEXT NOT NULL,
            what TEXT NOT NULL,
            PRIMARY KEY (person, number)
        );
        CREATE TABLE positions (
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL,
            PRIMARY KEY (person, organisation, role)
        );
        CREATE INDEX positions_organisation ON positions (organisation, role, person);
        CREATE TABLE sessions (
            token_hash TEXT NOT NULL PRIMARY KEY,
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL,
            made TEXT NOT NULL,
            seen TEXT NOT NULL
        );
        CREATE INDEX sessions_person ON sessions (person);

        CREATE TABLE settings (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        );
        """)
}
