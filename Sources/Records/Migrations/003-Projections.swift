extension Schema {
    /// Tables that are read off the streams, can be dropped, and are made again by `rebuild` (design §3.1).
    ///
    /// None holds a name or another sealed value. `next_at` is `9999` where nothing is booked, and `last_contact` is empty
    /// where nobody has met the customer, so that both can be paged by. `inbox_at` is null once a referral has an adviser.
    static let projections = Migration(
        3, "projections",
        """
        CREATE TABLE caseload (
            subject TEXT NOT NULL PRIMARY KEY,
            jobcentre TEXT NOT NULL,
            programme TEXT,
            payment_group TEXT,
            basis TEXT,
            area TEXT,
            prime TEXT,
            provider TEXT,
            adviser TEXT,
            state TEXT NOT NULL,
            registered_on TEXT NOT NULL,
            referred_on TEXT,
            inbox_at TEXT,
            attached_on TEXT,
            allotted_until TEXT,
            next_at TEXT NOT NULL,
            last_contact TEXT NOT NULL,
            in_work_since TEXT
        );
        CREATE INDEX caseload_adviser_next ON caseload (adviser, next_at, subject) WHERE adviser IS NOT NULL;
        CREATE INDEX caseload_adviser_contact ON caseload (adviser, last_contact, subject) WHERE adviser IS NOT NULL;
        CREATE INDEX caseload_provider_next ON caseload (provider, next_at, subject) WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_contact ON caseload (provider, last_contact, subject) WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_state_next ON caseload (provider, state, next_at, subject)
            WHERE provider IS NOT NULL;
        CREATE INDEX caseload_provider_state_contact ON caseload (provider, state, last_contact, subject)
            WHERE provider IS NOT NULL;
        CREATE INDEX caseload_prime_next ON caseload (prime, next_at, subject) WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_contact ON caseload (prime, last_contact, subject) WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_state_next ON caseload (prime, state, next_at, subject) WHERE prime IS NOT NULL;
        CREATE INDEX caseload_prime_state_contact ON caseload (prime, state, last_contact, subject)
            WHERE prime IS NOT NULL;
        CREATE INDEX caseload_jobcentre_next ON caseload (jobcentre, next_at, subject);
        CREATE INDEX caseload_jobcentre_contact ON caseload (jobcentre, last_contact, subject);
        CREATE INDEX caseload_jobcentre_state_next ON caseload (jobcentre, state, next_at, subject);
        CREATE INDEX caseload_jobcentre_state_contact ON caseload (jobcentre, state, last_contact, subject);
        CREATE INDEX caseload_inbox ON caseload (prime, inbox_at, subject) WHERE inbox_at IS NOT NULL;

        CREATE TABLE diary (
            appointment TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            adviser TEXT NOT NULL,
            office TEXT NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT NOT NULL,
            purpose TEXT NOT NULL,
            mode TEXT NOT NULL,
            state TEXT NOT NULL,
            notice_served TEXT
        );
        CREATE INDEX diary_adviser ON diary (adviser, starts, appointment);
        CREATE INDEX diary_subject ON diary (subject);

        CREATE TABLE due_lines (
            line TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            programme TEXT NOT NULL,
            kind TEXT NOT NULL,
            ordinal BIGINT NOT NULL,
            payment_group TEXT NOT NULL,
            provider TEXT,
            area TEXT NOT NULL,
            attached_on TEXT NOT NULL,
            due_on TEXT NOT NULL,
            pence BIGINT,
            status TEXT NOT NULL
        );
        CREATE INDEX due_lines_programme ON due_lines (programme, due_on, line);
        CREATE INDEX due_lines_provider ON due_lines (provider, due_on, line) WHERE provider IS NOT NULL;
        CREATE INDEX due_lines_area ON due_lines (area, due_on, line);
        CREATE INDEX due_lines_subject ON due_lines (subject);

        CREATE TABLE areas (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            nation TEXT NOT NULL,
            commissioner TEXT NOT NULL
        );
        CREATE INDEX areas_name ON areas (name, id);
        CREATE INDEX areas_commissioner ON areas (commissioner, name, id);

        CREATE TABLE draws (
            area TEXT NOT NULL,
            number BIGINT NOT NULL,
            programme TEXT NOT NULL,
            payment_group TEXT NOT NULL,
            token TEXT NOT NULL,
            period TEXT NOT NULL,
            value TEXT NOT NULL,
            provider TEXT NOT NULL,
            drawn_on TEXT NOT NULL,
            PRIMARY KEY (area, number)
        ) {BY KEY};
        CREATE INDEX draws_token ON draws (programme, token, area, number);

        CREATE INDEX events_of_areas ON events (subject, sequence) WHERE stream = 'area' AND kind <> 'draw.made'
        """)
}
