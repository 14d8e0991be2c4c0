public import Insight
import Kernel

/// The journeys of the areas that somebody's organisation commissions, as one map.
public struct SeenJourneys: Sendable {
    /// Of nobody where it is withheld, and where two cohorts are compared, which have maps of their own.
    public let map: JourneyMap
    /// What is told of it: what fewer than five people did is left out.
    public let told: ToldMap
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

extension SeenJourneys {
    /// Reads a log once, waiting times that do not fit in memory going to a temporary file.
    /// - Parameter tell: told now and then how many events have been read; what it throws ends the reading.
    init(
        _ question: JourneyQuestion, _ log: StoreLog, telling tell: @escaping (_ read: Int) throws -> Void
    ) throws {
        var choices = JourneyChoices(question)
        let each = EventLog.journeys { take in
            try log.each(progress: tell) {
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
            let discovery = MapDiscovery(spillingTo: spill, waitingOver: ActivityWait.standard)
            var sink = FilteredLog(discovery, question.filter, naming: &tables)
            try each.read(into: &sink, naming: &tables, spillingTo: spill)
            isWithheld = choices.tellsOfFew
            comparison = nil
            map = try JourneyMap(isWithheld ? MapDiscovery() : sink.next, naming: tables, until: sink.until)
        }
        told = ToldMap(map, least: Proportion.least)
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
