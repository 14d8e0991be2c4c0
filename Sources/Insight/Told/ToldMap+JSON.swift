public import Kernel

extension ToldMap {
    /// The form that other programs rely on (design §10), with each way's share of all cases.
    ///
    /// Where something may be withheld, a number that is withheld is null, and `withheld` counts what is left out of each
    /// list; that count is null too where it is more than nought and less than `least`, and so is how many cases there are.
    public var json: JSON {
        func told(_ count: Int) -> JSON { Proportion.isFew(count, under: least) ? .null : .int(count) }
        let map: JSON = [
            "cases": told(cases), "events": Self.number(events),
            "activities": .array(activities.map { .string($0.name) }), "edges": .array(edges.map(\.json)),
            "start": Self.counts(start), "end": Self.counts(end), "variants": .array(variants.map { json(of: $0) }),
            "hand_offs": [
                "people": .array(betweenPeople.map(\.json)), "agencies": .array(betweenAgencies.map(\.json)),
            ],
            "loops": .array(loops.map(\.json)), "dead_ends": .array(deadEnds.map(\.json)),
        ]
        let members = (map.members ?? []) + waiting
        guard least > 0 else { return .object(members) }
        let withheld: JSON = [
            "activities": told(whole.activities.count - activities.count),
            "edges": told(whole.edges.count - edges.count), "start": told(whole.start.count - start.count),
            "end": told(whole.end.count - end.count), "variants": told(ways - variants.count),
        ]
        return .object(
            members + [
                JSON.Member("withheld_under", .int(least)), JSON.Member("withheld", withheld),
            ])
    }

    /// Nothing where the map was not made to tell of waits.
    private var waiting: [JSON.Member] {
        whole.until == nil ? [] : [JSON.Member("waits", .array(waits.map(\.json)))]
    }

    fileprivate static func number(_ count: Int?) -> JSON { count.map { .int($0) } ?? .null }

    private static func counts(_ endings: [Ending]) -> JSON {
        .object(endings.map { JSON.Member($0.name, number($0.people)) })
    }

    private func json(of variant: JourneyMap.Variant) -> JSON {
        [
            "activities": .array(variant.activities.map { .string($0) }), "cases": .int(variant.cases),
            "share": .real(Double(variant.cases) / Double(max(cases, 1))),
        ]
    }
}

extension ToldMap.Edge {
    fileprivate var json: JSON {
        [
            "from": .string(from), "to": .string(to), "count": ToldMap.number(times), "cases": ToldMap.number(people),
            "median_seconds": .real(median), "mean_seconds": .real(mean), "p90_seconds": .real(ninetieth),
        ]
    }
}

extension JourneyMap.Loop {
    fileprivate var json: JSON { ["activity": .string(activity), "cases": .int(cases), "again": .int(again)] }
}

extension JourneyMap.DeadEnd {
    fileprivate var json: JSON {
        ["activity": .string(activity), "ended": .int(ended), "went_on": .int(wentOn)]
    }
}

extension JourneyMap {
    /// The form that other programs rely on (design §10), with all of it.
    public var json: JSON { json(least: 0) }

    /// The same without what fewer people did, as `ToldMap.json` has it.
    /// - Parameter least: what fewer people did is left out; nothing, when 0.
    public func json(least: Int) -> JSON { ToldMap(self, least: least).json }
}
