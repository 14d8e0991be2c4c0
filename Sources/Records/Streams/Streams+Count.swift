public import Kernel

extension Streams {
    /// How many events of one kind of stream have ever been recorded: the sum of the heads, which each event raises and
    /// nothing lowers, erasing neither. What was made of the events holds for as long as it stays the same.
    ///
    /// It reads a row for each stream, and no event.
    public func count<S: EventSubject>(of kind: S.Type = S.self, in connection: any Connection) throws -> Int {
        try connection.first(Self.selectCount, [.text(S.stream)]) { try $0.int(0) } ?? 0
    }

    static let selectCount: SQL = "SELECT CAST(COALESCE(SUM(head), 0) AS BIGINT) FROM streams WHERE stream = $1"
}
