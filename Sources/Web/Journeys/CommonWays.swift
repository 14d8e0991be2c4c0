import Insight

/// The ways that five people or more went, and how many people went others.
struct CommonWays: Component {
    /// The most that are listed.
    private static let most = 20

    let map: ToldMap

    var body: some HTML {
        let ways = Array(map.variants.prefix(Self.most))
        if !ways.isEmpty {
            DataTable(
                "Ways that five people or more went", rows: ways, captionIsUnseen: true,
                columns: [
                    Column("People", .number) { way in grouped(way.cases) },
                    Column("Share", .number) { [map] way in
                        CohortComparison.percent(Double(way.cases) / Double(map.cases))
                    },
                    Column("The way", .heading) { way in way.activities.joined(separator: " → ") },
                ])
        }
        if let others = map.otherWays(than: ways.count) { p { others } }
    }
}
