/// What happened in a case that counts, within the days of the question.
struct Window {
    /// Where its days begin.
    let begun: Int64
    let events: ContiguousArray<LoggedEvent>

    /// - Parameter within: for how long it was followed; milliseconds.
    func add(to map: inout MapDiscovery, within: Int64) throws {
        for event in events { map.event(event) }
        try map.endTrace(followedTo: begun + within)
    }
}

/// The windows of cases that are too new when they come, until the log has gone on for long enough after them.
///
/// Beyond so many bytes of them their events go to a store, and 24 bytes of each case stay.
struct WaitingWindows {
    /// One whose events are in the store.
    private struct Spilled {
        let begun: Int64
        let start: Int
        let count: Int
    }

    private let store: (any SpillStore)?
    private let most: Int
    /// All of these came before those that are held.
    private var spilled: ContiguousArray<Spilled> = []
    private var held: [Window] = []
    private var heldBytes = 0

    /// An array of its own for each case, and its place among the others.
    private static let caseBytes = 64

    /// - Parameters:
    ///   - store: where events go; with none, all stay in memory.
    ///   - memory: bytes to keep in memory.
    init(spillingTo store: (any SpillStore)?, beyond memory: Int) {
        self.store = store
        most = memory
    }

    var count: Int { spilled.count + held.count }

    /// - Throws: what the store throws.
    mutating func append(_ window: Window) throws {
        held.append(window)
        heldBytes += Self.bytes(of: window)
        guard heldBytes > most, let store else { return }
        for window in held {
            let start = try window.events.withUnsafeBytes { try store.append($0) }
            spilled.append(Spilled(begun: window.begun, start: start, count: window.events.count))
        }
        held = []
        heldBytes = 0
    }

    /// Adds those to a map after whom the log has gone on for long enough, in the order in which they came, and keeps the
    /// others.
    /// - Throws: what either store throws.
    mutating func moveMature(to map: inout MapDiscovery, within: Int64, until: Int64) throws {
        if let store {
            for one in spilled where one.begun + within <= until {
                try Window(begun: one.begun, events: try Self.events(of: one, in: store))
                    .add(to: &map, within: within)
            }
            spilled.removeAll { $0.begun + within <= until }
        }
        for window in held where window.begun + within <= until { try window.add(to: &map, within: within) }
        held.removeAll { $0.begun + within <= until }
        heldBytes = held.reduce(0) { $0 + Self.bytes(of: $1) }
    }

    private static func bytes(of window: Window) -> Int {
        caseBytes + window.events.count * MemoryLayout<LoggedEvent>.stride
    }

    private static func events(of one: Spilled, in store: any SpillStore) throws -> ContiguousArray<LoggedEvent> {
        var events = ContiguousArray(repeating: LoggedEvent(activity: -1, time: 0), count: one.count)
        try events.withUnsafeMutableBytes { try store.read(at: one.start, into: $0) }
        return events
    }
}
