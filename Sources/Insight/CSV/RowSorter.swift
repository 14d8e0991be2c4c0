import Foundation

/// Sorts the rows of a log by case and time, those of one case and time as they came, in as much memory as it may use.
struct RowSorter {
    /// A row in memory, its case in `names`, what its case says in `said`.
    private struct Row {
        /// The first eight bytes of the case, which settle most comparisons.
        let prefix: UInt64
        let start: Int
        let count: Int32
        let index: Int
        let event: LoggedEvent
    }

    private let attributes: Int
    private let memory: Int
    private let store: (any SpillStore)?
    private var rows: ContiguousArray<Row> = []
    private var names: ContiguousArray<UInt8> = []
    private var said: ContiguousArray<Int32> = []
    private var runs: [SpilledRun] = []

    /// - Parameter attributes: how many numbers come with each row.
    init(attributes: Int, store: (any SpillStore)?, memory: Int) {
        self.attributes = attributes
        self.store = store
        self.memory = memory
    }

    mutating func add(_ name: UnsafeRawBufferPointer, _ event: LoggedEvent, _ values: ContiguousArray<Int32>) throws {
        var prefix: UInt64 = 0
        for position in 0..<8 { prefix = prefix << 8 | UInt64(position < name.count ? name[position] : 0) }
        rows.append(
            Row(
                prefix: prefix, start: names.count, count: Int32(name.count), index: rows.count, event: event))
        names += name
        said += values
        let held = rows.count * MemoryLayout<Row>.stride + names.count + said.count * 4
        if store != nil, held > memory { try spillRows() }
    }

    private mutating func sort() {
        let names = names
        names.withUnsafeBytes { names in
            rows.sort { one, other in
                if one.prefix != other.prefix { return one.prefix < other.prefix }
                let least = Int(min(one.count, other.count))
                let order = memcmp(names.baseAddress! + one.start, names.baseAddress! + other.start, least)
                if order != 0 { return order < 0 }
                if one.count != other.count { return one.count < other.count }
                return (one.event.time, one.index) < (other.event.time, other.index)
            }
        }
    }

    /// Hands over every row in order.
    mutating func each(
        _ body: (UnsafeRawBufferPointer, LoggedEvent, UnsafeBufferPointer<Int32>) throws -> Void
    ) throws {
        if !runs.isEmpty {
            try spillRows()
            return try merge(body)
        }
        sort()
        try held(body)
    }

    private func held(
        _ body: (UnsafeRawBufferPointer, LoggedEvent, UnsafeBufferPointer<Int32>) throws -> Void
    ) throws {
        try names.withUnsafeBytes { names in
            try said.withUnsafeBufferPointer { said in
                for row in rows {
                    let values = row.index * attributes
                    try body(
                        UnsafeRawBufferPointer(rebasing: names[row.start..<row.start + Int(row.count)]), row.event,
                        UnsafeBufferPointer(rebasing: said[values..<values + attributes]))
                }
            }
        }
    }

    private mutating func spillRows() throws {
        guard let store, !rows.isEmpty else { return }
        sort()
        var (start, end): (Int?, Int) = (nil, 0)
        var piece: ContiguousArray<UInt8> = []
        func put() throws {
            let position = try piece.withUnsafeBytes { try store.append($0) }
            (start, end) = (start ?? position, position + piece.count)
            piece.removeAll(keepingCapacity: true)
        }
        try held { name, event, said in
            SpilledRow.write(name, event, said, to: &piece)
            if piece.count >= 1 << 18 { try put() }
        }
        try put()
        runs.append(SpilledRun(start: start ?? 0, end: end, count: rows.count))
        rows.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        said.removeAll(keepingCapacity: true)
    }

    /// There is a run for every 256 MB, so looking at the first of each is quick. Of equals the earlier run comes first.
    private func merge(
        _ body: (UnsafeRawBufferPointer, LoggedEvent, UnsafeBufferPointer<Int32>) throws -> Void
    ) throws {
        guard let store else { return }
        var readers = try runs.map { try RunOfRows($0, attributes: attributes, in: store) }
        while true {
            var least: Int?
            for number in readers.indices where !readers[number].isAtEnd {
                if let found = least, !readers[number].current.comesBefore(readers[found].current) { continue }
                least = number
            }
            guard let least else { return }
            let row = readers[least].current
            try row.name.withUnsafeBytes { name in
                try row.said.withUnsafeBufferPointer { try body(name, row.event, $0) }
            }
            try readers[least].advance()
        }
    }
}

/// A row as it stands in a store: lengths and numbers as they stand in memory, then the case.
private struct SpilledRow {
    var name: ContiguousArray<UInt8> = []
    var event = LoggedEvent(activity: -1, time: 0)
    var said: ContiguousArray<Int32> = []

    static func write(
        _ name: UnsafeRawBufferPointer, _ event: LoggedEvent, _ said: UnsafeBufferPointer<Int32>,
        to out: inout ContiguousArray<UInt8>
    ) {
        withUnsafeBytes(of: event.time) { out += $0 }
        for number in [Int32(name.count), event.activity, event.person, event.agency] {
            withUnsafeBytes(of: number) { out += $0 }
        }
        out += UnsafeRawBufferPointer(said)
        out += name
    }

    func comesBefore(_ other: SpilledRow) -> Bool {
        if name != other.name { return name.lexicographicallyPrecedes(other.name) }
        return event.time < other.event.time
    }
}

/// One run of rows, read from its store a piece at a time.
private struct RunOfRows {
    private let store: any SpillStore
    private var position: Int
    private let end: Int
    private var left: Int
    private var piece: ContiguousArray<UInt8> = []
    private var index = 0
    private let attributes: Int
    private(set) var current = SpilledRow()
    private(set) var isAtEnd = false

    init(_ run: SpilledRun, attributes: Int, in store: any SpillStore) throws {
        self.store = store
        self.attributes = attributes
        (position, end, left) = (run.start, run.end, run.count)
        try advance()
    }

    mutating func advance() throws {
        guard left > 0 else {
            isAtEnd = true
            return
        }
        left -= 1
        let fixed = 24 + attributes * 4
        try have(fixed)
        let time = number(at: 0, as: Int64.self)
        let count = Int(number(at: 8, as: Int32.self))
        current.event = LoggedEvent(
            activity: number(at: 12, as: Int32.self), time: time, person: number(at: 16, as: Int32.self),
            agency: number(at: 20, as: Int32.self))
        current.said = ContiguousArray((0..<attributes).map { number(at: 24 + $0 * 4, as: Int32.self) })
        try have(fixed + count)
        current.name = ContiguousArray(piece[index + fixed..<index + fixed + count])
        index += fixed + count
    }

    private func number<Number: BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
        piece.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index + offset, as: type) }
    }

    /// Makes sure that so many bytes are here.
    private mutating func have(_ count: Int) throws {
        guard piece.count - index < count else { return }
        let rest = piece.count - index
        var next = ContiguousArray<UInt8>(repeating: 0, count: max(count, min(1 << 16, end - position + rest)))
        for offset in 0..<rest { next[offset] = piece[index + offset] }
        let (store, position) = (store, position)
        try next.withUnsafeMutableBytes {
            try store.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: $0[rest...]))
        }
        self.position += next.count - rest
        piece = next
        index = 0
    }
}
