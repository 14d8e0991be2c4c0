/// What is laid out: boxes and the arrows between them.
struct LayeredGraph {
    struct Size {
        let width: Double
        let height: Double
    }
    struct Arrow {
        let from: Int
        let to: Int
        /// How much it matters that it is short and straight.
        let weight: Double
        /// The least length down the page.
        let length: Double
        let label: Size
    }

    var boxes: [Size]
    var arrows: [Arrow]
    /// The box that stands before all others, and the one that stands after them.
    let first: Int
    let last: Int

    /// The other boxes in the order in which they should stand down the page; an arrow against it points backwards.
    let order: [Int]

    var sequence: [Int] { [first] + order + [last] }
}

/// The boxes of a graph on layers, every arrow between two layers that follow one another (Sugiyama, Tagawa and Toda, 1981).
///
/// Layers of boxes and layers of labels take turns, so that every label has a place of its own.
struct Layers {
    /// A box, or a place on the way of an arrow; one place of each arrow carries its label.
    struct Vertex {
        let width: Double
        let height: Double
        let arrow: Int?
        let isLabel: Bool
    }

    private(set) var vertices: [Vertex]
    /// Vertices by layer, from left to right.
    var rows: [[Int]]
    /// Each arrow's vertices from the upper layer down; empty for one that leads back to its own box.
    private(set) var chains: [[Int]]
    /// Whether an arrow points up the page.
    private(set) var isBackward: [Bool]
    private(set) var layer: [Int]

    init(_ graph: LayeredGraph) {
        let sequence = graph.sequence
        var place = [Int](repeating: 0, count: graph.boxes.count)
        for (index, box) in sequence.enumerated() { place[box] = index }
        isBackward = graph.arrows.map { place[$0.from] > place[$0.to] }
        vertices = graph.boxes.map { Vertex(width: $0.width, height: $0.height, arrow: nil, isLabel: false) }
        layer = [Int](repeating: 2, count: graph.boxes.count)
        layer[graph.first] = 0
        let ends = zip(graph.arrows, isBackward).map { $1 ? ($0.to, $0.from) : ($0.from, $0.to) }
        let leaving = Dictionary(grouping: ends.filter { $0.0 != $0.1 }, by: \.0)
        for box in sequence {
            for (_, to) in leaving[box, default: []] { layer[to] = max(layer[to], layer[box] + 2) }
        }
        var deepest = 0
        for box in sequence where box != graph.last { deepest = max(deepest, layer[box]) }
        layer[graph.last] = deepest + 2
        rows = Array(repeating: [], count: (layer.max() ?? 0) + 1)
        for box in sequence { rows[layer[box]].append(box) }
        chains = []
        for (number, arrow) in graph.arrows.enumerated() {
            let (upper, lower) = ends[number]
            guard upper != lower else {
                chains.append([])
                continue
            }
            // The odd layer nearest to the middle.
            let middle = (layer[upper] + layer[lower]) / 2 | 1
            var chain = [upper]
            for row in layer[upper] + 1..<layer[lower] {
                let isLabel = row == middle
                chain.append(vertices.count)
                rows[row].append(vertices.count)
                layer.append(row)
                vertices.append(
                    Vertex(
                        width: isLabel ? arrow.label.width : 6, height: isLabel ? arrow.label.height : 0, arrow: number,
                        isLabel: isLabel))
            }
            chains.append(chain + [lower])
        }
    }

    /// The vertices above and below each, with the weight of the arrow between them.
    func neighbours(_ graph: LayeredGraph) -> (above: [[(Int, Double)]], below: [[(Int, Double)]]) {
        var above = [[(Int, Double)]](repeating: [], count: vertices.count)
        var below = above
        for (number, chain) in chains.enumerated() {
            for (one, other) in zip(chain, chain.dropFirst()) {
                below[one].append((other, graph.arrows[number].weight))
                above[other].append((one, graph.arrows[number].weight))
            }
        }
        return (above, below)
    }
}

extension Layers {
    /// Puts each layer in an order with few crossings: by the middle of the neighbours, down and up again, the best kept
    /// (the barycentre heuristic, ibid.).
    mutating func uncross(_ graph: LayeredGraph) {
        let (above, below) = neighbours(graph)
        var best = rows
        var least = crossings(below)
        for sweep in 0..<32 where least > 0 {
            let order = sweep.isMultiple(of: 2) ? Array(rows.indices) : rows.indices.reversed()
            let near = sweep.isMultiple(of: 2) ? above : below
            var place = places
            for row in order {
                let middles = rows[row].map { vertex -> Double in
                    let near = near[vertex]
                    guard !near.isEmpty else { return place[vertex] }
                    return near.reduce(0) { $0 + place[$1.0] } / Double(near.count)
                }
                let sorted = rows[row].indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
                rows[row] = sorted.map { rows[row][$0] }
                for (index, vertex) in rows[row].enumerated() { place[vertex] = Double(index) }
            }
            let count = crossings(below)
            if count < least { (least, best) = (count, rows) }
        }
        rows = best
    }

    private var places: [Double] {
        var places = [Double](repeating: 0, count: vertices.count)
        for row in rows { for (index, vertex) in row.enumerated() { places[vertex] = Double(index) } }
        return places
    }

    /// How often two arrows cross between layers that follow one another.
    func crossings(_ below: [[(Int, Double)]]) -> Int {
        let place = places
        return rows.reduce(0) { sum, row in
            var met: [Double] = []
            var count = 0
            for vertex in row {
                let ends = below[vertex].map { place[$0.0] }.sorted()
                for end in ends { count += met.count(where: { $0 > end }) }
                met += ends
            }
            return sum + count
        }
    }
}
