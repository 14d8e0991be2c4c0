public import Insight

/// Whose journeys somebody asks for, by its parts: of each that is given all must hold.
public struct AskedJourneys: Sendable, Equatable {
    public var programme: String?
    public var cohort: JourneyCohort?
    /// Any of them did something.
    public var agencies: [String]
    /// Something happened in it.
    public var period: JourneyPeriod?

    public init(
        programme: String? = nil, cohort: JourneyCohort? = nil, agencies: [String] = [], period: JourneyPeriod? = nil
    ) {
        self.programme = programme
        self.cohort = cohort
        self.agencies = agencies
        self.period = period
    }

    /// Whom it means.
    public var filter: TraceFilter {
        var all: [TraceFilter] = []
        if let programme { all.append(.says("programme", programme)) }
        if !agencies.isEmpty { all.append(.any(agencies.map { .agency($0) })) }
        if let period { all.append(period.filter) }
        if let cohort { all.append(cohort.filter) }
        return .all(all)
    }
}
