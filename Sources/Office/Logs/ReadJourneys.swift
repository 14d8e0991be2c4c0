import Casework
public import Insight
public import Kernel
import Records

/// Which journeys somebody asks for, and what they are laid beside.
public struct JourneyQuestion: Sendable {
    public var filter: TraceFilter
    /// Another cohort, and what both are asked to have reached.
    public var beside: (first: (name: String, filter: TraceFilter), second: (name: String, filter: TraceFilter))?
    public var reaching: CohortQuestion?
    /// Each filter with those near to it, from which it may not differ by one to four people.
    var near: [(filter: TraceFilter, near: [TraceFilter])] = []

    /// A question that nothing is held beside.
    public init(_ filter: TraceFilter) { self.filter = filter }

    /// A question that is answered only where no question near to it would, by subtraction, tell of one to four people.
    public init(_ asked: AskedJourneys) {
        filter = asked.filter
        add(asked)
    }

    /// Lays two cohorts beside one another.
    public mutating func compare(
        _ first: (name: String, asked: AskedJourneys), with second: (name: String, asked: AskedJourneys),
        _ reaching: CohortQuestion
    ) {
        beside = ((first.name, first.asked.filter), (second.name, second.asked.filter))
        self.reaching = reaching
        near = []
        add(first.asked)
        add(second.asked)
    }

    private mutating func add(_ asked: AskedJourneys) { near.append((asked.filter, asked.near.map(\.filter))) }
}

/// The journeys of the areas that somebody's organisation commissions, as one map.
public struct SeenJourneys: Sendable {
    /// Of nobody where it is withheld.
    public let map: JourneyMap
    /// Whether nothing is told, because a question near to this one would differ from it by one to four people.
    public let isWithheld: Bool
    public let comparison: CohortComparison?
    /// What can be chosen: what the journeys of those areas hold, whatever the filter.
    public let programmes: [String]
    public let cohorts: [JourneyCohort]
    public let agencies: [String]
    public let activities: [String]
    /// Two cohorts worth laying one above the other; nil where no two are large enough, or two were asked for.
    public let example: ExampleComparison?
}

extension Office {
    /// Reads the journeys of the areas the actor's organisation commissions, as codes and dates; the look is on record.
    /// - Refuses: when the role may not see journey maps.
    public func journeys(_ question: JourneyQuestion, as actor: Author) async throws -> SeenJourneys {
        try await list(.readJourneys, as: actor) { [sharing, clock] connection in
            let areas = Set(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id))
            let log = try StoreLog(sharing: sharing, on: clock.today, areas: areas, in: connection)
            var choices = JourneyChoices(seeksExample: question.beside == nil)
            var tables = LogTables()
            let filtered = FilteredLog(MapDiscovery(), question.filter, naming: &tables)
            var sink = FilterDifferences(filtered, question.near, naming: &tables)
            let each = EventLog.journeys { take in
                try log.each {
                    choices.add($0)
                    try take($0)
                }
            }
            try each.read(into: &sink, naming: &tables)
            let isWithheld = sink.tellsOfFew
            let comparison =
                try isWithheld
                ? nil
                : question.beside.flatMap { beside in
                    try question.reaching.map {
                        try CohortComparison(
                            .journeys { take in try log.each { try take($0) } }, beside.first, beside.second, $0)
                    }
                }
            let told = isWithheld ? MapDiscovery() : sink.next.next
            return SeenJourneys(
                map: try JourneyMap(told, naming: tables), isWithheld: isWithheld, comparison: comparison,
                programmes: choices.programmes.sorted(), cohorts: JourneyCohort.choices(in: choices.months),
                agencies: choices.agencies.sorted(), activities: choices.activities.sorted(),
                example: choices.example.found)
        }
    }
}

private struct JourneyChoices {
    var programmes: Set<String> = []
    var months: Set<String> = []
    var agencies: Set<String> = []
    var activities: Set<String> = []
    let seeksExample: Bool
    var example = ExampleSearch()

    init(seeksExample: Bool) { self.seeksExample = seeksExample }

    mutating func add(_ journey: ExportedJourney) {
        if seeksExample { example.add(journey) }
        for (name, value) in journey.attributes {
            if name == "programme" { programmes.insert(value) }
            if name == "cohort" { months.insert(value) }
        }
        for step in journey.steps {
            activities.insert(step.activity)
            if let agency = step.agency { agencies.insert(agency) }
        }
    }
}
