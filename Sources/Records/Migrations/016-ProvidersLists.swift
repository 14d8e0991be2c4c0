extension Schema {
    /// What a provider's lists may tell of somebody, in columns of their own beside those of whoever keeps the record, so
    /// that these lists are ordered by nothing that came after its time with them. `rebuild` works them out from the
    /// streams; until it is run they hold what is known without, which is never more than a provider may read. Beside them,
    /// the last day on which something that was told can wait.
    static let providersLists = Migration(
        16, "providers' lists",
        """
        ALTER TABLE caseload ADD COLUMN their_next_at TEXT NOT NULL DEFAULT '9999';
        ALTER TABLE caseload ADD COLUMN their_last_contact TEXT NOT NULL DEFAULT '';
        ALTER TABLE caseload ADD COLUMN their_in_work_since TEXT;
        ALTER TABLE caseload ADD COLUMN their_state TEXT NOT NULL DEFAULT 'registered';
        UPDATE caseload SET their_next_at = next_at
            WHERE state <> 'ended' AND (allotted_until IS NULL OR substr(next_at, 1, 10) <= allotted_until);
        UPDATE caseload SET their_last_contact = last_contact
            WHERE state <> 'ended' AND (allotted_until IS NULL OR substr(last_contact, 1, 10) <= allotted_until);
        UPDATE caseload SET their_in_work_since = in_work_since
            WHERE allotted_until IS NULL OR in_work_since <= allotted_until;
        UPDATE caseload SET their_state =
            CASE WHEN state = 'in-work' AND their_in_work_since IS NULL THEN 'attached' ELSE state END;

        DROP INDEX caseload_adviser_next;
        DROP INDEX caseload_adviser_contact;
        DROP INDEX caseload_provider_next;
        DROP INDEX caseload_provider_contact;
        DROP INDEX caseload_provider_state_next;
        DROP INDEX caseload_provider_state_contact;
        DROP INDEX caseload_prime_next;
        DROP INDEX caseload_prime_contact;
        DROP INDEX caseload_prime_state_next;
        DROP INDEX caseload_prime_state_contact;
        CREATE INDEX caseload_adviser_next ON caseload (adviser, their_next_at, subject) WHERE adviser IS NOT NULL;
        CREATE INDEX caseload_adviser_contact ON caseload (adviser, their_last_contact, subject)
            WHERE adviser IS NOT NULL;
        CREATE INDEX caseload_provider_next ON caseload (provider, their_next_at, subject) WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_contact ON caseload (provider, their_last_contact, subject)
            WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_state_next ON caseload (provider, their_state, their_next_at, subject)
            WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_state_contact ON caseload (provider, their_state, their_last_contact, subject)
            WHERE provider IS NOT NULL;
        CREATE INDEX caseload_prime_next ON caseload (prime, their_next_at, subject) WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_contact ON caseload (prime, their_last_contact, subject) WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_state_next ON caseload (prime, their_state, their_next_at, subject)
            WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_state_contact ON caseload (prime, their_state, their_last_contact, subject)
            WHERE prime IS NOT NULL;

        ALTER TABLE changes_told ADD COLUMN told_until TEXT NOT NULL DEFAULT '9999'
        """)
}
