/// Reads an event log from comma-separated values: each row an event, cases together, each in the order of time.
///
/// Rows of one case and time keep the order of the file. What does not fit in memory is sorted in runs that go to a store,
/// and the runs are merged.
enum CSVReader {
    /// - Parameters:
    ///   - store: where rows go beyond so many bytes of them; with none, all stay in memory.
    /// - Throws: `LogFault` with the line, for what is no table, lacks a column, or has a row that is too long or too short or
    ///   has no case, activity or time; and whatever the source, the store or the sink throw.
    static func read(
        _ source: any ByteReader, _ mapping: CSVMapping, into sink: inout some EventLogSink,
        naming tables: inout LogTables, spillingTo store: (any SpillStore)?, beyond memory: Int
    ) throws {
        var scanner = CSVScanner(source, separator: mapping.separator)
        guard try scanner.next() else { throw LogFault(line: 1, "There is nothing in this file.") }
        let heading = (0..<scanner.count).map { scanner.text($0) }
        let columns = try CSVColumns(heading, mapping)
        let attributes = sink.takesAttributes ? columns.attributes : []
        var times = TableTimes(mapping)
        var sorter = RowSorter(attributes: attributes.count, store: store, memory: memory)
        var values = NameTable()
        var said = ContiguousArray<Int32>(repeating: -1, count: attributes.count)
        while try scanner.next() {
            try scanner.require(columns.count)
            let event = try event(in: scanner, columns, mapping, &times, &tables)
            for (place, column) in attributes.enumerated() {
                said[place] = scanner.field(column) { $0.isEmpty ? -1 : values.number(of: $0) }
            }
            try scanner.field(columns.caseColumn) { try sorter.add($0, event, said) }
        }
        var cases = CasesOfRows(names: mapping.attributes, values: values.names, takes: sink.takesAttributes)
        try sorter.each { name, event, said in try cases.add(name, event, said, to: &sink) }
        try cases.end(&sink)
    }

    private static func event(
        in scanner: borrowing CSVScanner, _ columns: CSVColumns, _ mapping: CSVMapping, _ times: inout TableTimes,
        _ tables: inout LogTables
    ) throws -> LoggedEvent {
        guard scanner.field(columns.caseColumn, { !$0.isEmpty }) else {
            throw scanner.fault("This row has nothing under “\(mapping.caseColumn)”, so it belongs to no case.")
        }
        guard scanner.field(columns.activity, { !$0.isEmpty }) else {
            throw scanner.fault("This row has nothing under “\(mapping.activity)”, so nothing happened.")
        }
        guard let time = scanner.field(columns.time, { times.milliseconds($0) }) else {
            throw scanner.fault(
                "“\(scanner.text(columns.time).prefix(40))” under “\(mapping.time)” is not a time. Write it as \(mapping.timeFormat?.text ?? "2012-08-09T08:30:00Z")."
            )
        }
        func number(_ column: Int?, _ table: inout NameTable) -> Int32 {
            guard let column else { return -1 }
            return scanner.field(column) { $0.isEmpty ? -1 : table.number(of: $0) }
        }
        return LoggedEvent(
            activity: scanner.field(columns.activity) { tables.activities.number(of: $0) }, time: time,
            person: number(columns.person, &tables.people), agency: number(columns.agency, &tables.agencies))
    }
}

/// Hands sorted rows to a sink, case by case.
private struct CasesOfRows {
    let names: [String]
    let values: [String]
    let takes: Bool
    private var current: ContiguousArray<UInt8> = []
    private var isOpen = false
    private var said: ContiguousArray<Int32> = []

    init(names: [String], values: [String], takes: Bool) {
        self.names = names
        self.values = values
        self.takes = takes
    }

    mutating func add(
        _ name: UnsafeRawBufferPointer, _ event: LoggedEvent, _ row: UnsafeBufferPointer<Int32>,
        to sink: inout some EventLogSink
    ) throws {
        if !isOpen || !current.elementsEqual(name) {
            try end(&sink)
            isOpen = true
            current.removeAll(keepingCapacity: true)
            current += name
            said = ContiguousArray(row)
        }
        for index in said.indices where said[index] < 0 { said[index] = row[index] }
        try sink.event(event)
    }

    mutating func end(_ sink: inout some EventLogSink) throws {
        guard isOpen else { return }
        if takes {
            try sink.attribute("concept:name", String(decoding: current, as: UTF8.self))
            for (name, value) in zip(names, said) where value >= 0 { try sink.attribute(name, values[Int(value)]) }
        }
        try sink.endTrace()
        isOpen = false
    }
}
