import Casework
import Kernel
import Office
import Records

/// An entry of the journey in the words of whoever reads it.
struct SaidEntry: Sendable {
    let entry: Casework.TimelineEntry
    let headline: String
    let detail: String?
    /// Whether somebody else put it there since the person, whose own token it is, was last here; nil for staff.
    var isNew: Bool?
}

extension APICall {
    /// Entries as staff read them, or as the person does on their own page where the token is theirs: what the next
    /// adviser was told, and any other note between staff, is left to the copy of the record.
    func said(_ entries: [Casework.TimelineEntry], of opened: OpenedCase) -> [SaidEntry] {
        guard let visitor = bearer.signedIn.ownPage else {
            return entries.map { SaidEntry(entry: $0, headline: $0.headline, detail: $0.detail) }
        }
        let own = OwnVisit(visit: visit, opened: opened, visitor: visitor)
        let facts = Dictionary(opened.events.map { ($0.id, $0.fact) }) { first, _ in first }
        return entries.compactMap { entry in
            facts[entry.event].map { fact in
                SaidEntry(
                    entry: entry,
                    headline: OwnJourneyWords.headline(
                        fact, names: opened.names, appointments: opened.seen.appointments),
                    detail: OwnJourneyWords.detail(fact, on: own), isNew: own.isNew(entry))
            }
        }
    }
}

extension Shape where Value == Told<SaidEntry> {
    static var entry: Shape {
        Shape(
            "JourneyEntry",
            [
                Member("event", .reference) { .text($0.entry.event) },
                Member("sequence", .whole) { .int($0.entry.sequence) },
                Member("day", .day) { .text($0.entry.day) },
                Member("recorded", .moment) { .text($0.entry.recorded) },
                Member("by", .named) { $0.person($0.entry.by.person) },
                Member("for", .named) { $0.organisation($0.entry.by.organisation) },
                Member("category", .coded(Casework.Category.self)) { .string($0.entry.category.rawValue) },
                Member("mark", .coded(Casework.TimelineEntry.Mark.self)) { .string($0.entry.mark.rawValue) },
                Member("headline", .text) { .string($0.headline) },
                Member("detail", .text, optional: true) { .text(of: $0.detail) },
                Member(
                    "new", .flag, optional: true,
                    "With the person's own token: whether somebody else put it there since they were `last-here`."
                ) { told in told.isNew.map { .bool($0) } },
                Member(
                    "contests", .list(Shape<Told<Contest>>.contest.type),
                    "What they asked to be put right in it and was not, for everybody who reads it."
                ) { told in told.json(told.entry.contests, .contest) },
            ])
    }
}

extension Shape where Value == Told<Contest> {
    fileprivate static var contest: Shape {
        Shape(
            "Contest",
            [
                .event("refused") { $0.refused },
                Member("reason", .coded(RightsRefusal.self)) { .string($0.reason.rawValue) },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
                Member("statement", .text, optional: true, "The person's own.") { told in
                    told.statement.flatMap { told.words($0.words) }
                },
            ])
    }
}

extension Shape where Value == SeenLook {
    static var look: Shape {
        Shape(
            "Look",
            [
                Member("id", .reference) { .text($0.id) },
                Member("at", .moment) { .text($0.look.at) },
                Member("person", .text) { .string($0.person) },
                Member("organisation", .text) { .string($0.organisation) },
                Member("role", .coded(Role.self)) { .string($0.look.by.role.rawValue) },
                Member("act", .text) { .string($0.look.act) },
                Member("reason", .text, "Why they could.") { .string($0.look.reason) },
                Member("said", .text, "The same in words to the person the record is about.") {
                    .string($0.said)
                },
            ])
    }
}
