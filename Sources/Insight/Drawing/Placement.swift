/// Where everything of a layered graph stands on the page, in its units, the top left corner being (0, 0).
struct Placement {
    struct Point {
        var x: Double
        var y: Double
    }

    /// The middle of each box.
    private(set) var boxes: [Point] = []
    /// The way of each arrow from its beginning to its end; empty for one that leads back to its own box.
    private(set) var ways: [[Point]] = []
    /// The middle of each arrow's label.
    private(set) var labels: [Point] = []
    private(set) var size = Point(x: 0, y: 0)

    private static let (gap, margin, between) = (18.0, 24.0, 26.0)
    /// What a way back to its own box takes beside the box, its label included.
    private static let loop = 76.0

    init(_ graph: LayeredGraph) {
        var layers = Layers(graph)
        layers.uncross(graph)
        let x = Self.columns(layers, graph)
        let (top, bottom) = Self.heights(layers, graph)
        func point(_ vertex: Int) -> Point {
            let layer = layers.layer[vertex]
            return Point(x: x[vertex], y: (top[layer] + bottom[layer]) / 2)
        }
        boxes = graph.boxes.indices.map(point)
        let ports = Ports(layers, graph, x)
        for (number, chain) in layers.chains.enumerated() {
            guard let upper = chain.first, let lower = chain.last else {
                let box = boxes[graph.arrows[number].from]
                ways.append([])
                labels.append(
                    Point(x: box.x + graph.boxes[graph.arrows[number].from].width / 2 + 40, y: box.y))
                continue
            }
            var way = [
                Point(x: ports.below[number], y: boxes[upper].y + graph.boxes[upper].height / 2)
            ]
            for (place, vertex) in chain.enumerated().dropFirst().dropLast() {
                let layer = layers.layer[vertex]
                // It leans as the way does, unless that would lead it into what stands beside it.
                let (before, after) = (point(chain[place - 1]), point(chain[place + 1]))
                let height = bottom[layer] - top[layer]
                let lean = (after.x - before.x) / (after.y - before.y) * height / 2
                let drift = layers.vertices[vertex].isLabel || abs(lean) > Self.gap * 0.6 ? 0 : lean
                way.append(Point(x: x[vertex] - drift, y: top[layer]))
                if height > 0 { way.append(Point(x: x[vertex] + drift, y: bottom[layer])) }
            }
            way.append(Point(x: ports.above[number], y: boxes[lower].y - graph.boxes[lower].height / 2))
            ways.append(layers.isBackward[number] ? way.reversed() : way)
            labels.append(point(chain.first { layers.vertices[$0].isLabel } ?? upper))
        }
        let right = zip(layers.vertices, x).map { $1 + $0.width / 2 }.max() ?? 0
        // Room for what leads back to its own box.
        let loops = graph.arrows.contains { $0.from == $0.to } ? 90.0 : 0
        size = Point(x: right + Self.margin + loops, y: (bottom.last ?? 0) + Self.margin)
    }

    /// Where arrows leave boxes and enter them: side by side, in the order of where they come from.
    private struct Ports {
        var above: [Double]
        var below: [Double]

        init(_ layers: Layers, _ graph: LayeredGraph, _ x: [Double]) {
            above = [Double](repeating: 0, count: graph.arrows.count)
            below = above
            for box in graph.boxes.indices {
                let leaving = layers.chains.indices.filter { layers.chains[$0].first == box }
                    .sorted { x[layers.chains[$0][1]] < x[layers.chains[$1][1]] }
                let entering = layers.chains.indices.filter { layers.chains[$0].last == box }
                    .sorted { x[layers.chains[$0].suffix(2).first!] < x[layers.chains[$1].suffix(2).first!] }
                let width = graph.boxes[box].width * 0.8
                for (index, arrow) in leaving.enumerated() {
                    below[arrow] = x[box] + width * ((Double(index) + 0.5) / Double(leaving.count) - 0.5)
                }
                for (index, arrow) in entering.enumerated() {
                    above[arrow] = x[box] + width * ((Double(index) + 0.5) / Double(entering.count) - 0.5)
                }
            }
        }
    }

    /// The top and bottom of each layer, so that every arrow is as long as it must be.
    private static func heights(_ layers: Layers, _ graph: LayeredGraph) -> (top: [Double], bottom: [Double]) {
        var top = [Double](repeating: margin, count: layers.rows.count)
        var bottom = top
        var least = [Double](repeating: margin, count: layers.rows.count)
        let byUpper = Dictionary(grouping: layers.chains.indices.filter { !layers.chains[$0].isEmpty }) {
            layers.layer[layers.chains[$0][0]]
        }
        for row in layers.rows.indices {
            let height = layers.rows[row].map { layers.vertices[$0].height }.max() ?? 0
            top[row] = max(least[row], row > 0 ? bottom[row - 1] + between : margin)
            bottom[row] = top[row] + height
            for number in byUpper[row, default: []] {
                let lower = layers.layer[layers.chains[number].last!]
                least[lower] = max(least[lower], bottom[row] + graph.arrows[number].length)
            }
        }
        return (top, bottom)
    }

    /// The middle of each vertex from left to right: near its neighbours, and clear of those beside it.
    private static func columns(_ layers: Layers, _ graph: LayeredGraph) -> [Double] {
        let (above, below) = layers.neighbours(graph)
        var widths = layers.vertices.map(\.width)
        for box in Set(graph.arrows.lazy.filter { $0.from == $0.to }.map(\.from)) { widths[box] += 2 * loop }
        var x = [Double](repeating: 0, count: layers.vertices.count)
        for row in layers.rows {
            var edge = 0.0
            for vertex in row {
                x[vertex] = edge + widths[vertex] / 2
                edge += widths[vertex] + gap
            }
            for vertex in row { x[vertex] -= edge / 2 }
        }
        let joined = layers.vertices.indices.filter { !above[$0].isEmpty || !below[$0].isEmpty }
        for sweep in 0..<40 {
            let down = sweep.isMultiple(of: 2)
            // What no arrow joins to the rest stays by it: nothing else would hold the two together.
            let middle = joined.isEmpty ? 0 : joined.reduce(0) { $0 + x[$1] } / Double(joined.count)
            for row in down ? Array(layers.rows.indices) : layers.rows.indices.reversed() {
                let wanted = layers.rows[row].map { vertex -> (Double, Double) in
                    let near = sweep < 30 ? (down ? above : below)[vertex] : above[vertex] + below[vertex]
                    guard !near.isEmpty else {
                        return (above[vertex].isEmpty && below[vertex].isEmpty ? middle : x[vertex], 0.1)
                    }
                    // An arrow is kept straight where it passes through a layer.
                    let isPassing = layers.vertices[vertex].arrow != nil
                    let weights = near.map { near in
                        near.1 * (isPassing && layers.vertices[near.0].arrow != nil ? 8 : 1)
                    }
                    let sum = weights.reduce(0, +)
                    return (zip(near, weights).reduce(0) { $0 + x[$1.0.0] * $1.1 } / sum, sum)
                }
                let placed = apart(wanted, layers.rows[row].map { widths[$0] })
                for (vertex, place) in zip(layers.rows[row], placed) { x[vertex] = place }
            }
        }
        straighten(&x, layers, widths, above, below)
        let left = layers.vertices.indices.map { x[$0] - layers.vertices[$0].width / 2 }.min() ?? 0
        return x.map { $0 - left + margin }
    }

    /// Moves the places that arrows pass through towards the line between those before and after, as far as their row has room.
    private static func straighten(
        _ x: inout [Double], _ layers: Layers, _ widths: [Double], _ above: [[(Int, Double)]],
        _ below: [[(Int, Double)]]
    ) {
        for _ in 0..<200 {
            for row in layers.rows {
                for (index, vertex) in row.enumerated() where layers.vertices[vertex].arrow != nil {
                    guard let before = above[vertex].first?.0, let after = below[vertex].first?.0 else { continue }
                    func room(_ other: Int) -> Double {
                        (widths[vertex] + widths[other]) / 2 + gap
                    }
                    let least = index > 0 ? x[row[index - 1]] + room(row[index - 1]) : -.infinity
                    let most = index + 1 < row.count ? x[row[index + 1]] - room(row[index + 1]) : .infinity
                    x[vertex] = min(max((x[before] + x[after]) / 2, least), max(least, most))
                }
            }
        }
    }

    /// The places nearest to those wanted, by least squares, at which things of these widths do not overlap (pooling
    /// adjacent violators; Barlow et al., 1972).
    private static func apart(_ wanted: [(place: Double, weight: Double)], _ widths: [Double]) -> [Double] {
        var offsets: [Double] = []
        var offset = 0.0
        for index in widths.indices {
            if index > 0 { offset += (widths[index - 1] + widths[index]) / 2 + gap }
            offsets.append(offset)
        }
        var blocks: [(mean: Double, weight: Double, count: Int)] = []
        for (index, want) in wanted.enumerated() {
            var block = (mean: want.place - offsets[index], weight: want.weight, count: 1)
            while let last = blocks.last, last.mean > block.mean {
                blocks.removeLast()
                let weight = last.weight + block.weight
                block = (
                    (last.mean * last.weight + block.mean * block.weight) / weight, weight, last.count + block.count
                )
            }
            blocks.append(block)
        }
        return zip(blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }, offsets).map { $0 + $1 }
    }
}
