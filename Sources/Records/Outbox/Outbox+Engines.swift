/// Where taking from the outbox must differ: several workers of PostgreSQL pass over what another is taking, and SQLite
/// has one writer.
extension Outbox {
    static func takeStatement(for engine: Engine) -> SQL {
        switch engine {
        case .sqlite: takeOnSQLite
        case .postgres: takeOnPostgres
        }
    }

    static let takeOnSQLite: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox WHERE state = 'waiting' AND free <= $1 ORDER BY free, event, kind LIMIT $2
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING event, kind, stream, subject, payload, attempts, due
        """
    static let takeOnPostgres: SQL = """
        WITH taken AS (
            SELECT event, kind FROM outbox WHERE state = 'waiting' AND free <= $1 ORDER BY free, event, kind LIMIT $2
            FOR UPDATE SKIP LOCKED
        )
        UPDATE outbox SET free = $3, attempts = attempts + 1 FROM taken
        WHERE outbox.event = taken.event AND outbox.kind = taken.kind
        RETURNING outbox.event, outbox.kind, stream, subject, payload, attempts, due
        """
}
