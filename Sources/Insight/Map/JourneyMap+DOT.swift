extension ToldMap {
    /// The map in the language of Graphviz: activities with how often they happened, edges with how often and the median
    /// time. A number that is withheld is left out.
    public var dot: String {
        var lines = ["digraph journey {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        lines += ["  start [label=\"start\", shape=circle];", "  end [label=\"end\", shape=doublecircle];"]
        var numbers: [ExactName: Int] = [:]
        for (number, activity) in activities.enumerated() {
            numbers[ExactName(activity.name)] = number
            let times = activity.times.map { "\\n\($0)" } ?? ""
            lines.append("  a\(number) [label=\"\(JourneyMap.quoted(activity.name))\(times)\"];")
        }
        func node(_ name: String) -> String { numbers[ExactName(name)].map { "a\($0)" } ?? "start" }
        func ending(_ ending: Ending) -> String {
            ending.people.map { "[label=\"\($0)\", style=dashed]" } ?? "[style=dashed]"
        }
        for begun in start { lines.append("  start -> \(node(begun.name)) \(ending(begun));") }
        for edge in edges {
            let times = edge.times.map { "\($0)\\n" } ?? ""
            lines.append(
                "  \(node(edge.from)) -> \(node(edge.to)) [label=\"\(times)\(JourneyMap.written(edge.median))\"];")
        }
        for ended in end { lines.append("  \(node(ended.name)) -> end \(ending(ended));") }
        return (lines + ["}"]).joined(separator: "\n")
    }
}

extension JourneyMap {
    /// The map in the language of Graphviz, as `ToldMap.dot` has it.
    /// - Parameter least: what fewer people did is left out.
    public func dot(least: Int = 0) -> String { ToldMap(self, least: least).dot }

    /// By scalars: a quotation mark with an accent upon it ends a text too. What a drawing cannot hold is a space.
    fileprivate static func quoted(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "\"" { out.append("\\") }
            out.append(scalar.value < 0x20 ? " " : scalar)
        }
        return String(out)
    }

    /// A time in the largest unit of which there are two or more: `36 hours`, `12 days`.
    public static func written(_ seconds: Double) -> String {
        for (unit, length) in [("days", 86_400.0), ("hours", 3_600), ("minutes", 60)] where seconds >= 2 * length {
            return "\(Int((seconds / length).rounded())) \(unit)"
        }
        return "\(Int(seconds.rounded())) seconds"
    }
}
