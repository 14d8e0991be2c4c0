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

extension Office {
    /// How long maps may take.
    public var journeySettings: Locked<JourneySettings> { journeyReadings.settings }

    /// The journeys of the areas the actor's organisation commissions, as codes and dates, or how far the reading of them
    /// is; a look at the journeys themselves is on record.
    ///
    /// The store is read once, for two cohorts too, and not at all where the same was answered of late and no event of
    /// any case has been recorded since, or where the reading took long and ended lately (`JourneySettings`).
    /// - Refuses: when the role may not see journey maps.
    public func journeys(_ question: JourneyQuestion, as actor: Author) async throws -> JourneysAnswer {
        try Powers.require(.readJourneys, of: actor.role, as: .none)
        let now = clock.now
        return try await telling { [self] in
            let (asking, entries) = try await self.asking(question, as: actor)
            let answer = try await journeyReadings.answer(asking, with: entries, at: now, to: actor.person) { tell in
                try await self.readJourneys(asking, telling: tell)
            }
            if case .seen = answer { try await recordLook(.readJourneys, by: actor, at: now) }
            return answer
        }
    }

    /// What a question means as somebody asks it today, and how many events of cases have been recorded.
    func asking(_ question: JourneyQuestion, as actor: Author) async throws -> (JourneyAsking, Int) {
        try await database.read { [sharing, clock, sealedStreams] connection in
            let day = clock.today
            let areas = Set(try AreaQuery.commissioned(by: actor.organisation, in: connection).map(\.id))
            let log = try StoreLog(sharing: sharing, on: day, areas: areas, in: connection)
            let asking = JourneyAsking(
                question: question, areas: areas, agencies: log.agencies, day: day,
                lastErasure: try Settings.value(Self.lastErasure, in: connection))
            return (asking, try sealedStreams.count(of: CaseFile.self, in: connection))
        }
    }

    /// Reads the store for a question.
    func readJourneys(
        _ asking: JourneyAsking, telling tell: @escaping @Sendable (_ read: Int) throws -> Void
    ) async throws -> JourneyReadings.Read {
        try await database.read { [sharing, sealedStreams] connection in
            let log = try StoreLog(sharing: sharing, on: asking.day, areas: asking.areas, in: connection)
            return JourneyReadings.Read(
                answer: try SeenJourneys(asking.question, log, telling: tell),
                entries: try sealedStreams.count(of: CaseFile.self, in: connection))
        }
    }
}
