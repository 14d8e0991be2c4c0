public import Kernel

/// How often advisers went by an instrument, how often customers agreed with it, and who had started work some weeks
/// later, by stream (M-030).
///
/// It is a check on the instrument, and never on a person: small numbers are withheld.
public struct AssessmentReport: Sendable, Equatable {
    /// The assessments of one version of an instrument.
    public struct Part: Sendable, Equatable {
        public let instrument: String
        public let version: Int
        /// The ratings the answers came to, in order of their codes.
        public let ratings: [String]
        /// By rating: taken up, overruled, not yet settled.
        public let agreement: SmallCells
        /// One row, of the assessments whose customer said whether they agree: agreed, did not. Its total is of no other
        /// table, so that nothing can be had by subtraction.
        public let customers: SmallCells
        /// The streams in force, in order of their codes.
        public let streams: [String]
        /// By stream, of people followed for long enough: started work, did not.
        public let outcomes: SmallCells
        /// People assessed too lately to be counted by outcome; nil when under five.
        public let tooSoon: Int?
    }

    public let parts: [Part]
    /// How many weeks after the assessment work had to start by.
    public let weeks: Int
    public let day: CalendarDay

    /// - Parameters:
    ///   - files: cases; no sealed value is read, so they may be folded without keys.
    ///   - weeks: a person is counted by outcome once so many weeks have passed since they were first assessed with the
    ///     instrument. Ours.
    public init(_ files: some Sequence<CaseFile>, weeks: Int = 26, on day: CalendarDay) {
        var tally = AssessmentTally(weeks: weeks, on: day)
        for file in files { tally.add(file) }
        self = tally.report
    }

    /// What the counts of `agreement` are called, in their order.
    public static let agreementTitles = ["Taken up", "Overruled", "Not settled"]
    /// What the counts of `outcomes` are called, in their order.
    public var outcomeTitles: [String] { ["Started work in \(weeks) weeks", "Did not"] }
    /// How many of the customers who said anything agreed, in a sentence.
    public func customers(_ part: Part) -> String {
        guard let agreed = part.customers.columnTotals.first ?? nil, let said = part.customers.total else {
            return
                "How many customers agreed with it is not told: too few said whether they do, or too few said yes or no."
        }
        let share = (agreed * 200 + said) / (said * 2)
        return "Of \(said) that customers said something of, they agreed with \(agreed) (\(share)%)."
    }
    /// How many were assessed too lately, in a sentence; nil where there are none to tell of.
    public func tooSoon(_ part: Part) -> String? {
        part.tooSoon.map { "\($0) more were assessed less than \(weeks) weeks ago." }
    }

    init(parts: [Part], weeks: Int, day: CalendarDay) {
        self.parts = parts
        self.weeks = weeks
        self.day = day
    }
}

/// Counts cases one at a time, so that a report over a whole store holds none of them.
public struct AssessmentTally: Sendable {
    private struct Key: Hashable {
        let instrument: String
        let version: Int
    }

    private struct Counts {
        var agreement: [String: [Int]] = [:]
        /// Agreed, did not.
        var customers = [0, 0]
        var outcomes: [String: [Int]] = [:]
        var tooSoon = 0
    }

    private let weeks: Int
    private let day: CalendarDay
    private var counts: [Key: Counts] = [:]

    public init(weeks: Int = 26, on day: CalendarDay) {
        self.weeks = weeks
        self.day = day
    }

    public mutating func add(_ file: CaseFile) {
        var followed: Set<String> = []
        for assessment in file.assessments.finished {
            guard let finish = assessment.finished, let derived = finish.outcome.rating else { continue }
            let key = Key(instrument: assessment.start.instrument, version: assessment.start.version)
            let settled = assessment.streamings.last.map { $0.streaming.overrules ? 1 : 0 } ?? 2
            counts[key, default: Counts()].agreement[derived, default: [0, 0, 0]][settled] += 1
            if let view = assessment.customerView {
                counts[key, default: Counts()].customers[view.agrees ? 0 : 1] += 1
            }
            // A person is followed from their first assessment with an instrument, and counts once.
            guard let stream = assessment.stream, followed.insert(key.instrument).inserted else { continue }
            let first = assessment.start.on ?? finish.event.day
            let until = first.adding(days: weeks * 7)
            guard until <= day else {
                counts[key, default: Counts()].tooSoon += 1
                continue
            }
            let works = file.employment.heldJobs.contains { first <= $0.started && $0.started <= until }
            counts[key, default: Counts()].outcomes[stream, default: [0, 0]][works ? 0 : 1] += 1
        }
    }

    public var report: AssessmentReport {
        let parts = counts.sorted { ($0.key.instrument, $0.key.version) < ($1.key.instrument, $1.key.version) }
            .map { key, counts in
                let agreement = counts.agreement.sorted { $0.key < $1.key }
                let outcomes = counts.outcomes.sorted { $0.key < $1.key }
                return AssessmentReport.Part(
                    instrument: key.instrument, version: key.version, ratings: agreement.map(\.key),
                    agreement: SmallCells(agreement.map(\.value)), customers: SmallCells([counts.customers]),
                    streams: outcomes.map(\.key),
                    outcomes: SmallCells(outcomes.map(\.value)),
                    tooSoon: counts.tooSoon < SmallCells.least ? nil : counts.tooSoon)
            }
        return AssessmentReport(parts: parts, weeks: weeks, day: day)
    }
}
