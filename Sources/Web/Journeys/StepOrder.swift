import Insight

/// What a table of steps is ordered by; by people, the most first, where nobody chose.
struct StepOrder: Sendable {
    enum Key: String {
        case from, to, people, times, median, mean, ninetieth

        /// Whether the greatest is worth seeing first.
        var isNumber: Bool { self != .from && self != .to }
    }

    let key: Key
    let descending: Bool
    /// Whether somebody chose it.
    let isChosen: Bool

    private static let (down, up) = ("down", "up")

    /// Reads it from an address.
    init(_ fields: FormFields) {
        let chosen = fields["sort"].flatMap(Key.init(rawValue:))
        isChosen = chosen != nil
        key = chosen ?? .people
        descending = isChosen ? fields["order"] == Self.down : true
    }

    /// The links in the heads of a table that order it otherwise.
    /// - Parameter address: an address that says these things too.
    func sort(_ address: @escaping @Sendable ([(String, String)]) -> String) -> Sort {
        Sort(by: key.rawValue, descending: descending) { [key] chosen, down in
            let starts = Key(rawValue: chosen)?.isNumber ?? false
            let isDown = chosen == key.rawValue ? down : starts
            return address([("sort", chosen), ("order", isDown ? Self.down : Self.up)])
        }
    }

    /// Those that are alike stand in the order of their names.
    func sorted(_ edges: [ToldMap.Edge]) -> [ToldMap.Edge] {
        edges.sorted { one, other in
            let (a, b) = (number(one), number(other))
            if a != b { return descending ? a > b : a < b }
            let isBefore = names(one).lexicographicallyPrecedes(names(other))
            let isAfter = names(other).lexicographicallyPrecedes(names(one))
            return descending && !key.isNumber ? isAfter : isBefore
        }
    }

    private func names(_ edge: ToldMap.Edge) -> [String] {
        key == .to ? [edge.to, edge.from] : [edge.from, edge.to]
    }

    private func number(_ edge: ToldMap.Edge) -> Double {
        switch key {
        case .from, .to: 0
        case .people: Double(edge.width)
        case .times: Double(edge.times ?? edge.width)
        case .median: edge.median
        case .mean: edge.mean
        case .ninetieth: edge.ninetieth
        }
    }
}
