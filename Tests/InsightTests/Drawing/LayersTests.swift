import Kernel
import Testing

@testable import Insight

@Suite("Boxes in layers")
struct LayersTests {
    private static let size = LayeredGraph.Size(width: 10, height: 10)

    /// So many boxes, with a first and a last beside them, which have the next two numbers.
    private static func graph(_ steps: [(from: Int, to: Int)], boxes count: Int) -> LayeredGraph {
        LayeredGraph(
            boxes: Array(repeating: size, count: count + 2),
            arrows: steps.map { LayeredGraph.Arrow(from: $0.from, to: $0.to, weight: 1, length: 0, label: size) },
            first: count, last: count + 1, order: Array(0..<count))
    }

    private static func crossings(_ graph: LayeredGraph) -> (before: Int, after: Int) {
        var layers = Layers(graph)
        let below = layers.neighbours(graph).below
        let before = layers.crossings(below)
        layers.uncross(graph)
        return (before, layers.crossings(below))
    }

    @Test("Uncrossed, layers never have more crossings than before, and nothing is lost", arguments: 1...20)
    func never(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        let count = 3 + random.below(12)
        var steps = (0..<count * 2).map { _ in (from: random.below(count), to: random.below(count)) }
        for box in 0..<count { steps += [(from: count, to: box), (from: box, to: count + 1)] }
        let graph = Self.graph(steps, boxes: count)
        let (before, after) = Self.crossings(graph)
        #expect(after <= before)
        var layers = Layers(graph)
        let rows = layers.rows.map { Set($0) }
        layers.uncross(graph)
        #expect(layers.rows.map { Set($0) } == rows)
    }

    @Test("A box that nothing leads to stands by the rest, and the drawing is no wider for it", arguments: 1...20)
    func alone(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        let count = 4 + random.below(8)
        var steps = (1..<count).map { (from: $0 - 1, to: $0) }
        steps += (0..<count / 2).map { _ in (from: random.below(count), to: random.below(count)) }
        steps.append((from: count, to: 0))
        let joined = Placement(Self.graph(steps + [(from: count - 1, to: count + 1)], boxes: count))
        let alone = Placement(Self.graph(steps, boxes: count))
        #expect(alone.size.x <= joined.size.x + 60)
    }

    @Test("What leads back to its own box, with its label, is clear of the boxes beside it", arguments: [0, 1])
    func loops(box: Int) {
        let (first, last) = (2, 3)
        let steps = [
            (from: first, to: 0), (from: first, to: 1), (from: 0, to: last), (from: 1, to: last), (from: box, to: box),
        ]
        let placed = Placement(Self.graph(steps, boxes: 2))
        let (mine, other) = (placed.boxes[box], placed.boxes[1 - box])
        #expect(mine.y == other.y)
        #expect(other.x < mine.x || placed.labels[4].x + Self.size.width <= other.x)
    }

    @Test("Steps that all cross one another in the given order come apart")
    func apart() {
        // Three boxes above three, each leading to the one opposite.
        let (first, last) = (6, 7)
        let steps = [
            (from: 0, to: 5), (from: 1, to: 4), (from: 2, to: 3), (from: first, to: 0), (from: first, to: 1),
            (from: first, to: 2), (from: 3, to: last), (from: 4, to: last), (from: 5, to: last),
        ]
        let (before, after) = Self.crossings(Self.graph(steps, boxes: 6))
        #expect(before == 3 && after == 0)
    }
}
