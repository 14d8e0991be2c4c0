/// Finds, while a log is read for something else, which of the names that somebody asks about it never speaks of.
///
/// A filter with a mistyped name means nobody, or everybody when it is turned round, and looks like an answer all the same.
public struct NamesSought<Next: EventLogSink>: EventLogSink {
    /// What every case is handed to.
    public private(set) var next: Next
    /// How many cases the log has, whomever a filter means.
    public private(set) var cases = 0
    private let sought: [TraceFilter.Name]
    private let seeksSaid: Bool
    /// Of the names that had a number before the log was read, whether it spoke of each.
    private var activities: ContiguousArray<Bool>
    private var agencies: ContiguousArray<Bool>
    private var people: ContiguousArray<Bool>
    private var said: Set<ExactName> = []

    /// - Parameters:
    ///   - next: what every case is handed to; its own names must have their numbers already.
    ///   - sought: what the log is expected to speak of.
    ///   - tables: the numbers of the names, which those sought are given now.
    public init(_ next: Next, _ sought: [TraceFilter.Name], naming tables: inout LogTables) {
        self.next = next
        self.sought = sought
        var seeksSaid = false
        for name in sought {
            switch name {
            case .activity(let name): _ = tables.activities.number(of: name)
            case .agency(let name): _ = tables.agencies.number(of: name)
            case .person(let name): _ = tables.people.number(of: name)
            case .said: seeksSaid = true
            }
        }
        self.seeksSaid = seeksSaid
        activities = ContiguousArray(repeating: false, count: tables.activities.count)
        agencies = ContiguousArray(repeating: false, count: tables.agencies.count)
        people = ContiguousArray(repeating: false, count: tables.people.count)
    }

    public var takesAttributes: Bool { seeksSaid || next.takesAttributes }

    public mutating func event(_ event: LoggedEvent) throws {
        Self.meet(event.activity, &activities)
        Self.meet(event.agency, &agencies)
        Self.meet(event.person, &people)
        try next.event(event)
    }

    private static func meet(_ number: Int32, _ known: inout ContiguousArray<Bool>) {
        if number >= 0, Int(number) < known.count { known[Int(number)] = true }
    }

    public mutating func attribute(_ name: String, _ value: String) throws {
        if seeksSaid { said.insert(ExactName(name)) }
        if next.takesAttributes { try next.attribute(name, value) }
    }

    public mutating func endTrace() throws {
        cases += 1
        try next.endTrace()
    }

    /// A sentence for each name sought that the log never spoke of, with those of it that are nearest; none of a log that has
    /// no case at all.
    /// - Parameter tables: the names, by the numbers that the log was read with.
    public func unknown(naming tables: LogTables) -> [String] {
        guard cases > 0 else { return [] }
        return sought.compactMap { name in
            switch name {
            case .activity(let name):
                Self.sentence("No event is called", name, Self.met(activities, of: tables.activities))
            case .agency(let name):
                Self.sentence("No agency is called", name, Self.met(agencies, of: tables.agencies))
            case .person(let name):
                Self.sentence("Nobody who acts is called", name, Self.met(people, of: tables.people))
            case .said(let name): Self.sentence("No case says anything of", name, said.sorted().map(\.text))
            }
        }
    }

    /// The names that the log spoke of: those of before that were met, and all that are new with it.
    private static func met(_ known: ContiguousArray<Bool>, of table: NameTable) -> [String] {
        table.names.enumerated().filter { $0.offset >= known.count || known[$0.offset] }.map(\.element)
    }

    private static func sentence(_ opening: String, _ name: String, _ names: [String]) -> String? {
        guard !names.contains(where: { ExactName($0) == ExactName(name) }) else { return nil }
        let near = NearNames.nearest(to: name, among: names).map { "“\($0.prefix(60))”" }
        let told = "\(opening) “\(name.prefix(60))”."
        guard let last = near.last else { return told }
        let first = near.dropLast().joined(separator: ", ")
        return first.isEmpty ? "\(told) The nearest is \(last)." : "\(told) The nearest are \(first) and \(last)."
    }
}

/// Which names are most like one that is not there, as it may have been mistyped.
enum NearNames {
    /// What of a name is looked at, and how many names are: enough for people, and no long wait.
    private static var longest: Int { 60 }
    private static var mostLookedAt: Int { 10_000 }

    /// - Returns: the nearest first; those alike near in the order of the alphabet.
    static func nearest(to name: String, among names: [String], most: Int = 3) -> [String] {
        let sought = letters(name)
        let found = names.prefix(mostLookedAt).map { (name: $0, distance: distance(sought, letters($0))) }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(most).map(\.name)
    }

    private static func letters(_ name: String) -> [Character] { Array(name.lowercased().prefix(longest)) }

    /// How many letters must be put in, left out or changed to make one of the other (Levenshtein, 1966).
    static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for index in other.indices {
                let changed = diagonal + (other[index] == letter ? 0 : 1)
                diagonal = row[index + 1]
                row[index + 1] = min(changed, row[index] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
