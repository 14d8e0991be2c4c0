import Insight

/// The ways that five people or more went, and how many people went others.
struct CommonWays: Component {
    private struct Way: Sendable {
        let people: Int
        let share: String
        let steps: String
    }

    /// The most that are listed.
    private static let most = 20

    let map: JourneyMap

    private var ways: [Way] {
        map.variants.prefix(Self.most).filter { $0.cases >= JourneysPage.least }.map { variant in
            Way(
                people: variant.cases, share: CohortComparison.percent(Double(variant.cases) / Double(map.cases)),
                steps: variant.activities.joined(separator: " → "))
        }
    }

    var body: some HTML {
        if !ways.isEmpty {
            DataTable(
                "Ways that five people or more went", rows: ways, captionIsUnseen: true,
                columns: [
                    Column("People", .number) { way in grouped(way.people) },
                    Column("Share", .number) { way in way.share },
                    Column("The way", .heading) { way in way.steps },
                ])
        }
        if let others = map.otherWays(than: ways.count, least: JourneysPage.least) { p { others } }
    }
}
