public import Kernel

/// What a record is to others of the same person.
public struct Merges: Sendable, Equatable {
    /// The records that are part of this one, in the order in which they came.
    public private(set) var absorbed: [Absorption] = []
    /// The record that this one is part of; nil when it stands alone.
    public private(set) var into: Identifier<CaseFile>?
    /// Whether any record was ever made one with this, or taken from it.
    public private(set) var wereMade = false
    /// The records that this one took later entries back from, which stand on their streams.
    public private(set) var tookFrom: [Identifier<CaseFile>] = []
    /// The records that this one was part of and is no longer.
    public private(set) var leftFrom: [Identifier<CaseFile>] = []
    /// When a record was last taken from this one, or this one from another; nil while they are one again.
    public private(set) var parted: EventStamp?
    /// The times a record became part of this one that were undone later: they change nothing of the person.
    private(set) var undone: Set<Identifier<Event<CaseFile>>> = []
    /// Whether what is being folded was recorded while a record that was taken away since was part of this one.
    private(set) var isWithinUndone = false

    public struct Absorption: Sendable, Equatable {
        public let terms: MergeFact.Absorbed
        public let event: EventStamp

        public var other: Identifier<CaseFile> { terms.other }
    }

    public init() {}

    /// - Parameter events: those of the record that is about to be folded.
    init(before events: [Event<CaseFile>], of id: Identifier<CaseFile>) {
        var standing: [Identifier<CaseFile>: Identifier<Event<CaseFile>>] = [:]
        for event in events where event.subject == id {
            switch event.fact {
            case .merge(.absorbed(let absorbed)): standing[absorbed.other] = event.id
            case .merge(.gaveBack(let other, _, _)):
                if let made = standing.removeValue(forKey: other) { undone.insert(made) }
            default: break
            }
        }
    }

    mutating func apply(_ fact: MergeFact, _ stamp: EventStamp) {
        wereMade = true
        switch fact {
        case .absorbed(let terms):
            absorbed.append(Absorption(terms: terms, event: stamp))
            parted = nil
        case .mergedInto(let survivor):
            into = survivor
            parted = nil
        case .gaveBack(let other, _, _):
            absorbed.removeAll { $0.other == other }
            parted = stamp
        case .tookBack(let survivor, let events):
            into = nil
            parted = stamp
            if !leftFrom.contains(survivor) { leftFrom.append(survivor) }
            if !events.isEmpty, !tookFrom.contains(survivor) { tookFrom.append(survivor) }
        }
        isWithinUndone = absorbed.contains { undone.contains($0.event.id) }
    }
}

/// Which events a record is made of, when other streams are part of it or were.
public enum MergedStreams {
    /// The streams to read, besides its own, for a record that these events are known of. Asked again with what those
    /// streams hold, until nothing more is named.
    public static func named(in events: some Sequence<Event<CaseFile>>) -> Set<Identifier<CaseFile>> {
        var found = Set<Identifier<CaseFile>>()
        for event in events {
            guard case .merge(let fact) = event.fact else { continue }
            switch fact {
            case .absorbed(let absorbed): found.insert(absorbed.other)
            case .tookBack(let survivor, let events) where !events.isEmpty: found.insert(survivor)
            default: break
            }
        }
        return found
    }

    /// Several streams as one, in the order in which they were recorded; within a stream nothing changes places.
    public static func woven(_ streams: [[Event<CaseFile>]]) -> [Event<CaseFile>] {
        var rest = streams.map { $0[...] }.filter { !$0.isEmpty }
        var woven: [Event<CaseFile>] = []
        while !rest.isEmpty {
            // The first of equals goes first: a record's own events before those of others.
            var next = 0
            for place in rest.indices.dropFirst()
            where rest[place][rest[place].startIndex].recorded
                < rest[next][rest[next].startIndex].recorded
            {
                next = place
            }
            woven.append(rest[next].removeFirst())
            if rest[next].isEmpty { rest.remove(at: next) }
        }
        return woven
    }

    /// Those of the events that a record is made of: its own and those of records it has absorbed, without what was given
    /// back and with what it took back.
    public static func select(
        _ events: [Event<CaseFile>], for id: Identifier<CaseFile>
    ) -> [Event<CaseFile>] {
        let isPlain = events.allSatisfy { event in
            if event.subject != id { return false }
            if case .merge(.gaveBack) = event.fact { return false }
            return true
        }
        guard !isPlain else { return events }
        let included = included(in: id, events)
        let owners = owners(in: events)
        return events.filter { included.contains(owners[$0.id] ?? $0.subject) }
    }

    /// Whose the events are that went with another record than the one on whose stream they stand.
    static func owners(
        in events: [Event<CaseFile>]
    ) -> [Identifier<Event<CaseFile>>: Identifier<CaseFile>] {
        var owners: [Identifier<Event<CaseFile>>: Identifier<CaseFile>] = [:]
        for event in events {
            guard case .merge(let fact) = event.fact else { continue }
            switch fact {
            case .gaveBack(let other, let given, _): for one in given { owners[one] = other }
            case .tookBack(_, let taken): for one in taken { owners[one] = event.subject }
            default: break
            }
        }
        return owners
    }

    /// A record and those that are part of it.
    static func included(
        in id: Identifier<CaseFile>, _ events: [Event<CaseFile>]
    ) -> Set<Identifier<CaseFile>> {
        var included: Set<Identifier<CaseFile>> = [id]
        var waiting = [id]
        while let next = waiting.popLast() {
            for other in absorbed(by: next, in: events) where included.insert(other).inserted { waiting.append(other) }
        }
        return included
    }

    private static func absorbed(
        by id: Identifier<CaseFile>, in events: [Event<CaseFile>]
    ) -> [Identifier<CaseFile>] {
        var found: [Identifier<CaseFile>] = []
        for event in events where event.subject == id {
            switch event.fact {
            case .merge(.absorbed(let absorbed)): found.append(absorbed.other)
            case .merge(.gaveBack(let other, _, _)): found.removeAll { $0 == other }
            default: break
            }
        }
        return found
    }
}

extension CaseFile {
    /// Whether events of more than its own stream make it up, or did.
    public var isOfSeveralStreams: Bool { merges.wereMade }
}

extension Referral {
    /// Of two referrals to one programme, which two records of a person hold, the earlier draw stands, with its attachment
    /// (design §4.6); the later one counts as withdrawn.
    static func joinDuplicates(_ referrals: inout [Referral], _ stamp: EventStamp) {
        let inOrder = referrals.indices.sorted {
            (referrals[$0].made.recorded, referrals[$0].id) < (referrals[$1].made.recorded, referrals[$1].id)
        }
        var standing: [String: Identifier<Referral>] = [:]
        for place in inOrder where referrals[place].withdrawn == nil {
            if let first = standing[referrals[place].programme] {
                referrals[place].withdrawn = stamp
                referrals[place].duplicateOf = first
            } else {
                standing[referrals[place].programme] = referrals[place].id
            }
        }
    }
}
