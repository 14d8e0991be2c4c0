/// A set of questions that an adviser and a customer go through together, with what the answers count for (C06).
///
/// It is data, never Swift: its file says every question, where each answer leads, the points and why they count. An
/// assessment names the id and the version it was made with, so that an old one is read by the file it was made with.
public struct Instrument: Sendable, Equatable {
    public let id: String
    public let version: Int
    public let title: String
    public let summary: String
    /// How far its scoring can be trusted, and where it comes from.
    public let status: FigureStatus
    public let source: String
    public let stage: AssessmentStage
    /// In order; a page each.
    public let sections: [Section]
    /// From the least help needed to the most; empty when the instrument gathers and does not rate.
    public let ratings: [Rating]
    /// In the order in which they are tried.
    public let streams: [Stream]
    public let ratedBy: RatedBy
    /// Whether a new assessment may be made with it here; one that is not is kept for a partnership that takes it up.
    public let isOffered: Bool

    public init(
        id: String, version: Int, title: String, summary: String = "", status: FigureStatus, source: String,
        stage: AssessmentStage, sections: [Section], ratings: [Rating] = [], streams: [Stream] = [],
        ratedBy: RatedBy = .points, isOffered: Bool = true
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.summary = summary
        self.status = status
        self.source = source
        self.stage = stage
        self.sections = sections
        self.ratings = ratings
        self.streams = streams
        self.ratedBy = ratedBy
        self.isOffered = isOffered
    }

    public struct Section: Sendable, Equatable {
        public let id: String
        public let title: String
        public let says: String
        public let source: String
        public let questions: [Question]

        public init(id: String, title: String, says: String, source: String, questions: [Question]) {
            self.id = id
            self.title = title
            self.says = says
            self.source = source
            self.questions = questions
        }
    }

    /// How near work somebody is: green, amber, red (E-020 to E-022), or a level of another way of streaming (`RatedBy`).
    public struct Rating: Sendable, Equatable {
        public let code: String
        public let title: String
        public let means: String
        /// The most points it takes; nil for the last, and for what an adviser sets.
        public let upTo: Int?

        public init(code: String, title: String, means: String, upTo: Int?) {
            self.code = code
            self.title = title
            self.means = means
            self.upTo = upTo
        }
    }

    /// A kind of help, with whom it is for (E-033).
    public struct Stream: Sendable, Equatable {
        public let code: String
        public let title: String
        public let says: String
        public let ratings: [String]
        /// Only when this section has at least so many points.
        public let section: String?
        public let atLeast: Int

        public init(
            code: String, title: String, says: String, ratings: [String], section: String? = nil, atLeast: Int = 0
        ) {
            self.code = code
            self.title = title
            self.says = says
            self.ratings = ratings
            self.section = section
            self.atLeast = atLeast
        }
    }

    public var questions: [Question] { sections.flatMap(\.questions) }
    public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
    public func section(_ id: String) -> Section? { sections.first { $0.id == id } }
    public func section(of question: String) -> Section? {
        sections.first { $0.questions.contains { $0.id == question } }
    }
    public func rating(_ code: String) -> Rating? { ratings.first { $0.code == code } }
    public func stream(_ code: String) -> Stream? { streams.first { $0.code == code } }

    /// The rating that a number of points comes to; nil when the instrument does not rate by points.
    public func rating(points: Int) -> Rating? {
        guard ratedBy == .points else { return nil }
        return ratings.first { rating in rating.upTo.map { points <= $0 } ?? true }
    }
}

/// How far an assessment goes (C06).
public enum AssessmentStage: String, Sendable, Hashable, CaseIterable {
    case initial, full

    public var title: String {
        switch self {
        case .initial: "First meeting"
        case .full: "Full assessment"
        }
    }
}

/// Where and with whom the questions are gone through.
public enum AssessmentMode: String, Sendable, Hashable, CaseIterable {
    /// One to one, where nobody else hears.
    case inPrivate = "private"
    /// One to one, where others may hear.
    case open
    case phone, group

    /// Private questions are never asked where another may hear, nor by phone, where nobody knows who does (G-018, G-102).
    public var asksPrivate: Bool { self == .inPrivate }

    public var title: String {
        switch self {
        case .inPrivate: "One to one, in private"
        case .open: "One to one, where others may hear"
        case .phone: "By phone"
        case .group: "In a group session"
        }
    }
}
