public import Casework
import Kernel

extension Projections {
    /// Makes every row again from the streams, byte for byte what appending made of them.
    ///
    /// Each transaction takes some cases, or some draws, so that lists can be read and written meanwhile; one that is
    /// stopped can be run again. It needs no keys: no row is made of a sealed value.
    /// - Parameter progress: told after each transaction how many streams of how many are done.
    public static func rebuild(
        _ database: any Database, programmes: [String: Programme], batch: Int = 200,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws {
        let total = try await database.read { try $0.first(countStreams) { try $0.int(0) } ?? 0 }
        var done = 0
        var last: Identifier<CaseFile>?
        while true {
            let after = last
            let subjects = try await database.write {
                try rebuildCases(after: after, batch: batch, programmes, in: $0)
            }
            done += subjects.count
            progress(min(done, total), total)
            guard let next = subjects.last else { break }
            last = next
        }
        var area: Identifier<Area>?
        while true {
            let after = area
            let next = try await database.write { try nextArea(after: after, in: $0) }
            guard let next else { break }
            var position: StreamPosition<Area>? = StreamPosition(subject: next, sequence: 0)
            while let from = position {
                position = try await database.write { try rebuildArea(from: from, batch: batch * 5, in: $0) }
            }
            area = next
            done += 1
            progress(min(done, total), total)
        }
    }

    private static let reader = Streams(keys: nil)
    /// After every identifier.
    private static let end = SQLValue.text("~")

    private static func rebuildCases(
        after: Identifier<CaseFile>?, batch: Int, _ programmes: [String: Programme], in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        let subjects = try reader.subjects(of: CaseFile.self, after: after, limit: batch, in: connection)
        let range: [SQLValue] = [
            .text(after?.description ?? ""), subjects.count < batch ? end : .text(of: subjects.last),
        ]
        for table in ProjectedTable.ofCases { try connection.run(table.deleteRange, range) }
        for subject in subjects {
            try update(reader.file(subject, in: connection), before: nil, programmes: programmes, in: connection)
        }
        return subjects
    }

    /// The next area that has a stream; rows of areas that have none are taken out on the way.
    private static func nextArea(
        after: Identifier<Area>?, in connection: any Connection
    ) throws -> Identifier<Area>? {
        let next = try reader.subjects(of: Area.self, after: after, limit: 1, in: connection).first
        let gap: [SQLValue] = [.text(after?.description ?? ""), next.map { .text(of: $0) } ?? end]
        try connection.run(deleteAreasBetween, gap)
        try connection.run(deleteDrawsBetween, gap)
        return next
    }

    /// Makes the rows of one area's next events again.
    private static func rebuildArea(
        from position: StreamPosition<Area>, batch: Int, in connection: any Connection
    ) throws -> StreamPosition<Area>? {
        let page = try reader.page(of: Area.self, after: position, limit: batch, in: connection)
        let events = page.events.prefix { $0.subject == position.subject }
        if position.sequence == 0 { try connection.run(deleteArea, [.text(of: position.subject)]) }
        for event in events { try update(event, in: connection) }
        if let next = page.next, next.subject == position.subject { return next }
        let lastDraw = try Area.lastDraw(of: position.subject, in: connection)
        try connection.run(deleteDrawsAfter, [.text(of: position.subject), .int(lastDraw)])
        return nil
    }

    static let countStreams: SQL = "SELECT count(*) FROM streams WHERE stream IN ('area', 'case')"
    static let deleteArea: SQL = "DELETE FROM areas WHERE id = $1"
    static let deleteAreasBetween: SQL = "DELETE FROM areas WHERE id > $1 AND id < $2"
    static let deleteDrawsBetween: SQL = "DELETE FROM draws WHERE area > $1 AND area < $2"
    static let deleteDrawsAfter: SQL = "DELETE FROM draws WHERE area = $1 AND number > $2"
}
