extension Schema {
    /// The council service that keeps a record beside a jobcentre, so that the lists of either are read off an index. Where
    /// one organisation keeps it, both columns name that one.
    static let twoKeepers = Migration(
        13, "two keepers",
        """
        ALTER TABLE caseload ADD COLUMN council TEXT NOT NULL DEFAULT '';
        UPDATE caseload SET council = jobcentre;
        CREATE INDEX caseload_council_next ON caseload (council, next_at, subject);
        CREATE INDEX caseload_council_contact ON caseload (council, last_contact, subject);
        CREATE INDEX caseload_council_state_next ON caseload (council, state, next_at, subject);
        CREATE INDEX caseload_council_state_contact ON caseload (council, state, last_contact, subject);

        ALTER TABLE requests ADD COLUMN council TEXT NOT NULL DEFAULT '';
        UPDATE requests SET council = organisation;
        CREATE INDEX requests_council ON requests (council, due_on, request)
        """)
}
