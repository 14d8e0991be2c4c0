import Kernel
@testable import Insight

/// Journeys as a log in each form that is read.
enum WrittenLog: CaseIterable {
    case xes, csv, ocel

    /// The journeys, written in the form. As a table they have a column `nothing`, under which nothing stands.
    func log(of journeys: [ExportedJourney]) throws -> EventLog {
        switch self {
        case .xes:
            var bytes: [UInt8] = []
            var writer = XESWriter { bytes += $0 }
            writer.begin(ExportedJourney.xesVersion)
            for element in ExportedJourney.xesHead { try writer.add(element) }
            for journey in journeys { try writer.add(journey.xes) }
            try writer.end()
            return .xes(HeldBytes(bytes))
        case .csv: return .csv(HeldBytes(Array(Self.table(of: journeys).utf8)), CSVMapping())
        case .ocel:
            var text = ""
            var writer = try OCELWriter { text += $0 + "\n" }
            for journey in journeys { try writer.add(journey) }
            try writer.end()
            return .ocel(HeldBytes(Array(text.utf8)), OCELMapping(caseType: "customer"))
        }
    }

    private static func table(of journeys: [ExportedJourney]) -> String {
        var rows = [["case", "activity", "time", "person", "agency", "cohort", "outcome", "nothing"]]
        for journey in journeys {
            func said(_ name: String) -> String { journey.attributes.first { $0.name == name }?.value ?? "" }
            rows += journey.steps.map { step in
                [
                    journey.id, step.activity, step.time.description, step.person ?? "", step.agency ?? "",
                    said("cohort"), said("outcome"), "",
                ]
            }
        }
        return rows.map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }.joined()
    }
}

/// What of a map adds up, by what it is of: how often, in how many cases, and for how many seconds in all.
struct MapSums: Equatable {
    private var sums: [String: [Int]] = [:]

    init(_ maps: JourneyMap...) {
        for map in maps {
            add("all", [map.cases, map.events])
            for (what, activities) in [("happened", map.activities), ("start", map.start), ("end", map.end)] {
                for activity in activities { add("\(what) \(activity.name)", [activity.count, activity.cases]) }
            }
            for (what, edges) in [
                ("step", map.edges), ("person", map.betweenPeople), ("agency", map.betweenAgencies),
            ] {
                for edge in edges {
                    let seconds = (edge.mean * Double(edge.count)).rounded()
                    add("\(what) \(edge.from) to \(edge.to)", [edge.count, edge.cases, Int(seconds)])
                }
            }
            for loop in map.loops { add("loop \(loop.activity)", [loop.cases, loop.again]) }
            for variant in map.variants {
                add("way \(variant.activities.joined(separator: " then "))", [variant.cases])
            }
        }
    }

    private mutating func add(_ name: String, _ numbers: [Int]) {
        sums[name] = zip(sums[name] ?? numbers.map { _ in 0 }, numbers).map { $0 + $1 }
    }
}
