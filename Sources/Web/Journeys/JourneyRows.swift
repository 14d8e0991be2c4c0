import Insight

/// The rows of the tables that stand beneath a drawing, by their ids, to which its boxes and steps lead. A browser opens a
/// closed part of a page that a link leads into (HTML Standard, revealing algorithm for ancestors).
struct JourneyRows: Sendable {
    private struct Step: Hashable {
        let from: [UInt8]
        let to: [UInt8]
    }

    private let activities: [[UInt8]: String]
    private let steps: [Step: String]

    /// - Parameter id: that of the tables, of which there may be several on a page.
    init(_ map: ToldMap, in id: String) {
        activities = Dictionary(
            map.activities.enumerated().map { (Array($1.name.utf8), "\(id)-what-\($0)") },
            uniquingKeysWith: { first, _ in first })
        steps = Dictionary(
            map.edges.enumerated().map { (Self.step($1.from, $1.to), "\(id)-step-\($0)") },
            uniquingKeysWith: { first, _ in first })
    }

    /// As their bytes: as text two names are one where Unicode takes them for one.
    private static func step(_ from: String, _ to: String) -> Step { Step(from: Array(from.utf8), to: Array(to.utf8)) }

    func row(of activity: String) -> String? { activities[Array(activity.utf8)] }

    func row(from: String, to: String) -> String? { steps[Self.step(from, to)] }

    var links: DrawingLinks {
        DrawingLinks(activity: { row(of: $0) }, step: { row(from: $0, to: $1) })
    }
}
