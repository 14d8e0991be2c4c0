extension JourneyMap {
    /// The map in the language of Graphviz: activities with how often they happened, edges with how often and the median
    /// time.
    /// - Parameter least: what fewer people did is left out.
    public func dot(least: Int = 0) -> String {
        var lines = ["digraph journey {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        lines += ["  start [label=\"start\", shape=circle];", "  end [label=\"end\", shape=doublecircle];"]
        var numbers: [String: Int] = [:]
        for (number, activity) in activities.filter({ $0.cases >= least }).enumerated() {
            numbers[activity.name] = number
            lines.append("  a\(number) [label=\"\(Self.quoted(activity.name))\\n\(activity.count)\"];")
        }
        func node(_ name: String) -> String { numbers[name].map { "a\($0)" } ?? "start" }
        for begun in start where begun.count >= least {
            lines.append("  start -> \(node(begun.name)) [label=\"\(begun.count)\", style=dashed];")
        }
        for edge in edges where edge.cases >= least {
            lines.append(
                "  \(node(edge.from)) -> \(node(edge.to)) [label=\"\(edge.count)\\n\(Self.written(edge.median))\"];")
        }
        for ended in end where ended.count >= least {
            lines.append("  \(node(ended.name)) -> end [label=\"\(ended.count)\", style=dashed];")
        }
        return (lines + ["}"]).joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
    }

    /// A time in the largest unit of which there are two or more: `36 hours`, `12 days`.
    public static func written(_ seconds: Double) -> String {
        for (unit, length) in [("days", 86_400.0), ("hours", 3_600), ("minutes", 60)] where seconds >= 2 * length {
            return "\(Int((seconds / length).rounded())) \(unit)"
        }
        return "\(Int(seconds.rounded())) seconds"
    }
}
