import Insight

/// Steps in a table: from what to what, how many people took each, how often, and after how long.
struct StepsTable: Component {
    private let heading: String
    private let edges: [ToldMap.Edge]
    private let sort: Sort?
    private let rows: JourneyRows?

    /// - Parameters:
    ///   - heading: for listeners; a heading just above says the same.
    ///   - sort: how the steps are ordered, where a person can choose.
    ///   - rows: the ids of its rows, where a drawing leads to them.
    init(_ heading: String, _ edges: [ToldMap.Edge], sort: Sort? = nil, rows: JourneyRows? = nil) {
        self.heading = heading
        self.edges = edges
        self.sort = sort
        self.rows = rows
    }

    private var rowID: (@Sendable (ToldMap.Edge) -> String?)? {
        guard let rows else { return nil }
        return { edge in rows.row(from: edge.from, to: edge.to) }
    }

    var body: some HTML {
        DataTable(
            heading, rows: edges, sort: sort, captionIsUnseen: true,
            rowID: rowID,
            columns: [
                Column("From", .heading, sortedBy: StepOrder.Key.from.rawValue) { edge in edge.from },
                Column("To", sortedBy: StepOrder.Key.to.rawValue) { edge in edge.to },
                Column("People", .number, sortedBy: StepOrder.Key.people.rawValue) { edge in
                    EveryActivity.people(edge.people)
                },
                Column("Times", .number, sortedBy: StepOrder.Key.times.rawValue) { edge in
                    EveryActivity.counted(edge.times)
                },
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
    let map: ToldMap
    let filter: JourneysFilter
    /// Where a link that orders the table comes back to.
    let id: String

    private var edges: [ToldMap.Edge] { filter.order.sorted(map.edges) }

    private var sort: Sort {
        filter.order.sort { [filter, id] order in
            SiteURL.journeys(filter.query(without: ["sort", "order"], adding: order)).address + "#\(id)"
        }
    }

    var body: some HTML {
        if !edges.isEmpty {
            div(.id(id)) {
                Disclosure("Every step that five people or more took (\(edges.count))", open: filter.order.isChosen) {
                    StepsTable(
                        "Every step that five people or more took", edges, sort: sort, rows: JourneyRows(map, in: id))
                    p { ToldMap.stepTimesNote }
                }
            }
        }
    }
}
