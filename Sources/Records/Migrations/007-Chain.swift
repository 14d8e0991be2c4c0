extension Schema {
    /// What each organisation of a supply chain is there for, on which days; the prime's model; and the desk where those
    /// who were sent on wait for an answer, or for an adviser. `groups` and `standards` are codes, one space apart.
    static let chain = Migration(
        7, "supply chain",
        """
        ALTER TABLE supply_chain ADD COLUMN part TEXT NOT NULL DEFAULT 'end-to-end';
        ALTER TABLE supply_chain ADD COLUMN serves TEXT NOT NULL DEFAULT '';
        ALTER TABLE supply_chain ADD COLUMN groups_taken TEXT NOT NULL DEFAULT '';
        ALTER TABLE supply_chain ADD COLUMN standards TEXT NOT NULL DEFAULT '';
        ALTER TABLE supply_chain ADD COLUMN runs_from TEXT;
        ALTER TABLE supply_chain ADD COLUMN runs_until TEXT;
        CREATE TABLE chain_models (
            prime TEXT NOT NULL PRIMARY KEY,
            specialists TEXT NOT NULL
        );
        CREATE TABLE chains_history (
            prime TEXT NOT NULL,
            number BIGINT NOT NULL,
            until TEXT NOT NULL,
            person TEXT NOT NULL,
            was TEXT NOT NULL,
            PRIMARY KEY (prime, number)
        );
        CREATE TABLE desk (
            subject TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL,
            sender TEXT NOT NULL,
            since TEXT NOT NULL,
            wants TEXT NOT NULL
        );
        CREATE INDEX desk_organisation ON desk (organisation, since, subject);
        """)
}
