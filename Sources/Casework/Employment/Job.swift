public import Kernel

/// One job, from its first day to its last (C10). Who the employer is stays sealed; no payment reads it.
public struct Job: Sendable, Equatable {
    public let id: Identifier<Job>
    public let recorded: EventStamp
    public let started: CalendarDay
    public let kind: JobKind
    public let details: Sealed<JobDetails>
    /// In order of day; the first from the day the job started.
    public private(set) var hours: [HoursSpell]
    public private(set) var end: End?
    /// The last day worked; nil while the job goes on. Kept beside the end because every rule about work reads it, and
    /// swift-frontend 6.3.1 crashes when optimising loops that take it out of `end`.
    public private(set) var last: CalendarDay?
    /// Set when the whole job was recorded in error: then it counts for nothing.
    public internal(set) var withdrawn: EventStamp?

    public struct HoursSpell: Sendable, Equatable {
        public let from: CalendarDay
        public let hours: WeeklyHours
        public let event: EventStamp
    }

    public struct End: Sendable, Equatable {
        public let event: EventStamp
        public let last: CalendarDay
        public let reason: String
        public let words: Sealed<Words>
    }

    /// Whether the job was held on a day.
    public func isOpen(on day: CalendarDay) -> Bool {
        withdrawn == nil && started <= day && last.map { day <= $0 } ?? true
    }

    /// The hours agreed for a day on which the job is held.
    public func hours(on day: CalendarDay) -> WeeklyHours? {
        isOpen(on: day) ? hours.last { $0.from <= day }?.hours : nil
    }

    init(
        id: Identifier<Job>, recorded: EventStamp, started: CalendarDay, kind: JobKind, details: Sealed<JobDetails>,
        hours: WeeklyHours
    ) {
        self.id = id
        self.recorded = recorded
        self.started = started
        self.kind = kind
        self.details = details
        self.hours = [HoursSpell(from: started, hours: hours, event: recorded)]
    }

    /// - Parameter end: nil when an end recorded before was a mistake.
    mutating func ends(_ end: End?) {
        self.end = end
        last = end?.last
    }

    mutating func change(hours: WeeklyHours, from day: CalendarDay, _ stamp: EventStamp) {
        self.hours.removeAll { $0.from == day }
        let place = self.hours.firstIndex { $0.from > day } ?? self.hours.endIndex
        self.hours.insert(HoursSpell(from: day, hours: hours, event: stamp), at: place)
    }
}

/// The form a job takes.
public enum JobKind: String, Sendable, Hashable, CaseIterable {
    case employed
    case selfEmployed = "self-employed"
    case agency, apprenticeship

    public var title: String {
        switch self {
        case .employed: "Employed"
        case .selfEmployed: "Self-employed"
        case .agency: "Through an agency"
        case .apprenticeship: "Apprenticeship"
        }
    }
}

/// Where somebody works and as what: sealed, since it is about the employer as well.
public struct JobDetails: Sendable, Equatable {
    /// The employer, the agency, or the name of the customer's own business.
    public let employer: String
    public let title: String?

    /// - Refuses: no employer, or text longer than a register holds.
    public init(employer: String, title: String? = nil) throws(Refusal) {
        let employer = employer.trimmed
        let title = (title ?? "").trimmed
        guard !employer.isEmpty else {
            throw Refusal(
                "job.employer", "Enter the employer, or the name of the customer's own business.", field: "employer")
        }
        guard employer.count <= 200 else {
            throw Refusal("job.long", "Shorten the employer's name: it may have 200 characters.", field: "employer")
        }
        guard title.count <= 200 else {
            throw Refusal("job.long", "Shorten the job title: it may have 200 characters.", field: "title")
        }
        self.employer = employer
        self.title = title.isEmpty ? nil : title
    }

    var json: JSON { .fields(["employer": .string(employer), "title": title.map { .string($0) }]) }

    init(_ json: JSON) throws {
        try self.init(employer: json.string("employer"), title: json.optional("title", JSON.string))
    }
}
