/// A designed pathway laid over what was lived: at each step who left it, how, and by how many days.
///
/// A number that is nil is withheld, or cannot be said.
public struct LivedPathway: Sendable, Equatable {
    /// Those who left a step in one way.
    public struct Left: Sendable, Equatable {
        /// In what way.
        public let departure: Departure
        /// How many cases.
        public let people: Int?
        /// The median of their days (see `Departure`); nil for what has none.
        public let medianDays: Double?
        /// The days of all of them together; nil for what has none.
        public let totalDays: Double?
    }

    /// How one step of the pathway was kept.
    public struct Step: Sendable, Equatable {
        /// As the pathway calls it.
        public let title: String
        /// The same in as few words as a drawing has room for.
        public let brief: String
        /// The activity by which the log tells of it.
        public let activity: String
        /// Other activities that are as good.
        public let others: [String]
        /// How many cases were to be judged.
        public let due: Int?
        /// Of those due, in how many nothing was left.
        public let kept: Int?
        /// Who left it, by way; a case may have left it in more ways than one.
        public let left: [Left]
    }

    /// As the pathway is called.
    public let title: String
    /// How many cases were looked at.
    public let cases: Int?
    /// The steps that the log tells of, in the order of the pathway.
    public let steps: [Step]
    /// Steps that the log never tells of, in any case: whether they were kept cannot be said.
    public let untold: [String]
    /// How many cases had something to be judged.
    public let judged: Int?
    /// The mean over the cases judged of the share of their due steps that they kept; 1 when none was judged.
    public let agreement: Double?
    /// How many cases kept how large a part of their steps.
    public let spread: AgreementSpread
    /// What each case kept, in the order of the log; nil when it was not asked for, or is withheld.
    public let byCase: [CaseAgreement]?
    /// Counts of fewer people than this are withheld; 0 when none is.
    public let least: Int

    /// Of those judged, how many kept every step that was due.
    public var keptAll: Int? { spread.all }

    /// In a sentence: how many kept to the pathway.
    public var sentence: String {
        guard let judged else { return "Too few people have come to a step of the pathway to say how it was kept." }
        guard judged > 0, let agreement else { return "Nobody has come to a step of the pathway yet." }
        let who = "\(JourneyMap.people(judged)) who came to a step of the pathway"
        let share = "\(MapDrawing.n(agreement * 100))% of a person's steps were kept."
        guard let keptAll else { return "Of \(who), on the whole \(share)" }
        return "Of \(who), \(JourneyMap.grouped(keptAll)) kept to all of it; on the whole \(share)"
    }
}

extension LivedPathway.Step {
    /// What came of it, in a few words: `41 late, 7 skipped`.
    var outcome: String {
        guard let due else { return "too few to say" }
        guard due > 0 else { return "due for nobody yet" }
        guard !left.isEmpty else { return "kept by all \(JourneyMap.grouped(due))" }
        return left.map { "\($0.people.map(JourneyMap.grouped) ?? "some") \($0.departure.words)" }
            .joined(separator: ", ")
    }
}

extension LivedPathway {
    /// The pathway laid over an event log.
    /// - Parameters:
    ///   - log: read once, from its beginning.
    ///   - pathway: what is laid over it.
    ///   - filter: which cases; all of them without one.
    ///   - store: where what does not fit in memory goes; with none, all stays in memory.
    ///   - listsCases: whether each case is told by its name, with what it kept.
    /// - Throws: `LogFault`, and what the source and the store throw.
    public init(
        _ log: EventLog, _ pathway: DesignedPathway, filter: TraceFilter? = nil,
        spillingTo store: (any SpillStore)? = nil, listingCases listsCases: Bool = false
    ) throws {
        var tables = LogTables()
        let sink = PathwaySink(pathway, naming: &tables, listingCases: listsCases)
        var filtered = FilteredLog(sink, filter ?? .all([]), naming: &tables)
        try log.read(into: &filtered, naming: &tables, spillingTo: store)
        self = filtered.next.lived
    }
}
