import Casework
public import Kernel

/// One organisation's or adviser's customers, a page at a time.
public struct CaseloadQuery: Sendable {
    public enum Scope: Sendable, Hashable {
        case adviser(Identifier<Person>)
        case provider(Identifier<Organisation>)
        case prime(Identifier<Organisation>)
        case jobcentre(Identifier<Organisation>)
        case council(Identifier<Organisation>)
        /// Those whom somebody leads at an organisation that keeps their record.
        case led(Identifier<Person>, at: Identifier<Organisation>)
        /// Those whom nobody leads, at whoever speaks for the keepers of their record (G-005).
        case unled(at: Identifier<Organisation>)
    }

    public enum Sort: String, Sendable, CaseIterable {
        /// Soonest first, what has passed and has no outcome before it; then those with nothing booked.
        case nextAppointment = "next"
        /// Those nobody has met first, then the longest ago.
        case lastContact = "contact"
        case name
    }

    public let scope: Scope
    public let state: CaseloadState?
    /// What the list is in fact ordered by.
    public let sort: Sort
    /// Whether the last comes first; never so in a search of a long list.
    public let descending: Bool
    /// The start of a name, folded; empty when nothing is searched for.
    let prefix: String
    let cursor: Cursor?
    let limit: Int
    private let reader: CaseloadReader?

    /// - Parameters:
    ///   - reader: for whom a provider's list leaves out what is not theirs to read any longer; nil to leave nothing out.
    ///   - state: those who stand so alone; nil for everybody.
    ///   - sort: a search is always by name. Without one, only an adviser's own list can be: a name is held in the
    ///     register of identity alone, so a longer list has no order of names, and is by the next appointment.
    ///   - search: the start of a name, family name first (in an adviser's list, either).
    public init(
        _ scope: Scope, for reader: CaseloadReader? = nil, state: CaseloadState? = nil, sort: Sort = .nextAppointment,
        descending: Bool = false, search: String? = nil, after cursor: Cursor? = nil, limit: Int = 50
    ) {
        self.scope = scope
        self.reader = reader
        self.state = state
        prefix = search.map(FoldedName.fold) ?? ""
        if !prefix.isEmpty {
            self.sort = .name
        } else if sort == .name, !scope.isOnePersons {
            self.sort = .nextAppointment
        } else {
            self.sort = sort
        }
        self.descending = descending && (self.sort != .name || scope.isOnePersons)
        self.cursor = cursor
        self.limit = limit
    }

    public func page(in connection: any Connection) throws -> Page<CaseloadRow> {
        if sort == .name, !scope.isOnePersons { return try search(in: connection) }
        let isBackward = cursor?.isBackward ?? false
        let shape = CaseloadStatement(
            scope: scope.column, sort: sort, isDownward: isBackward != descending, hasState: state != nil,
            hasPrefix: !prefix.isEmpty)
        guard let statement = CaseloadStatement.all[shape] else { throw RecordsFault.fault("A list has no statement.") }
        let start = cursor ?? (descending ? .last : .first)
        var values: [SQLValue] = [.text(scope.id), .text(start.key), .text(start.id), .int(limit + 1)]
        if let state { values.append(.text(state.rawValue)) }
        if !prefix.isEmpty { values += [.text(prefix), .text(FoldedName.end(ofPrefix: prefix))] }
        if !scope.isKeepers { values += CaseloadReader.values(of: reader) }
        let rows = try connection.all(statement, values) { try CaseloadRow($0, orderedBy: sort.place) }
        return Page(rows, limit: limit, from: cursor) { ($0.orderedBy, $0.subject.description) }
    }

    /// Whether a row that was found by its name is on the list.
    func lists(_ row: CaseloadRow) -> Bool {
        scope.holds(row) && (state == nil || row.state == state) && (scope.isKeepers || reader?.lists(row) ?? true)
    }
}

extension CaseloadQuery.Scope {
    /// The columns that lists are read by.
    static let columns = ["adviser", "provider", "prime", "jobcentre", "council", "lead"]
    /// Those of whoever keeps the record.
    static let keepers = ["jobcentre", "council", "lead"]

    var column: String {
        switch self {
        case .adviser: "adviser"
        case .provider: "provider"
        case .prime: "prime"
        case .jobcentre: "jobcentre"
        case .council: "council"
        case .led, .unled: "lead"
        }
    }

    var id: String {
        switch self {
        case .adviser(let person): person.description
        case .provider(let id), .prime(let id), .jobcentre(let id), .council(let id): id.description
        case .led(let person, let organisation): CaseloadRow.leadKey(person, at: organisation)
        case .unled(let organisation): CaseloadRow.leadKey(nil, at: organisation)
        }
    }

    /// Whether it is as many as one person can look after, so that all of them can be put in order.
    var isOnePersons: Bool { column == "adviser" }

    /// Whether it is of those whose record an organisation keeps.
    public var isKeepers: Bool { Self.keepers.contains(column) }

    func holds(_ row: CaseloadRow) -> Bool {
        switch self {
        case .adviser(let person): row.adviser == person
        case .provider(let id): row.provider == id
        case .prime(let id): row.prime == id
        case .jobcentre(let id): row.jobcentre == id
        case .council(let id): row.council == id
        case .led, .unled: row.leadKey == id
        }
    }
}

extension CaseloadQuery.Sort {
    /// The place of its column in a row.
    var place: Int {
        switch self {
        case .nextAppointment: 15
        case .lastContact: 16
        case .name: 22
        }
    }
}

extension Cursor {
    /// Before every row.
    static let first = Cursor(key: "", id: "")
    /// After every row.
    static let last = Cursor(key: "\u{10FFFF}", id: "")
}
