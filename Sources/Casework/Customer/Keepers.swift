public import Kernel

/// Who keeps a record: at most one jobcentre and one council service (docs/decisions/0006-two-keepers.md).
public struct Keepers: Sendable, Equatable {
    /// Whoever registered the person, or took that one's place.
    public private(set) var first: Keeper
    /// One of the other kind; nil while a single organisation keeps it.
    public private(set) var second: Keeper?
    /// Those whose place another took, in the order in which they left it. When that one gives it back, they have it
    /// again.
    private var replaced: [Keeper] = []
    /// As what each organisation kept it that kept it and ceased to, and on what day; it may keep it again.
    private var ceased: [Identifier<Organisation>: Ceased] = [:]

    /// One organisation that keeps it, and since when.
    public struct Keeper: Sendable, Equatable {
        public let organisation: Identifier<Organisation>
        public let home: CustomerHome
        public let since: CalendarDay
        /// What says that it took up a record that others kept; nil of whoever registered the person.
        public let taken: EventStamp?
        /// What says that the person was told so; nil while nothing does.
        public fileprivate(set) var told: EventStamp?
        /// Whom it named to lead the help that the person gets; nil while it named nobody.
        public fileprivate(set) var lead: NamedLead?

        /// Whether it took up a record that others kept, and so can give it back.
        public var isTakenUp: Bool { taken != nil }
    }

    /// Somebody who was named to lead, and what says so.
    public struct NamedLead: Sendable, Equatable {
        public let person: Identifier<Person>
        public let event: EventStamp
    }

    private struct Ceased: Sendable, Equatable {
        let home: CustomerHome
        let on: CalendarDay
    }

    init(_ first: Keeper) { self.first = first }

    /// In the order in which they came to it.
    public var all: [Keeper] { [first] + [second].compactMap(\.self) }

    public var organisations: [Identifier<Organisation>] { all.map(\.organisation) }

    /// The one that speaks where only one can: the jobcentre if there is one, else whoever registered the person.
    public var leading: Identifier<Organisation> { organisation(.jobcentre) ?? first.organisation }

    public func organisation(_ home: CustomerHome) -> Identifier<Organisation>? {
        all.first { $0.home == home }?.organisation
    }

    public func keeper(_ organisation: Identifier<Organisation>) -> Keeper? {
        all.first { $0.organisation == organisation }
    }

    /// As what an organisation keeps it; nil when it does not.
    public func home(of organisation: Identifier<Organisation>) -> CustomerHome? { keeper(organisation)?.home }

    public func contains(_ organisation: Identifier<Organisation>) -> Bool { keeper(organisation) != nil }

    /// Whether an organisation took the record up, and so can give it back.
    public func isTakenUp(by organisation: Identifier<Organisation>) -> Bool {
        keeper(organisation)?.isTakenUp ?? false
    }

    /// Who keeps it again, as one of a kind, when the one that does now gives it back; nil for nobody.
    public func earlier(_ home: CustomerHome) -> Identifier<Organisation>? {
        replaced.last { $0.home == home }?.organisation
    }

    /// What an organisation that kept it left to others; nil of one that keeps it, or never did.
    func left(by organisation: Identifier<Organisation>) -> Left? {
        guard !contains(organisation), let ceased = ceased[organisation] else { return nil }
        return Left(home: ceased.home, on: ceased.on, successor: self.organisation(ceased.home) ?? leading)
    }

    /// As what an organisation kept a record until a day, and to whom what it had to do falls since: whoever has its
    /// place, or else whoever keeps the record still.
    struct Left {
        let home: CustomerHome
        let on: CalendarDay
        let successor: Identifier<Organisation>
    }

    /// Takes in one that keeps it from now on, in the place of another of its kind if there is one.
    /// - Returns: the organisation whose place it took.
    mutating func take(_ keeper: Keeper, on day: CalendarDay) -> Identifier<Organisation>? {
        let left = all.first { $0.home == keeper.home }
        if let left {
            replaced.append(left.withoutLead)
            cease(left, on: day)
        }
        put(keeper)
        return left?.organisation
    }

    /// Takes out one that gives it back, and puts back whose place it took; nothing for one that did not take it up.
    mutating func giveBack(_ organisation: Identifier<Organisation>, on day: CalendarDay) {
        guard let keeper = keeper(organisation), keeper.isTakenUp else { return }
        cease(keeper, on: day)
        if let place = replaced.lastIndex(where: { $0.home == keeper.home }) {
            put(replaced.remove(at: place))
        } else if second?.home == keeper.home {
            second = nil
        }
    }

    /// Whom a keeper named last to lead, and which keeper that is.
    var lead: (keeper: Identifier<Organisation>, lead: NamedLead)? {
        all.compactMap { keeper in keeper.lead.map { (keeper: keeper.organisation, lead: $0) } }
            .max { $0.lead.event.sequence < $1.lead.event.sequence }
    }

    /// Notes who leads at one that keeps it; nothing of any other.
    mutating func name(_ person: Identifier<Person>, at organisation: Identifier<Organisation>, _ stamp: EventStamp) {
        guard var keeper = keeper(organisation) else { return }
        keeper.lead = NamedLead(person: person, event: stamp)
        put(keeper)
    }

    /// Notes that the person was told of one that keeps it; nothing of any other.
    mutating func tell(of organisation: Identifier<Organisation>, _ stamp: EventStamp) {
        guard var keeper = keeper(organisation) else { return }
        keeper.told = stamp
        put(keeper)
    }

    /// The letter that an event tells of did not arrive, so the person has not heard.
    mutating func untell(_ event: Identifier<Event<CaseFile>>) {
        guard var keeper = all.first(where: { $0.told?.id == event }) else { return }
        keeper.told = nil
        put(keeper)
    }

    /// Takes in who kept a record that becomes part of this one. Of each kind, this record's own stays;
    /// whom one that keeps both named later leads.
    /// - Returns: those of the other's that do not keep it from now on.
    mutating func join(_ other: Keepers, on day: CalendarDay) -> [Keeper] {
        if second == nil, let came = other.all.first(where: { $0.home != first.home }) {
            second = came
            replaced += other.replaced.filter { $0.home == came.home }
        }
        ceased.merge(other.ceased) { own, _ in own }
        for theirs in other.all {
            guard var own = keeper(theirs.organisation), let lead = theirs.lead else { continue }
            guard lead.event.sequence > own.lead?.event.sequence ?? 0 else { continue }
            own.lead = lead
            put(own)
        }
        let left = other.all.filter { !contains($0.organisation) }
        for keeper in left { cease(keeper, on: day) }
        return left
    }

    private mutating func put(_ keeper: Keeper) {
        if first.home == keeper.home { first = keeper } else { second = keeper }
    }

    private mutating func cease(_ keeper: Keeper, on day: CalendarDay) {
        ceased[keeper.organisation] = Ceased(home: keeper.home, on: day)
    }
}

extension Keepers.Keeper {
    /// As it is when another takes its place: whoever led there leads no more, should it have its place again.
    fileprivate var withoutLead: Keepers.Keeper {
        var copy = self
        copy.lead = nil
        return copy
    }

    init(_ registration: CustomerFact.Registration, _ stamp: EventStamp) {
        self.init(organisation: registration.jobcentre, home: registration.home, since: stamp.day, taken: nil)
    }

    init(_ taken: CustomerFact.TakingUp, _ stamp: EventStamp) {
        self.init(organisation: taken.organisation, home: taken.home, since: taken.since, taken: stamp)
    }
}
