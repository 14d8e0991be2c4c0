public import Kernel

extension CommandAnswers {
    /// Takes away answers that recorded events before a moment, those of a thousand events at a time, from where the last
    /// call came to. The answer that opened a stream is kept, so that the same command never opens another.
    /// - Returns: how many were taken away, and whether that was the last of them.
    public static func clear(
        before moment: Instant, in connection: any Connection
    ) throws -> (cleared: Int, isLast: Bool) {
        let end = Identifier<Command>(high: UInt64(max(0, moment.milliseconds)) << 16, low: 0)
        let from = try Settings.value(cleared, in: connection) ?? ""
        let old = try connection.all(selectOld, [.text(from), .text(of: end), .int(page)]) { row in
            (id: try row.text(0), stream: try row.text(1), subject: try row.text(2), sequence: try row.int(3))
        }
        var count = 0
        for event in old {
            count += try connection.run(
                deleteOld, [.text(event.stream), .text(event.subject), .int(event.sequence)])
        }
        if let last = old.last { try Settings.set(cleared, to: last.id, in: connection) }
        return (count, old.count < page)
    }

    private enum Command {}
    private static let page = 1000
    /// The setting that holds the last event whose answer was looked for.
    private static let cleared = "answers.cleared"

    static let selectOld: SQL = """
        SELECT id, stream, subject, sequence FROM events WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3
        """
    static let deleteOld: SQL = """
        DELETE FROM commands
        WHERE stream = $1 AND subject = $2 AND last_sequence = $3 AND first_sequence > 1 AND first_sequence <= $3
        """
}
