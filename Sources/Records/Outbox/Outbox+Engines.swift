/// Where taking from the outbox must differ: several workers of PostgreSQL pass over what another is taking, and SQLite
/// has one writer.
extension Outbox {
    static func takeStatement(for engine: Engine, _ channel: Channel) -> SQL {
        switch (engine, channel) {
        case (.sqlite, .letters): takeLettersOnSQLite
        case (.sqlite, .calls): takeCallsOnSQLite
        case (.postgres, .letters): takeLettersOnPostgres
        case (.postgres, .calls): takeCallsOnPostgres
        }
    }

    static let takeLettersOnSQLite: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox
            WHERE state = 'waiting' AND NOT (kind >= 'call/' AND kind < 'call0') AND free <= $1
            ORDER BY free, event, kind LIMIT $2
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING event, kind, stream, subject, payload, attempts, due
        """

    static let takeCallsOnSQLite: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox
            WHERE state = 'waiting' AND (kind >= 'call/' AND kind < 'call0') AND free <= $1
            ORDER BY free, event, kind LIMIT $2
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING event, kind, stream, subject, payload, attempts, due
        """

    static let takeLettersOnPostgres: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox
            WHERE state = 'waiting' AND NOT (kind >= 'call/' AND kind < 'call0') AND free <= $1
            ORDER BY free, event, kind LIMIT $2
            FOR UPDATE SKIP LOCKED
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING outbox.event, outbox.kind, stream, subject, payload, attempts, due
        """

    static let takeCallsOnPostgres: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox
            WHERE state = 'waiting' AND (kind >= 'call/' AND kind < 'call0') AND free <= $1
            ORDER BY free, event, kind LIMIT $2
            FOR UPDATE SKIP LOCKED
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING outbox.event, outbox.kind, stream, subject, payload, attempts, due
        """
}
