/// Reads the times of a table: in its own form, where it has one, and those with no zone by the clocks of a place.
struct TableTimes {
    private let format: TimeFormat?
    private var clocks: ZoneClocks?

    init(_ mapping: CSVMapping) {
        format = mapping.timeFormat
        clocks = mapping.zone.map { ZoneClocks($0) }
    }

    /// - Returns: milliseconds since 1970-01-01T00:00:00Z; nil when it is no time.
    mutating func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        let wall: Int64
        if let format {
            guard let time = format.milliseconds(text) else { return nil }
            wall = time
        } else {
            guard let time = LoggedTime.written(text) else { return nil }
            if time.hasZone { return time.milliseconds }
            wall = time.milliseconds
        }
        return clocks?.moment(of: wall) ?? wall
    }
}
