public import Casework
public import Insight
public import Kernel
public import Records

/// The record as an event log: what a commissioner of everything may see of each case, as codes and dates.
///
/// No name, no word and nothing sealed is in it: streams are read with no keys. Categories that the sharing matrix does not
/// open to the body that commissions, as health, are left out, and out of what a case says of itself too. Records that have
/// been merged are one journey. What was recorded in error is not in it, nor what is agreed for a later day.
public struct StoreLog {
    private let sight: Sight
    /// The last day of the log, and the moment at which it is over.
    private let last: (day: CalendarDay, end: Instant)
    private let streams = Streams(keys: nil)
    /// The names that organisations go by in it.
    let agencies: [Identifier<Organisation>: String]
    private let areas: Set<Identifier<Area>>?
    private let connection: any Connection

    /// - Parameters:
    ///   - day: the last of the log, whose rows of the sharing matrix hold.
    ///   - areas: the areas whose cases are meant; nil for all.
    public init(
        sharing: SharingMatrix, on day: CalendarDay, areas: Set<Identifier<Area>>? = nil, in connection: any Connection
    ) throws {
        sight = Sight(role: .commissioner, relation: .commissions, matrix: sharing, on: day)
        last = (day, Instant(london: day.adding(days: 1), hour: 0, minute: 0))
        agencies = Dictionary(
            try OrganisationRegister.all(in: connection).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        self.areas = areas
        self.connection = connection
    }

    /// Hands over the journey of every case that has one, in the order of their references.
    /// - Parameter progress: called now and then with the events read so far; what it throws ends the reading.
    public func each(
        progress: (_ events: Int) throws -> Void = { _ in }, _ body: (ExportedJourney) throws -> Void
    ) throws {
        var gathered: [Event<CaseFile>] = []
        var position: StreamPosition<CaseFile>?
        var count = 0
        var names = KindNames()
        repeat {
            let page = try streams.page(of: CaseFile.self, after: position, in: connection)
            for event in page.events {
                if let last = gathered.last, last.subject != event.subject {
                    try give(gathered, naming: &names, body)
                    gathered.removeAll(keepingCapacity: true)
                }
                gathered.append(event)
            }
            count += page.events.count
            try progress(count)
            position = page.next
        } while position != nil
        try give(gathered, naming: &names, body)
    }

    private func give(
        _ own: [Event<CaseFile>], naming names: inout KindNames, _ body: (ExportedJourney) throws -> Void
    ) throws {
        guard let subject = own.first?.subject else { return }
        var events = own
        let merges = own.compactMap { event -> MergeFact? in
            if case .merge(let fact) = event.fact { fact } else { nil }
        }
        if let last = merges.last {
            // What was merged into another record is told there.
            if case .mergedInto = last { return }
            events = try streams.record(subject, in: connection)
        }
        if let areas {
            let isMeant = events.contains { event in
                if case .referral(.made(let made, _)) = event.fact { areas.contains(made.area) } else { false }
            }
            guard isMeant else { return }
        }
        let errors = RecordedInError(events)
        let seen = events.filter { sight.sees($0.fact.category) && hasHappened($0) && !errors.holds($0) }
        guard !seen.isEmpty else { return }
        let kinds = StoreKinds(seen)
        let steps = seen.map { event in
            let kind = kinds.kind(of: event)
            return step(event, kind, names.activity(kind))
        }
        let traits = JourneyTraits(seen, through: sight)
        try body(ExportedJourney(id: subject.description, attributes: traits.attributes, steps: steps))
    }

    /// Whether it had happened by the end of the last day: a job may be agreed for the next month.
    private func hasHappened(_ event: Event<CaseFile>) -> Bool {
        switch event.occurred {
        case .instant(let moment): moment < last.end
        case .day(let day): day <= last.day
        }
    }

    private func step(_ event: Event<CaseFile>, _ kind: String, _ activity: String) -> ExportedJourney.Step {
        ExportedJourney.Step(
            activity: activity, kind: kind, time: Self.time(event),
            person: event.by.role == .system ? nil : event.by.person.description,
            agency: agencies[event.by.organisation], role: event.by.role.rawValue)
    }

    /// A kind in words: `referral.adviserChanged` is “Adviser changed”, and what no words were chosen for,
    /// `appointment.moveAsked`, is “Appointment move asked”.
    public static func activity(_ kind: String) -> String {
        if let words = words[kind] { return words }
        var words = ""
        for character in kind {
            if character == "." {
                words.append(" ")
            } else if character.isUppercase {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words.capitalisedFirst
    }

    /// What is known to the day happened when it was recorded, if that was the same day, and else at noon of its own.
    static func time(_ event: Event<CaseFile>) -> Instant {
        switch event.occurred {
        case .instant(let moment): moment
        case .day(let day):
            event.recorded.day == day ? event.recorded : Instant(london: day, hour: 12, minute: 0)
        }
    }
}

/// What the kinds that were met are called: each is put into words once, for events come by the million and kinds by the
/// hundred.
private struct KindNames {
    private var names: [String: String] = [:]

    mutating func activity(_ kind: String) -> String {
        if let name = names[kind] { return name }
        let name = StoreLog.activity(kind)
        names[kind] = name
        return name
    }
}

/// What the clear facts of a case say of it as a whole, as far as whoever commissions sees them.
///
/// Of more than one referral it is the first that says for which programme; how it ended is of all of them. Work counts
/// from the day of that referral on.
struct JourneyTraits {
    /// All that a case may say of itself, in the order in which it says it.
    static let names = ["programme", "cohort", "group", "basis", "nation", "outcome"]

    var attributes: [(name: String, value: String)] = []

    /// - Parameter events: those that are seen and were not recorded in error.
    init(_ events: [Event<CaseFile>], through sight: Sight) {
        var made: ReferralFact.Made?
        var lastStart: CalendarDay?
        var isOver = false
        for event in events {
            switch event.fact {
            case .referral(.made(let first, _)) where made == nil: made = first
            case .referral(.exited): isOver = true
            case .referral(.returned): isOver = false
            case .employment(.jobStarted(let start, _)): lastStart = max(lastStart ?? start.started, start.started)
            default: continue
            }
        }
        if let made {
            attributes = [
                ("programme", made.programme), ("cohort", String(made.on.description.prefix(7))),
                ("group", made.group), ("basis", made.basis.rawValue), ("nation", made.nation.rawValue),
            ]
        }
        // How it ended rests on both.
        guard sight.sees(.referral), sight.sees(.work) else { return }
        let works = made.map { made in lastStart.map { $0 >= made.on } ?? false } ?? false
        attributes.append(("outcome", works ? "work" : isOver ? "no-work" : "under-way"))
    }
}

extension Office {
    /// Does something with the store as an event log, by categories that whoever commissions may see.
    /// - Throws: what the store and the body throw.
    public func readingLog<Answer: Sendable>(
        progress: @escaping @Sendable (_ events: Int) -> Void = { _ in },
        _ body: @escaping @Sendable (EventLog) throws -> Answer
    ) async throws -> Answer {
        try await database.read { [sharing, clock] connection in
            let log = try StoreLog(sharing: sharing, on: clock.today, in: connection)
            return try body(.journeys { take in try log.each(progress: progress, take) })
        }
    }
}
