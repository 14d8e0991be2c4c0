public import Kernel

/// What was recorded on a record after another had become part of it, sorted by whom it can belong to when the two are
/// taken apart.
///
/// What speaks of something on the other's own record goes back with it, and what speaks of something on this one stays;
/// what speaks of both stays. What is about neither is asked, a whole thread at once: an appointment goes with its notice
/// and what came of it. That a record was given back goes with the one that had been taken up.
public struct LaterEntries: Sendable, Equatable {
    /// Entries that are about one thing, in order.
    public struct Thread: Sendable, Equatable {
        public internal(set) var events: [Identifier<Event<CaseFile>>]
        /// The first of them: what a choice names.
        public var id: Identifier<Event<CaseFile>> { events[0] }
    }

    /// In the order of their first entries.
    public private(set) var asked: [Thread] = []
    /// What goes back with the other record whatever is chosen, in order.
    public private(set) var goingBack: [Identifier<Event<CaseFile>>] = []
    /// What stays whatever is chosen, in order.
    public private(set) var staying: [Identifier<Event<CaseFile>>] = []

    /// - Parameters:
    ///   - other: the record that became part of this one; nothing is found when it is not one now.
    ///   - events: everything this record is made of.
    public init(
        since other: Identifier<CaseFile>, on id: Identifier<CaseFile>, in events: [Event<CaseFile>]
    ) {
        guard
            let absorbed = events.last(where: { event in
                guard event.subject == id, case .merge(.absorbed(let absorbed)) = event.fact else { return false }
                return absorbed.other == other
            })
        else { return }
        let theirs = MergedStreams.included(in: other, events)
        let holders = MergedStreams.owners(in: events)
        var owners = Owners()
        var takers = Takers()
        var later: [Event<CaseFile>] = []
        for event in events {
            let things = event.fact.things.union([event.id.description])
            let holder = holders[event.id] ?? event.subject
            if theirs.contains(holder) {
                owners.claim(things, for: .other)
                takers.owner(of: event.fact, on: .other)
            } else if event.subject != id || event.sequence <= absorbed.sequence {
                owners.claim(things, for: .own)
                takers.owner(of: event.fact, on: .own)
            } else {
                later.append(event)
                if event.fact.isAskedFor {
                    owners.join(things)
                } else {
                    // Who somebody is and how to reach them stays where it was put right.
                    owners.claim([event.id.description], for: takers.owner(of: event.fact, on: .own))
                }
            }
        }
        sort(later, owners)
    }

    private mutating func sort(_ later: [Event<CaseFile>], _ owners: Owners) {
        var places: [String: Int] = [:]
        for event in later {
            guard event.fact.isAskedFor else {
                if owners.owner(of: [event.id.description]) == .other {
                    goingBack.append(event.id)
                } else if !event.fact.isOfMerging {
                    staying.append(event.id)
                }
                continue
            }
            switch owners.owner(of: event.fact.things.union([event.id.description])) {
            case .other: goingBack.append(event.id)
            case .own: staying.append(event.id)
            case .thread(let root):
                if let place = places[root] {
                    asked[place].events.append(event.id)
                } else {
                    places[root] = asked.count
                    asked.append(Thread(events: [event.id]))
                }
            }
        }
    }

    /// Everything that goes with the other record when these threads are theirs.
    /// - Returns: in the order in which it was recorded; nil when one of them is not asked about.
    public func given(
        _ threads: Set<Identifier<Event<CaseFile>>>, in events: [Event<CaseFile>]
    ) -> [Identifier<Event<CaseFile>>]? {
        guard threads.isSubset(of: asked.map(\.id)) else { return nil }
        let given = Set(goingBack + asked.filter { threads.contains($0.id) }.flatMap(\.events))
        return events.map(\.id).filter(given.contains)
    }
}

extension LaterEntries {
    fileprivate enum Owner: Equatable {
        case own, other
        case thread(String)
    }

    /// Who took each of the two records up and has not given it back. Where one organisation took both up, this one is
    /// given back first, as it is the one whose keeper that organisation is while they are one.
    fileprivate struct Takers {
        private var own: Set<Identifier<Organisation>> = []
        private var other: Set<Identifier<Organisation>> = []

        /// Whose an entry is that stands on a record: what gives a record back is of the one that was taken up.
        @discardableResult
        mutating func owner(of fact: Fact, on record: Owner) -> Owner {
            switch fact {
            case .customer(.takenUp(let taken)) where record == .own: own.insert(taken.organisation)
            case .customer(.takenUp(let taken)): other.insert(taken.organisation)
            case .customer(.givenBack(let given)):
                guard record == .other || own.remove(given.organisation) == nil else { return .own }
                return other.remove(given.organisation) == nil ? record : .other
            default: break
            }
            return record
        }
    }

    /// Which things belong together, and those that are known to be one person's.
    fileprivate struct Owners {
        private var parents: [String: String] = [:]
        private static let own = "own"
        private static let other = "other"

        private func root(_ thing: String) -> String {
            var thing = thing
            while let parent = parents[thing] { thing = parent }
            return thing
        }

        /// Says whose things are; the first word counts.
        mutating func claim(_ things: Set<String>, for owner: Owner) {
            let owner = owner == .own ? Self.own : Self.other
            for thing in things {
                let root = root(thing)
                if root != Self.own, root != Self.other { parents[root] = owner }
            }
        }

        /// Puts together what one entry speaks of. Where it speaks of both records, what is new in it stays here.
        mutating func join(_ things: Set<String>) {
            let roots = Set(things.map(root))
            let known = roots.intersection([Self.own, Self.other])
            let new = roots.subtracting(known).sorted()
            guard let first = known.count == 2 ? Self.own : known.first ?? new.first else { return }
            for one in new where one != first { parents[one] = first }
        }

        func owner(of things: Set<String>) -> Owner {
            let roots = Set(things.map(root))
            if roots.contains(Self.own) { return .own }
            if roots.contains(Self.other) { return .other }
            return .thread(roots.min() ?? "")
        }
    }
}

extension Fact {
    var isOfMerging: Bool { if case .merge = self { true } else { false } }

    /// Whether it may belong to either person. Who somebody is, how to reach them and who comes in to the record's page
    /// were settled for this one.
    fileprivate var isAskedFor: Bool {
        switch self {
        case .customer, .merge: false
        case .access(.supporterNamed), .access(.supporterEnded): true
        case .access: false
        case .circumstance(let fact): fact.changeKind?.isContact != true
        default: true
        }
    }
}
