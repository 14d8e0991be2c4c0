import CPostgreSQL

/// One row of an answer in PostgreSQL's binary format, read where libpq holds it.
struct PostgresRow: Row {
    let result: OpaquePointer
    let number: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, number, Int32(column)) != 0 }

    func int(_ column: Int) throws -> Int {
        let bytes = try field(column)
        let type = PQftype(result, Int32(column))
        switch type {
        case PostgresType.bigint: return Int(bytes.read(Int64.self, at: 0))
        case PostgresType.integer: return Int(bytes.read(Int32.self, at: 0))
        case PostgresType.smallint: return Int(bytes.read(Int16.self, at: 0))
        case PostgresType.numeric:
            if let value = Int(numeric: bytes) { return value }
            throw wrong(column, "a whole number")
        default: throw wrong(column, "a whole number")
        }
    }

    func bool(_ column: Int) throws -> Bool {
        let bytes = try field(column)
        guard PQftype(result, Int32(column)) == PostgresType.bool else { throw wrong(column, "true or false") }
        return bytes[0] != 0
    }

    func text(_ column: Int) throws -> String {
        let bytes = try field(column)
        guard PostgresType.texts.contains(PQftype(result, Int32(column))) else { throw wrong(column, "a text") }
        return String(decoding: bytes, as: UTF8.self)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        let bytes = try field(column)
        guard PQftype(result, Int32(column)) == PostgresType.bytes else { throw wrong(column, "bytes") }
        return Array(bytes)
    }

    private func field(_ column: Int) throws -> UnsafeRawBufferPointer {
        guard !isNull(column) else { throw wrong(column, "a value") }
        let length = Int(PQgetlength(result, number, Int32(column)))
        return UnsafeRawBufferPointer(start: PQgetvalue(result, number, Int32(column)), count: length)
    }

    private func wrong(_ column: Int, _ wanted: String) -> RecordsFault {
        let name = PQfname(result, Int32(column)).map { String(cString: $0) } ?? "?"
        return .fault("Column \(column) (\(name)) is null, not there, or of another kind than \(wanted).")
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func read<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int) -> Value {
        Value(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}

extension Int {
    /// A `numeric`, which is what PostgreSQL makes of `sum` over BIGINT: digits to the base of 10,000 after a heading of
    /// their count, the first one's power, the sign and the decimals. Nil when it has a fraction or is too large.
    fileprivate init?(numeric bytes: UnsafeRawBufferPointer) {
        let count = Int(bytes.read(Int16.self, at: 0))
        let power = Int(bytes.read(Int16.self, at: 2))
        let sign = bytes.read(UInt16.self, at: 4)
        guard sign == 0 || sign == 0x4000, count <= power + 1 else { return nil }
        var value = 0
        for index in 0..<(power + 1) where count > 0 {
            let digit = index < count ? Int(bytes.read(Int16.self, at: 8 + 2 * index)) : 0
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, stillTooLarge) = product.subtractingReportingOverflow(digit)
            if tooLarge || stillTooLarge { return nil }
            value = sum
        }
        // Counted downwards, since the smallest number has no opposite.
        if sign == 0, value == .min { return nil }
        self = sign == 0 ? -value : value
    }
}
