import Insight

/// Everything that happened to five people or more, in a table that opens.
struct EveryActivity: Component {
    let map: ToldMap
    /// What the ids of its rows begin with.
    let id: String

    var body: some HTML {
        if !map.activities.isEmpty {
            let rows = JourneyRows(map, in: id)
            Disclosure("What happened to five people or more (\(map.activities.count))") {
                DataTable(
                    "What happened to five people or more", rows: map.activities, captionIsUnseen: true,
                    rowID: { activity in rows.row(of: activity.name) },
                    columns: [
                        Column("What", .heading) { activity in activity.name },
                        Column("People", .number) { activity in Self.people(activity.people) },
                        Column("Times", .number) { activity in Self.counted(activity.times) },
                        Column("Began here", .number) { activity in Self.counted(activity.began) },
                        Column("Ended here", .number) { activity in Self.counted(activity.ended) },
                    ])
            }
        }
    }

    /// How many people, or that they are all but a few.
    static func people(_ count: Int?) -> String {
        count.map { grouped($0) } ?? JourneyMap.people(told: nil, least: JourneysPage.least)
    }

    /// A number, or that it is withheld.
    static func counted(_ count: Int?) -> String { count.map { grouped($0) } ?? ToldMap.withheld }
}
