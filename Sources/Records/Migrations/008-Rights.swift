extension Schema {
    /// What is needed to keep a promise to a person about their record: keys that were destroyed and begun again, the
    /// counts of what has been erased, and the requests that wait for an answer.
    static let rights = Migration(
        8, "rights",
        """
        CREATE TABLE key_erasures (
            subject TEXT NOT NULL,
            retention TEXT NOT NULL,
            destroyed TEXT NOT NULL,
            cleared TEXT,
            proof {BYTES} NOT NULL,
            PRIMARY KEY (subject, retention, destroyed)
        ) {BY KEY};

        CREATE TABLE month_counts (
            month TEXT NOT NULL,
            kind TEXT NOT NULL,
            programme TEXT NOT NULL,
            payment_group TEXT NOT NULL,
            provider TEXT NOT NULL,
            number BIGINT NOT NULL,
            pence BIGINT NOT NULL,
            PRIMARY KEY (month, kind, programme, payment_group, provider)
        ) {BY KEY};

        CREATE TABLE requests (
            request TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            organisation TEXT NOT NULL,
            kind TEXT NOT NULL,
            asked_on TEXT NOT NULL,
            due_on TEXT NOT NULL
        ) {BY KEY};
        CREATE INDEX requests_subject ON requests (subject);
        CREATE INDEX requests_organisation ON requests (organisation, due_on, request)
        """)
}
