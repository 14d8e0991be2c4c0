public import Kernel

extension JourneyMap {
    /// The form that other programs rely on (design §10), with each way's share of all cases.
    public var json: JSON { json(least: 0) }

    /// The same without what fewer people did: steps, ways, hand-offs, loops, dead ends, and what journeys begin and end
    /// with.
    ///
    /// `withheld` counts what is left out of each list; that count is null too where it is more than nought and less
    /// than `least`, and so is how many cases there are.
    /// - Parameter least: what fewer people did is left out; nothing, when 0.
    public func json(least: Int) -> JSON {
        let activities = activities.filter { $0.cases >= least }
        let edges = edges.filter { $0.cases >= least }
        let (start, end) = (start.filter { $0.count >= least }, end.filter { $0.count >= least })
        let variants = variants.filter { $0.cases >= least }
        func told(_ count: Int) -> JSON { Proportion.isFew(count, under: least) ? .null : .int(count) }
        let map: JSON = [
            "cases": told(cases), "events": told(cases) == .null ? .null : told(events),
            "activities": .array(activities.map { .string($0.name) }), "edges": .array(edges.map(\.json)),
            "start": Self.counts(start), "end": Self.counts(end), "variants": .array(variants.map { json(of: $0) }),
            "hand_offs": [
                "people": .array(betweenPeople.filter { $0.cases >= least }.map(\.json)),
                "agencies": .array(betweenAgencies.filter { $0.cases >= least }.map(\.json)),
            ],
            "loops": .array(loops.filter { $0.cases >= least }.map(\.json)),
            "dead_ends": .array(deadEnds.filter { min($0.ended, $0.wentOn) >= least }.map(\.json)),
        ]
        guard least > 0 else { return map }
        let withheld: JSON = [
            "activities": told(self.activities.count - activities.count),
            "edges": told(self.edges.count - edges.count), "start": told(self.start.count - start.count),
            "end": told(self.end.count - end.count), "variants": told(self.variants.count - variants.count),
        ]
        return .object(
            (map.members ?? []) + [
                JSON.Member("withheld_under", .int(least)), JSON.Member("withheld", withheld),
            ])
    }

    private static func counts(_ activities: [Activity]) -> JSON {
        .object(activities.map { JSON.Member($0.name, .int($0.count)) })
    }

    private func json(of variant: Variant) -> JSON {
        [
            "activities": .array(variant.activities.map { .string($0) }), "cases": .int(variant.cases),
            "share": .real(Double(variant.cases) / Double(max(cases, 1))),
        ]
    }
}

extension JourneyMap.Edge {
    fileprivate var json: JSON {
        [
            "from": .string(from), "to": .string(to), "count": .int(count), "cases": .int(cases),
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
