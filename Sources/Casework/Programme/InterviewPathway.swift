/// A run of work-focused interviews, by kind of customer (C21 to C25).
public struct InterviewPathway: Sendable, Equatable {
    public let customers: [CustomerKind]
    /// Calendar months from one interview held to the next due.
    public let intervalMonths: Figure<Int>
    /// Weeks after the last interview held in which the next may fall.
    public let windowWeeks: Figure<WholeRange>
    public let minutes: Figure<Int>
    public let screening: Screening?
    /// Limits on an adviser's day: interviews, and the number from which to warn.
    public let dailyMost: Figure<Int>
    public let dailyWarning: Figure<Int>
    /// The clocks a deferral stops.
    public let deferralPauses: [String]

    public struct CustomerKind: Sendable, Equatable {
        public let id: String
        public let title: String
        public let interviews: Figure<Int>
        /// Days of the claim in which the first falls, its first day being day 1; nil when no clock is set.
        public let firstInDays: Figure<WholeRange>?
        public let screened: Bool
        public let source: String

        public init(
            id: String, title: String, interviews: Figure<Int>, firstInDays: Figure<WholeRange>?, screened: Bool,
            source: String
        ) {
            self.id = id
            self.title = title
            self.interviews = interviews
            self.firstInDays = firstInDays
            self.screened = screened
            self.source = source
        }
    }

    /// What the screening answer means. Screened out is good news: judged close to work.
    public struct Screening: Sendable, Equatable {
        /// The interview at which it is done, counted from 1.
        public let atInterview: Int
        public let screenedIn: String
        public let screenedOut: String
        public let source: String

        public init(atInterview: Int, screenedIn: String, screenedOut: String, source: String) {
            self.atInterview = atInterview
            self.screenedIn = screenedIn
            self.screenedOut = screenedOut
            self.source = source
        }
    }

    public init(
        customers: [CustomerKind], intervalMonths: Figure<Int>, windowWeeks: Figure<WholeRange>,
        minutes: Figure<Int>, screening: Screening?, dailyMost: Figure<Int>, dailyWarning: Figure<Int>,
        deferralPauses: [String]
    ) {
        self.customers = customers
        self.intervalMonths = intervalMonths
        self.windowWeeks = windowWeeks
        self.minutes = minutes
        self.screening = screening
        self.dailyMost = dailyMost
        self.dailyWarning = dailyWarning
        self.deferralPauses = deferralPauses
    }
}

/// A stage of a journey that no clock drives: what happens, and what may come next.
public struct JourneyStage: Sendable, Equatable {
    public let id: String
    public let title: String
    public let says: String
    public let next: [String]
    public let source: String

    public init(id: String, title: String, says: String, next: [String], source: String) {
        self.id = id
        self.title = title
        self.says = says
        self.next = next
        self.source = source
    }
}

/// Something an adviser may offer, when and as often as they judge right.
public struct MenuItem: Sendable, Equatable {
    public let id: String
    public let title: String
    public let says: String
    public let source: String

    public init(id: String, title: String, says: String, source: String) {
        self.id = id
        self.title = title
        self.says = says
        self.source = source
    }
}
