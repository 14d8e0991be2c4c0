public import Kernel

extension Custody {
    /// Writes every table that is not made again from others to one file, as it stood at one moment. It can be restored
    /// into either engine. Sealed values stay sealed; the master key and the erasure register are not in it, so keep
    /// them elsewhere. Where the register ended is in it, so that an older one is known when it is restored.
    /// - Returns: how many rows were written.
    /// - Throws: `Refusal` when there is such a file already, or it cannot be written, or the register is damaged.
    @discardableResult
    public func backup(
        to path: String, at moment: Instant, progress: @escaping @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws -> Int {
        let schema = try await Migrator.version(of: database)
        return try await database.read { connection in
            try self.keys.check(connection)
            let head = try self.register.head()
            let writer = try BackupWriter(path)
            let header: JSON = [
                "schema": .int(schema), "made": .text(moment), "engine": .string(connection.engine.rawValue),
                "tables": .array(StoredTable.backedUp.map(\.json)), "erasures": head?.json ?? .null,
            ]
            try writer.add(.header, Array(header.text.utf8))
            var rows = 0
            for table in StoredTable.backedUp {
                try writer.add(.table, Array(table.name.utf8))
                try table.eachRow(in: connection) { values in
                    var body: [UInt8] = []
                    values.write(to: &body)
                    try writer.add(.row, body)
                    rows += 1
                    if rows.isMultiple(of: 1000) { progress(rows) }
                }
            }
            try writer.end()
            return rows
        }
    }
}

extension StoredTable {
    fileprivate var json: JSON {
        ["name": .string(name), "columns": .array(columns.map { .string($0.name) })]
    }

    /// Every row in the order of the key, in bounded memory.
    func eachRow(in connection: any Connection, _ body: ([SQLValue]) throws -> Void) throws {
        let limit = 500
        let keyPlaces = key.map { name in columns.firstIndex { $0.name == name }! }
        var last: [SQLValue]?
        repeat {
            let page = try connection.all(
                selectPage(isFirst: last == nil, limit: limit), last ?? [], values(of:))
            for row in page { try body(row) }
            last = page.count == limit ? keyPlaces.map { page[limit - 1][$0] } : nil
        } while last != nil
    }

    private func values(of row: any Row) throws -> [SQLValue] {
        try columns.enumerated().map { place, column in
            if row.isNull(place) { return .null }
            return switch column.kind {
            case .text: .text(try row.text(place))
            case .int: .int(try row.int(place))
            case .bool: .bool(try row.bool(place))
            case .bytes: .bytes(try row.bytes(place))
            }
        }
    }
}
