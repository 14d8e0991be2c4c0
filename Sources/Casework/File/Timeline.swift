public import Kernel

/// What happened on one case, in the field's words: the journey a customer's page shows.
public enum Timeline {
    /// One entry for each event whose category the reader sees, the latest day first; on one day, the later event first.
    ///
    /// Words a person wrote are shown only when the reader may open them and they are open.
    /// - Parameters:
    ///   - events: from the first, in the order in which they were recorded.
    ///   - withWords: whether sealed words are shown to a reader who may open them.
    public static func entries(
        _ events: some Sequence<Event<CaseFile>>, through sight: Sight, names: Names, programmes: [String: Programme],
        tools: ServiceTools, withWords: Bool = true
    ) -> [TimelineEntry] {
        // What stands on the stream of a record that is part of this one says the same again.
        let absorbed = MergedStreams.named(in: events)
        let hidden = sight.relation == .oneself ? events.hiddenNotices : []
        let whole = sight.sees(.convictions) ? events.circumstances : nil
        let seesPayments = [Category.referral, .appointments, .work, .money].allSatisfy {
            sight.sees($0) && !sight.isForItsOwn($0)
        }
        var telling: Telling?
        var entries: [TimelineEntry] = []
        var spoken: [Identifier<Event<CaseFile>>: Identifier<Voice>] = [:]
        for event in events {
            var now =
                telling
                ?? Telling(
                    file: CaseFile(id: event.subject), names: names, programmes: programmes, tools: tools,
                    opens: withWords && sight.opensSealed, shut: Set(Category.allCases.filter { !sight.sees($0) }))
            now.file.apply(event)
            now.paidUntil = seesPayments ? event.recorded.day : nil
            telling = now
            guard sight.reads(event), !hidden.hides(event.fact) else { continue }
            if case .circumstance(let fact) = event.fact, whole?.hides(fact, from: sight) == true { continue }
            if case .merge(.mergedInto) = event.fact, absorbed.contains(event.subject) { continue }
            if case .voice(let fact) = event.fact { spoken[event.id] = fact.voice }
            entries.append(TimelineEntry(event, now.told(event.fact), place: now.file.order))
        }
        if let whole = telling?.file {
            // Who reads a complaint rests on who is to answer it now, whoever that was when it came.
            let voices = whole.voices(on: sight.today, by: sight.matrix)
            let shut = Set(voices.all.map(\.id)).subtracting(voices.seen(through: sight).all.map(\.id))
            entries.removeAll { entry in spoken[entry.event].map(shut.contains) ?? false }
            for place in entries.indices { entries[place].contests = whole.rights.contests(of: entries[place].event) }
        }
        return entries.sorted { ($0.day, $0.sequence) > ($1.day, $1.sequence) }
    }
}

/// One line of the journey.
public struct TimelineEntry: Sendable, Equatable {
    public let event: Identifier<Event<CaseFile>>
    /// Its place in the record: the number of the event, but where several streams are one record.
    public let sequence: Int
    /// The day it happened.
    public let day: CalendarDay
    /// When it was recorded, and by whom.
    public let recorded: Instant
    public let by: Author
    public let category: Category
    public let mark: Mark
    public let headline: String
    public let detail: String?
    /// What the person asked to be put right in it, and was not.
    public internal(set) var contests: [Contest] = []

    /// The shape beside an entry, with the word that is said for it.
    public enum Mark: String, Sendable, CaseIterable {
        /// Something was held, done or is so.
        case done
        /// Something was sent, booked or asked, and waits for what follows.
        case sent
    }

    init(_ event: Event<CaseFile>, _ told: Told, place: Int) {
        self.event = event.id
        sequence = place
        day = told.day ?? event.occurred.day
        recorded = event.recorded
        by = event.by
        category = event.fact.category
        mark = told.mark
        headline = told.headline
        detail = told.detail
    }
}

/// How organisations and people are named, for texts made in a room that knows no names.
public struct Names: Sendable {
    public let organisation: @Sendable (Identifier<Organisation>) -> String
    public let person: @Sendable (Identifier<Person>) -> String

    public init(
        organisation: @escaping @Sendable (Identifier<Organisation>) -> String,
        person: @escaping @Sendable (Identifier<Person>) -> String
    ) {
        self.organisation = organisation
        self.person = person
    }
}

/// What an entry says.
struct Told {
    let mark: TimelineEntry.Mark
    let headline: String
    let detail: String?
    /// The day it happened, when the event was recorded on another.
    let day: CalendarDay?

    init(_ mark: TimelineEntry.Mark, _ headline: String, _ detail: String?..., on day: CalendarDay? = nil) {
        self.mark = mark
        self.headline = headline
        let parts = detail.compactMap { $0 }
        self.detail = parts.isEmpty ? nil : parts.joined(separator: " · ")
        self.day = day
    }
}
