extension TraceFilter {
    /// Something of a log that a filter names.
    public enum Name: Hashable, Sendable {
        /// What happens.
        case activity(String)
        /// An organisation.
        case agency(String)
        /// Somebody who acts.
        case person(String)
        /// What a case says of itself, by its name: `cohort`.
        case said(String)
    }

    /// What the filter names, each once, in the order in which it does.
    public var names: [Name] {
        var found: [Name] = []
        for name in everyName where !found.contains(name) { found.append(name) }
        return found
    }

    private var everyName: [Name] {
        switch self {
        case .activity(let name), .begins(let name), .ends(let name): [.activity(name)]
        case .path(let from, let to): [.activity(from), .activity(to)]
        case .agency(let name): [.agency(name)]
        case .person(let name): [.person(name)]
        case .says(let name, _): [.said(name)]
        case .begun, .active: []
        case .not(let filter): filter.everyName
        case .all(let filters), .any(let filters): filters.flatMap(\.everyName)
        }
    }
}

extension EventLog {
    /// The log, telling what filters ask of its cases: of a table the columns that they name are read, as if its mapping
    /// had them among its `attributes`, and one that is not there is a `LogFault` when it is read.
    public func telling(what filters: [TraceFilter]) -> EventLog {
        guard case .csv(let source, let mapping) = self else { return self }
        var asked = mapping
        for name in filters.flatMap(\.names) {
            // What a case is called is told of every table.
            guard case .said(let column) = name, column != "concept:name", !asked.attributes.contains(column) else {
                continue
            }
            asked.attributes.append(column)
        }
        return .csv(source, asked)
    }
}
