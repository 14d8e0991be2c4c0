import Foundation

/// A journey map drawn as SVG: people as width, waiting as length, without a colour that says anything.
///
/// Boxes stand in layers, the earlier above the later, with few crossings. The full line of a step is as long as its
/// median wait, by the scale beneath; where the step has further to go on the page it goes on dotted. What leads up the
/// page goes back to something earlier. What leads back to its own box is all of one length: two strokes go through it
/// when its wait is longer. With a pathway laid over the map, its steps have a double border and say how many left them.
/// Text is text, so it can be read out, searched and made larger.
public struct MapDrawing {
    /// More steps than this are no drawing any more.
    public static let mostSteps = 300

    private let map: ShownMap
    private let graph: LayeredGraph
    private let placed: Placement
    private let scale: TimeScale
    private let widest: Int
    private let title: String
    private let marks: PathwayMarks
    private let links: DrawingLinks?

    private static let boxWidth = 186.0
    private static let (dark, middling) = ("#1a1a1a", "#6b6b6b")

    /// - Parameters:
    ///   - map: what is drawn.
    ///   - title: what the drawing is called.
    ///   - lived: the pathway as designed, laid over the same cases.
    ///   - links: where boxes and steps lead, in a drawing that stands in a page; with none they lead nowhere.
    /// - Returns: nil when there is nothing to draw, or too much.
    public init?(
        _ map: ShownMap, title: String = "The journey", lived: LivedPathway? = nil, links: DrawingLinks? = nil
    ) {
        guard !map.activities.isEmpty, map.edges.count <= Self.mostSteps else { return nil }
        self.map = map
        self.title = title
        scale = TimeScale(longest: map.edges.lazy.filter { $0.from != $0.to }.map(\.median).max() ?? 0)
        widest = max(
            map.edges.map(\.cases).max() ?? 1, (map.starts + map.ends).compactMap(\.people).max() ?? 1, 1)
        marks = PathwayMarks(lived?.withheld(under: map.least), on: map.activities)
        self.links = links
        graph = Self.graph(map, scale, marks)
        placed = Placement(graph)
    }

    private static func graph(_ map: ShownMap, _ scale: TimeScale, _ marks: PathwayMarks) -> LayeredGraph {
        let count = map.activities.count
        var boxes = zip(map.activities, marks.lines).map { activity, marks in
            LayeredGraph.Size(
                width: boxWidth, height: nameHeight(activity) + (marks.isEmpty ? 0 : Double(8 + 15 * marks.count)))
        }
        boxes += [LayeredGraph.Size(width: 150, height: 30), LayeredGraph.Size(width: 150, height: 30)]
        func label(_ lines: [String]) -> LayeredGraph.Size {
            LayeredGraph.Size(
                width: Double(lines.map(\.count).max() ?? 0) * 6.6 + 10, height: Double(lines.count) * 15 + 2)
        }
        var arrows = map.edges.map { edge in
            LayeredGraph.Arrow(
                from: edge.from, to: edge.to, weight: Double(edge.cases), length: scale.length(edge.median),
                label: label(map.label(edge)))
        }
        for start in map.starts {
            arrows.append(
                .init(
                    from: count, to: start.place, weight: width(start, in: map), length: 0, label: label([words(start)])
                ))
        }
        for end in map.ends {
            arrows.append(
                .init(
                    from: end.place, to: count + 1, weight: width(end, in: map), length: 0, label: label([words(end)])))
        }
        return LayeredGraph(boxes: boxes, arrows: arrows, first: count, last: count + 1, order: map.order)
    }

    private static func words(_ ending: ShownMap.Ending) -> String { ending.people.map { "\($0)" } ?? "some" }

    /// Where how many is withheld it is drawn as narrow as any.
    private static func width(_ ending: ShownMap.Ending, in map: ShownMap) -> Double {
        Double(ending.people ?? map.least)
    }

    /// The room of a name and how many people it happened to.
    private static func nameHeight(_ activity: ToldMap.Activity) -> Double {
        Double(26 + 17 * lines(activity.name).count)
    }

    /// A name in lines of at most 20 characters, cut off after the third.
    static func lines(_ name: String) -> [String] {
        var lines: [String] = []
        for word in name.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 20 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word.prefix(20)))
            }
        }
        if lines.count > 3 { lines = lines.prefix(2) + ["\(lines[2].prefix(18))…"] }
        return lines.isEmpty ? [" "] : lines
    }

    /// The drawing, with a title and a description for those who hear it.
    public var svg: String {
        // Room for the scale too, with the words beside it.
        let width = max(placed.size.x, 460, 56 + scaleLength + 6.6 * Double(scaleWords.count))
        let said = [map.sentence, marks.legend].compactMap(\.self)
        let legend = legend(top: placed.size.y + 6, said + (hasCut ? [Self.cut] : []), width: width)
        let height = placed.size.y + legend.height
        var out = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.n(width)) \(Self.n(height))\" "
                + "width=\"\(Self.n(width))\" height=\"\(Self.n(height))\" \(role) "
                + "font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"\(Self.dark)\">",
            "<title>\(Self.escaped(title))</title>", "<desc>\(Self.escaped(said.joined(separator: " ")))</desc>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
        ]
        // The widest beneath, so that the narrow stay visible where they cross.
        let order = graph.arrows.indices.sorted { (people($1), $0) < (people($0), $1) }
        for number in order { out += arrow(number) }
        for number in map.activities.indices { out += box(number) }
        let begun = map.starts.compactMap(\.people).reduce(0, +)
        out += terminal(map.activities.count, begun > 0 ? "\(JourneyMap.people(begun)) begin" : "begin")
        out += terminal(map.activities.count + 1, "end")
        for number in order { out += label(number) }
        return (out + legend.parts + ["</svg>"]).joined(separator: "\n")
    }

    /// A drawing with links in it is not one picture to those who hear it.
    private var role: String {
        links == nil ? "role=\"img\"" : "role=\"group\" aria-label=\"\(Self.escaped(title))\""
    }

    private func people(_ arrow: Int) -> Int {
        arrow < map.edges.count ? map.edges[arrow].cases : Int(Self.width(ending(arrow), in: map))
    }

    /// What an arrow from the beginning, or to the end, is of.
    private func ending(_ arrow: Int) -> ShownMap.Ending { (map.starts + map.ends)[arrow - map.edges.count] }

    private func thickness(_ cases: Int) -> Double { max(1.2, 18 * Double(cases) / Double(widest)) }
}

// MARK: Parts

extension MapDrawing {
    private func box(_ number: Int) -> [String] {
        let activity = map.activities[number]
        let (middle, size) = (placed.boxes[number], graph.boxes[number])
        let (left, top) = (middle.x - size.width / 2, middle.y - size.height / 2)
        let people = JourneyMap.people(told: activity.people, least: map.least)
        let times = activity.times.map { $0 == 1 ? ", once" : ", \(JourneyMap.grouped($0)) times" } ?? ""
        let heard = "\(activity.name): \(people)\(times)\(marks.heard[number])"
        var out = [
            "<g class=\"activity\" data-activity=\"\(Self.escaped(activity.name))\"><title>\(Self.escaped(heard))</title>",
            Self.border(left, top, size, "rx=\"4\" fill=\"#ffffff\" stroke=\"\(Self.dark)\" stroke-width=\"1.5\""),
        ]
        for (line, text) in Self.lines(activity.name).enumerated() {
            out.append(
                Self.text(text, middle.x, top + 18 + 17 * Double(line), "font-size=\"14\" font-weight=\"600\""))
        }
        let height = Self.nameHeight(activity)
        out.append(Self.text(people, middle.x, top + height - 8, "font-size=\"12\""))
        return DrawingLinks.link(
            out + mark(number, top: top + height) + ["</g>"], to: links?.activity(activity.name), heard: heard)
    }

    /// The second border of a step of the pathway, and how many left it.
    private func mark(_ number: Int, top: Double) -> [String] {
        guard !marks.lines[number].isEmpty else { return [] }
        let (middle, size) = (placed.boxes[number], graph.boxes[number])
        let inner = LayeredGraph.Size(width: size.width - 8, height: size.height - 8)
        let border = Self.border(
            middle.x - inner.width / 2, middle.y - inner.height / 2, inner,
            "class=\"designed\" rx=\"2\" fill=\"none\" stroke=\"\(Self.dark)\" stroke-width=\"1.5\"")
        let lines = marks.lines[number].enumerated().map { line, text in
            Self.text(text, middle.x, top + 10 + 15 * Double(line), "font-size=\"12\"")
        }
        return [border] + lines
    }

    private static func border(_ left: Double, _ top: Double, _ size: LayeredGraph.Size, _ more: String) -> String {
        "<rect x=\"\(n(left))\" y=\"\(n(top))\" width=\"\(n(size.width))\" height=\"\(n(size.height))\" \(more)/>"
    }

    private func terminal(_ number: Int, _ text: String) -> [String] {
        let (middle, size) = (placed.boxes[number], graph.boxes[number])
        return [
            "<rect x=\"\(Self.n(middle.x - size.width / 2))\" y=\"\(Self.n(middle.y - size.height / 2))\" "
                + "width=\"\(Self.n(size.width))\" height=\"\(Self.n(size.height))\" rx=\"15\" fill=\"\(Self.dark)\"/>",
            Self.text(text, middle.x, middle.y + 5, "fill=\"#ffffff\" font-weight=\"600\""),
        ]
    }

    private func arrow(_ number: Int) -> [String] {
        let arrow = graph.arrows[number]
        let isStep = number < map.edges.count
        let width = thickness(people(number))
        let way = way(number)
        let head = way.head(max(5, width * 0.5 + 4))
        var out = [
            isStep
                ? "<g class=\"step\" data-from=\"\(Self.escaped(map.activities[arrow.from].name))\" "
                    + "data-to=\"\(Self.escaped(map.activities[arrow.to].name))\">" : "<g class=\"ending\">"
        ]
        if isStep {
            out.append("<title>\(Self.escaped(heard(map.edges[number])))</title>")
        }
        let path = "<path d=\"\(way.path)\" fill=\"none\""
        out.append("\(path) stroke=\"#ffffff\" stroke-width=\"\(Self.n(width + 3))\"/>")
        if isStep {
            // The wait as a full line, then dots for as far as the page makes it go.
            let wait = min(scale.pixels(map.edges[number].median), way.length)
            out.append(
                "\(path) stroke=\"\(Self.middling)\" stroke-width=\"\(Self.n(min(width, 3)))\" stroke-dasharray=\"2 4\"/>"
            )
            out.append(
                "\(path) stroke=\"\(Self.middling)\" stroke-width=\"\(Self.n(width))\" "
                    + "stroke-dasharray=\"\(Self.n(wait)) \(Self.n(way.length * 2 + 10))\"/>")
        } else {
            out.append(
                "\(path) stroke=\"\(Self.middling)\" stroke-width=\"\(Self.n(min(width, 3)))\" stroke-dasharray=\"2 4\"/>"
            )
        }
        out.append("<path d=\"\(head)\" fill=\"\(Self.dark)\"/>")
        if isCut(number) { out += Self.strokes(through: way.point(at: 0.2), width) }
        return DrawingLinks.line(out + ["</g>"], along: way.path, to: isStep ? row(of: map.edges[number]) : nil)
    }

    private func heard(_ edge: ShownMap.Edge) -> String {
        "\(edge.step.from) to \(edge.step.to): \(map.label(edge).joined(separator: ", "))"
    }

    private func row(of edge: ShownMap.Edge) -> String? { links?.step(edge.step.from, edge.step.to) }

    private func way(_ number: Int) -> Curve {
        let arrow = graph.arrows[number]
        return arrow.from == arrow.to ? loop(arrow.from) : Curve(through: placed.ways[number])
    }

    /// Whether a step back to its own box took longer than its line, which is always of one length, can say.
    private func isCut(_ number: Int) -> Bool {
        guard number < map.edges.count, map.edges[number].from == map.edges[number].to else { return false }
        return scale.pixels(map.edges[number].median) > way(number).length
    }

    private var hasCut: Bool { map.edges.indices.contains { isCut($0) } }

    private static let cut = "Two strokes through a step back to its own box: the wait is longer than its line."

    /// Two strokes across a line of some width that runs from left to right.
    private static func strokes(through point: Placement.Point, _ width: Double) -> [String] {
        let half = width / 2 + 5
        let path = [-5.0, 1].map { side in
            "M \(n(point.x + side)) \(n(point.y + half)) L \(n(point.x + side + 4)) \(n(point.y - half))"
        }.joined(separator: " ")
        return [("#ffffff", "5"), (dark, "1.5")].map { color, width in
            "<path class=\"cut\" d=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"\(width)\"/>"
        }
    }

    private func loop(_ box: Int) -> Curve {
        let (middle, size) = (placed.boxes[box], graph.boxes[box])
        let right = middle.x + size.width / 2
        return Curve(loopAt: right, middle.y, height: min(size.height - 14, 26))
    }

    private func label(_ number: Int) -> [String] {
        let point = placed.labels[number]
        let edge = number < map.edges.count ? map.edges[number] : nil
        let lines = edge.map { map.label($0) } ?? [Self.words(ending(number))]
        let size = graph.arrows[number].label
        let isLoop = graph.arrows[number].from == graph.arrows[number].to
        let x = isLoop ? point.x + size.width / 2 - 6 : point.x
        var out = [
            "<rect x=\"\(Self.n(x - size.width / 2))\" y=\"\(Self.n(point.y - size.height / 2))\" width=\"\(Self.n(size.width))\" "
                + "height=\"\(Self.n(size.height))\" rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.88\"/>"
        ]
        for (line, text) in lines.enumerated() {
            let y = point.y - size.height / 2 + 13 + 15 * Double(line)
            out.append(Self.text(text, x, y, "font-size=\"12\""))
        }
        return edge.map { DrawingLinks.link(out, to: row(of: $0), heard: heard($0)) } ?? out
    }

    private var scaleLength: Double { scale.pixels(scale.unit.seconds) }
    private var scaleWords: String { "\(scale.unit.name) of waiting (the median; dots add no time)" }

    /// The scales, and sentences in as many lines as they need, with the height of all of it.
    private func legend(top: Double, _ sentences: [String], width: Double) -> (parts: [String], height: Double) {
        let lines = sentences.flatMap { $0.lines(atMost: Int((width - 48) / 6.2)) }
        let parts = [
            "<g font-size=\"12\">",
            "<path d=\"M 24 \(Self.n(top + 8)) h \(Self.n(scaleLength))\" stroke=\"\(Self.middling)\" stroke-width=\"6\" fill=\"none\"/>",
            "<text x=\"\(Self.n(32 + scaleLength))\" y=\"\(Self.n(top + 12))\">\(scaleWords)</text>",
            "<path d=\"M 24 \(Self.n(top + 34)) h 26\" stroke=\"\(Self.middling)\" stroke-width=\"18\" fill=\"none\"/>",
            "<text x=\"58\" y=\"\(Self.n(top + 38))\">\(JourneyMap.people(widest)); half as wide is half as many</text>",
        ]
        let said = lines.enumerated().map { line, text in
            "<text x=\"24\" y=\"\(Self.n(top + 62 + 18 * Double(line)))\">\(Self.escaped(text))</text>"
        }
        return (parts + said + ["</g>"], 56 + 18 * Double(lines.count))
    }

    private static func text(_ text: String, _ x: Double, _ y: Double, _ more: String) -> String {
        "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"middle\" \(more)>\(escaped(text))</text>"
    }

    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        XMLElement.write(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// To a tenth, with no nought after the point.
    static func n(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return tenths.magnitude.isMultiple(of: 10)
            ? "\(sign)\(tenths.magnitude / 10)" : "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
