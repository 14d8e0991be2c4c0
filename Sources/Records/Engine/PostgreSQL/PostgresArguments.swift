import CPostgreSQL

/// A statement the server has compiled, with the type it takes each place for.
struct PostgresStatement {
    let name: String
    let text: String
    let types: [Oid]
}

/// Type numbers that never change (PostgreSQL's `pg_type.dat`).
enum PostgresType {
    static let bool: Oid = 16
    static let bytes: Oid = 17
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let numeric: Oid = 1700
    /// text, varchar, char(n), name, unknown, json: all sent and read as their characters.
    static let texts: Set<Oid> = [25, 1043, 1042, 19, 705, 114]
}

/// The values of one call, laid out as libpq takes them. Kept from call to call for its memory.
struct PostgresArguments {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// - Throws: `RecordsFault.fault` when a value is not of the kind its place takes, which SQLite would let pass.
    mutating func take(_ values: [SQLValue], for statement: PostgresStatement) throws {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        bytes.append(0)  // so that there is an address even when every value is empty
        guard values.count == statement.types.count else {
            throw RecordsFault.fault("\(values.count) values for another number of places in: \(statement.text)")
        }
        for (index, value) in values.enumerated() {
            guard try take(value, as: statement.types[index]) else {
                throw RecordsFault.fault(
                    "The value for $\(index + 1) is of another kind than its place in: \(statement.text)")
            }
        }
    }

    private mutating func take(_ value: SQLValue, as type: Oid) throws -> Bool {
        let start = bytes.count
        switch (value, type) {
        case (.null, _): break
        case (.int(let value), PostgresType.bigint): append(Int64(value))
        case (.int(let value), PostgresType.integer):
            guard let value = Int32(exactly: value) else { return false }
            append(value)
        case (.int(let value), PostgresType.numeric):
            bytes.append(contentsOf: String(value).utf8)
            bytes.append(0)
            finish(start, format: 0)
            return true
        case (.bool(let value), PostgresType.bool): bytes.append(value ? 1 : 0)
        case (.text(let value), let type) where PostgresType.texts.contains(type):
            bytes.append(contentsOf: try value.withoutNUL().utf8)
        case (.bytes(let value), PostgresType.bytes): bytes.append(contentsOf: value)
        default: return false
        }
        finish(value == .null ? nil : start, format: 1)
        return true
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func finish(_ start: Int?, format: Int32) {
        offsets.append(start)
        lengths.append(Int32(bytes.count - (start ?? bytes.count)))
        formats.append(format)
    }

    func withPointers<Answer>(
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) -> Answer
    ) -> Answer {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            return body(
                Int32(offsets.count), offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }, lengths,
                formats)
        }
    }
}
