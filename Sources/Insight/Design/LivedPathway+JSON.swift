public import Kernel

extension LivedPathway {
    /// For programs, as `docs/maps.md` describes it. What is withheld, or has no days, is null.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("title", .string(title)), .init("cases", Self.number(cases)), .init("judged", Self.number(judged)),
            .init("kept_all", Self.number(keptAll)), .init("agreement", Self.number(agreement)),
            .init("agreed", spread.json), .init("untold", .array(untold.map { .string($0) })),
            .init("steps", .array(steps.map(\.json))),
        ]
        if least > 0 { members.append(.init("withheld_under", .int(least))) }
        if let byCase { members.append(.init("by_case", .array(byCase.map(\.json)))) }
        return .object(members)
    }

    fileprivate static func number(_ count: Int?) -> JSON { count.map { .int($0) } ?? .null }
    fileprivate static func number(_ real: Double?) -> JSON { real.map { .real($0) } ?? .null }
}

extension LivedPathway.Step {
    fileprivate var json: JSON {
        [
            "title": .string(title), "activity": .string(activity), "others": .array(others.map { .string($0) }),
            "due": LivedPathway.number(due), "kept": LivedPathway.number(kept),
            "departures": .array(left.map(\.json)),
        ]
    }
}

extension LivedPathway.Left {
    fileprivate var json: JSON {
        [
            "kind": .string(departure.rawValue), "people": LivedPathway.number(people),
            "median_days": LivedPathway.number(medianDays), "total_days": LivedPathway.number(totalDays),
        ]
    }
}

extension AgreementSpread {
    fileprivate var json: JSON {
        [
            "all": LivedPathway.number(all), "three_quarters": LivedPathway.number(threeQuarters),
            "half": LivedPathway.number(half), "less": LivedPathway.number(less),
        ]
    }
}

extension CaseAgreement {
    fileprivate var json: JSON {
        ["case": name.map { .string($0) } ?? .null, "due": .int(due), "kept": .int(kept)]
    }
}

extension JourneyMap {
    /// The form that other programs rely on, with the pathway laid over it as its member `pathway`.
    public func json(with lived: LivedPathway) -> JSON {
        let map: JSON = json
        return .object((map.members ?? []) + [JSON.Member("pathway", lived.json)])
    }
}
