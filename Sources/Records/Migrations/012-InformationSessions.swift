extension Schema {
    /// Information sessions, and the register of who is invited to each and came, which is read off the streams.
    static let informationSessions = Migration(
        12, "information sessions",
        """
        CREATE TABLE information_sessions (
            id TEXT NOT NULL PRIMARY KEY,
            host TEXT NOT NULL,
            programme TEXT NOT NULL,
            format TEXT NOT NULL,
            starts TEXT NOT NULL,
            minutes BIGINT NOT NULL,
            place TEXT NOT NULL,
            places BIGINT NOT NULL,
            made_by TEXT NOT NULL,
            called_off TEXT
        );
        CREATE INDEX information_sessions_starts ON information_sessions (starts, id);
        CREATE TABLE session_places (
            invitation TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL,
            session TEXT NOT NULL,
            keeper TEXT NOT NULL,
            basis TEXT NOT NULL,
            state TEXT NOT NULL
        );
        CREATE INDEX session_places_session ON session_places (session, subject);
        CREATE INDEX session_places_subject ON session_places (subject);
        """)
}
