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

    /// One organisation that keeps it, and since when.
    public struct Keeper: Sendable, Equatable {
        public let organisation: Identifier<Organisation>
        public let home: CustomerHome
        public let since: CalendarDay
        /// Whether it took up a record that others kept, and so can give it back.
        public let isTakenUp: Bool
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

    /// As what an organisation keeps it; nil when it does not.
    public func home(of organisation: Identifier<Organisation>) -> CustomerHome? {
        all.first { $0.organisation == organisation }?.home
    }

    public func contains(_ organisation: Identifier<Organisation>) -> Bool { home(of: organisation) != nil }

    /// Whether an organisation took the record up, and so can give it back.
    public func isTakenUp(by organisation: Identifier<Organisation>) -> Bool {
        all.contains { $0.organisation == organisation && $0.isTakenUp }
    }

    /// Who keeps it again, as one of a kind, when the one that does now gives it back; nil for nobody.
    func earlier(_ home: CustomerHome) -> Identifier<Organisation>? {
        replaced.last { $0.home == home }?.organisation
    }

    /// Takes in one that keeps it from now on, in the place of another of its kind if there is one.
    /// - Returns: the organisation whose place it took.
    mutating func take(_ keeper: Keeper) -> Identifier<Organisation>? {
        let left = all.first { $0.home == keeper.home }
        if let left { replaced.append(left) }
        put(keeper)
        return left?.organisation
    }

    /// Takes out one that gives it back, and puts back whose place it took; nothing for one that did not take it up.
    mutating func giveBack(_ organisation: Identifier<Organisation>) {
        guard let home = home(of: organisation), isTakenUp(by: organisation) else { return }
        if let place = replaced.lastIndex(where: { $0.home == home }) {
            put(replaced.remove(at: place))
        } else if second?.home == home {
            second = nil
        }
    }

    /// Takes in who kept a record that becomes part of this one. Of each kind, this record's own stays.
    /// - Returns: those of the other's that do not keep it from now on.
    mutating func join(_ other: Keepers) -> [Keeper] {
        if second == nil, let came = other.all.first(where: { $0.home != first.home }) {
            second = came
            replaced += other.replaced.filter { $0.home == came.home }
        }
        return other.all.filter { !contains($0.organisation) }
    }

    private mutating func put(_ keeper: Keeper) {
        if first.home == keeper.home { first = keeper } else { second = keeper }
    }
}

extension Keepers.Keeper {
    init(_ registration: CustomerFact.Registration, _ stamp: EventStamp) {
        self.init(organisation: registration.jobcentre, home: registration.home, since: stamp.day, isTakenUp: false)
    }

    init(_ taken: CustomerFact.TakingUp) {
        self.init(organisation: taken.organisation, home: taken.home, since: taken.since, isTakenUp: true)
    }
}
