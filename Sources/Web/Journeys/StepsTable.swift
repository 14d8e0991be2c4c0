import Insight

/// Steps in a table: from what to what, how many people took each, how often, and after how long.
struct StepsTable: Component {
    private let heading: String
    private let edges: [JourneyMap.Edge]
    private let sort: Sort?

    /// - Parameters:
    ///   - heading: for listeners; a heading just above says the same.
    ///   - sort: how the steps are ordered, where a person can choose.
    init(_ heading: String, _ edges: [JourneyMap.Edge], sort: Sort? = nil) {
        self.heading = heading
        self.edges = edges
        self.sort = sort
    }

    var body: some HTML {
        DataTable(
            heading, rows: edges, sort: sort, captionIsUnseen: true,
            columns: [
                Column("From", .heading, sortedBy: StepOrder.Key.from.rawValue) { edge in edge.from },
                Column("To", sortedBy: StepOrder.Key.to.rawValue) { edge in edge.to },
                Column("People", .number, sortedBy: StepOrder.Key.people.rawValue) { edge in grouped(edge.cases) },
                Column("Times", .number, sortedBy: StepOrder.Key.times.rawValue) { edge in grouped(edge.count) },
                Column("Half within", .number, sortedBy: StepOrder.Key.median.rawValue) { edge in
                    JourneyMap.written(edge.median)
                },
                Column("Mean", .number, sortedBy: StepOrder.Key.mean.rawValue) { edge in
                    JourneyMap.written(edge.mean)
                },
                Column("Nine in ten within", .number, sortedBy: StepOrder.Key.ninetieth.rawValue) { edge in
                    JourneyMap.written(edge.ninetieth)
                },
            ])
    }
}

/// Every step that five people or more took, in a table that opens and that can be ordered.
struct EveryStep: Component {
    let map: JourneyMap
    let filter: JourneysFilter
    /// Where a link that orders the table comes back to.
    let id: String

    private var edges: [JourneyMap.Edge] { filter.order.sorted(map.edges.filter { $0.cases >= JourneysPage.least }) }

    private var sort: Sort {
        filter.order.sort { [filter, id] order in
            SiteURL.journeys(filter.query(without: ["sort", "order"], adding: order)).address + "#\(id)"
        }
    }

    var body: some HTML {
        if !edges.isEmpty {
            div(.id(id)) {
                Disclosure("Every step that five people or more took (\(edges.count))", open: filter.order.isChosen) {
                    StepsTable("Every step that five people or more took", edges, sort: sort)
                }
            }
        }
    }
}
