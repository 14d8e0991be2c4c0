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

extension JourneyQuestion: Equatable {
    private var cohorts: [(name: String, filter: TraceFilter)] { beside.map { [$0.first, $0.second] } ?? [] }

    public static func == (one: JourneyQuestion, other: JourneyQuestion) -> Bool {
        one.filter == other.filter && one.reaching == other.reaching
            && one.cohorts.elementsEqual(other.cohorts) { $0.name == $1.name && $0.filter == $1.filter }
            && one.near.elementsEqual(other.near) { $0.filter == $1.filter && $0.near == $1.near }
    }
}

/// The journeys of the areas that somebody's organisation commissions, as one map.
public struct SeenJourneys: Sendable {
    /// Of nobody where it is withheld, and where two cohorts are compared, which have maps of their own.
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
    /// The journeys of the areas the actor's organisation commissions, as codes and dates; the look is on record.
    ///
    /// The store is read once, for two cohorts too, and not at all where the same was answered of late and no event of
    /// any case has been recorded since.
    /// - Refuses: when the role may not see journey maps.
    public func journeys(_ question: JourneyQuestion, as actor: Author) async throws -> SeenJourneys {
        try await list(.readJourneys, as: actor) { [sharing, clock, seenJourneys, sealedStreams] connection in
            let day = clock.today
            let areas = Set(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id))
            let log = try StoreLog(sharing: sharing, on: day, areas: areas, in: connection)
            let basis = JourneyBasis(
                question: question, areas: areas, agencies: log.agencies, day: day,
                events: try sealedStreams.count(of: CaseFile.self, in: connection))
            return try seenJourneys.answer(basis) { try SeenJourneys(question, log) }
        }
    }
}

extension SeenJourneys {
    /// Reads a log once, waiting times that do not fit in memory going to a temporary file.
    fileprivate init(_ question: JourneyQuestion, _ log: StoreLog) throws {
        var choices = JourneyChoices(seeksExample: question.beside == nil)
        let each = EventLog.journeys { take in
            try log.each {
                choices.add($0)
                try take($0)
            }
        }
        let spill = try TemporaryFile()
        var tables = LogTables()
        if let beside = question.beside, let reaching = question.reaching {
            let cohorts = CohortSink(
                beside.first.filter, beside.second.filter, reaching, naming: &tables, spillingTo: spill)
            var sink = FilterDifferences(cohorts, question.near, naming: &tables)
            try each.read(into: &sink, naming: &tables, spillingTo: spill)
            isWithheld = sink.tellsOfFew
            comparison =
                try sink.tellsOfFew
                ? nil
                : CohortComparison(sink.next, (beside.first.name, beside.second.name), reaching, naming: tables)
            map = try JourneyMap(MapDiscovery(), naming: tables)
        } else {
            let filtered = FilteredLog(MapDiscovery(spillingTo: spill), question.filter, naming: &tables)
            var sink = FilterDifferences(filtered, question.near, naming: &tables)
            try each.read(into: &sink, naming: &tables, spillingTo: spill)
            isWithheld = sink.tellsOfFew
            comparison = nil
            map = try JourneyMap(sink.tellsOfFew ? MapDiscovery() : sink.next.next, naming: tables)
        }
        programmes = choices.programmes.sorted()
        cohorts = JourneyCohort.choices(in: choices.months)
        agencies = choices.agencies.sorted()
        activities = choices.activities.sorted()
        example = choices.example.found
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
