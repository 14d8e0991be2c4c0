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
    /// What must be answerable without telling, beside other answers, of one to four people.
    var asked: [AskedJourneys] = []

    /// A question that nothing is held beside.
    public init(_ filter: TraceFilter) { self.filter = filter }

    /// A question that is answered only where neither the answer nor what it leaves of others would tell of one to four
    /// people.
    public init(_ asked: AskedJourneys) {
        filter = asked.filter
        self.asked = [asked]
    }

    /// Lays two cohorts beside one another.
    public mutating func compare(
        _ first: (name: String, asked: AskedJourneys), with second: (name: String, asked: AskedJourneys),
        _ reaching: CohortQuestion
    ) {
        beside = ((first.name, first.asked.filter), (second.name, second.asked.filter))
        self.reaching = reaching
        asked = [first.asked, second.asked]
    }
}

extension JourneyQuestion: Equatable {
    private var cohorts: [(name: String, filter: TraceFilter)] { beside.map { [$0.first, $0.second] } ?? [] }

    public static func == (one: JourneyQuestion, other: JourneyQuestion) -> Bool {
        one.filter == other.filter && one.reaching == other.reaching && one.asked == other.asked
            && one.cohorts.elementsEqual(other.cohorts) { $0.name == $1.name && $0.filter == $1.filter }
    }
}

/// The journeys of the areas that somebody's organisation commissions, as one map.
public struct SeenJourneys: Sendable {
    /// Of nobody where it is withheld, and where two cohorts are compared, which have maps of their own.
    public let map: JourneyMap
    /// Whether nothing is told, because the answer, or what it leaves of others, would tell of one to four people.
    public let isWithheld: Bool
    public let comparison: CohortComparison?
    /// What can be chosen: what the journeys of those areas hold, whatever the filter.
    public let programmes: [String]
    public let cohorts: [JourneyCohort]
    /// Those in which something happened.
    public let periods: [JourneyPeriod]
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
        var choices = JourneyChoices(question)
        let each = EventLog.journeys { take in
            try log.each {
                choices.add($0)
                try take($0)
            }
        }
        let spill = try TemporaryFile()
        var tables = LogTables()
        if let beside = question.beside, let reaching = question.reaching {
            var sink = CohortSink(
                beside.first.filter, beside.second.filter, reaching, naming: &tables, spillingTo: spill)
            try each.read(into: &sink, naming: &tables, spillingTo: spill)
            isWithheld = choices.tellsOfFew
            let names = (beside.first.name, beside.second.name)
            comparison = try isWithheld ? nil : CohortComparison(sink, names, reaching, naming: tables)
            map = try JourneyMap(MapDiscovery(), naming: tables)
        } else {
            var sink = FilteredLog(MapDiscovery(spillingTo: spill), question.filter, naming: &tables)
            try each.read(into: &sink, naming: &tables, spillingTo: spill)
            isWithheld = choices.tellsOfFew
            comparison = nil
            map = try JourneyMap(isWithheld ? MapDiscovery() : sink.next, naming: tables)
        }
        programmes = choices.programmes.sorted()
        cohorts = JourneyCohort.choices(in: choices.months)
        periods = JourneyPeriod.choices(in: choices.active)
        agencies = choices.agencies.sorted()
        activities = choices.activities.sorted()
        example = choices.example.found
    }
}

/// What is gathered of the journeys that pass by, whomever the question means.
private struct JourneyChoices {
    var programmes: Set<String> = []
    var months: Set<String> = []
    var agencies: Set<String> = []
    var activities: Set<String> = []
    var example = ExampleSearch()
    private let seeksExample: Bool
    /// For each of what has to be answerable.
    private var asked: [(asked: AskedJourneys, classes: JourneyClasses)]
    /// The days on which something happened, in UTC, since 1970.
    private var days: Set<Int32> = []

    init(_ question: JourneyQuestion) {
        seeksExample = question.beside == nil
        asked = question.asked.map { ($0, JourneyClasses($0)) }
    }

    /// The months in which something happened.
    var active: Set<String> { Set(days.map { String(CalendarDay(number: $0).description.prefix(7)) }) }

    /// Whether an answer, or what it leaves of others, would tell of one to four people.
    var tellsOfFew: Bool { !asked.allSatisfy { $0.classes.joined.tells($0.asked) } }

    mutating func add(_ journey: ExportedJourney) {
        if seeksExample { example.add(journey) }
        for place in asked.indices { asked[place].classes.add(journey) }
        for (name, value) in journey.attributes {
            if name == "programme" { programmes.insert(value) }
            if name == "cohort" { months.insert(value) }
        }
        for step in journey.steps {
            activities.insert(step.activity)
            days.insert(Int32(step.time.milliseconds / 86_400_000))
            if let agency = step.agency { agencies.insert(agency) }
        }
    }
}
