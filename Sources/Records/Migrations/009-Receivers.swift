extension Schema {
    /// Programs of organisations that are told of events, and calls to them kept apart from letters in the outbox, so that
    /// neither is looked through for the other.
    static let receivers = Migration(
        9, "receivers",
        """
        CREATE TABLE receivers (
            id TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL,
            address TEXT NOT NULL,
            categories TEXT NOT NULL,
            made TEXT NOT NULL,
            made_by TEXT NOT NULL,
            ended TEXT
        );
        CREATE INDEX receivers_organisation ON receivers (organisation, id);
        CREATE INDEX receivers_open ON receivers (id) WHERE ended IS NULL;

        DROP INDEX outbox_waiting;
        CREATE INDEX outbox_letters ON outbox (free, event, kind)
            WHERE state = 'waiting' AND NOT (kind >= 'call/' AND kind < 'call0');
        CREATE INDEX outbox_calls ON outbox (free, event, kind)
            WHERE state = 'waiting' AND (kind >= 'call/' AND kind < 'call0');
        CREATE INDEX outbox_kind ON outbox (kind, state, ended)
            WHERE kind >= 'call/' AND kind < 'call0'
        """)
}
