extension Schema {
    /// What advisers can offer; and what stands here of people who are on paper alone: a reference, the named officer and
    /// the area, and payment lines that the officer enters. No name, no reason, no case. `offers` are codes, one space
    /// apart.
    static let safetyAndPaper = Migration(
        11, "safety and paper",
        """
        CREATE TABLE adviser_offers (
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            offers TEXT NOT NULL,
            PRIMARY KEY (person, organisation)
        );
        CREATE TABLE paper_people (
            reference TEXT NOT NULL PRIMARY KEY,
            officer TEXT NOT NULL,
            area TEXT NOT NULL,
            opened TEXT NOT NULL,
            closed TEXT
        );
        CREATE INDEX paper_people_officer ON paper_people (officer, reference);
        CREATE TABLE paper_people_history (
            reference TEXT NOT NULL,
            number BIGINT NOT NULL,
            until TEXT NOT NULL,
            person TEXT NOT NULL,
            was TEXT NOT NULL,
            PRIMARY KEY (reference, number)
        );
        CREATE TABLE clerical_lines (
            line TEXT NOT NULL PRIMARY KEY,
            reference TEXT NOT NULL,
            programme TEXT NOT NULL,
            kind TEXT NOT NULL,
            ordinal BIGINT NOT NULL,
            payment_group TEXT NOT NULL,
            provider TEXT NOT NULL,
            area TEXT NOT NULL,
            due_on TEXT NOT NULL,
            pence BIGINT NOT NULL,
            entered_by TEXT NOT NULL,
            entered_on TEXT NOT NULL,
            withdrawn_on TEXT
        );
        CREATE INDEX clerical_lines_due ON clerical_lines (due_on, line);
        """)
}
