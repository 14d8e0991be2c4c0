/// A smooth line through points.
struct Curve {
    typealias Point = Placement.Point

    private let pieces: [(from: Point, one: Point, two: Point, to: Point)]

    /// Leaves the first point and enters the last straight down or up the page, and goes through the others as smoothly as it
    /// can with no swing to either side (Fritsch and Butland's slopes for monotone pieces, 1984).
    init(through points: [Point]) {
        let slopes = zip(points, points.dropFirst()).map { $1.y == $0.y ? 0 : ($1.x - $0.x) / ($1.y - $0.y) }
        var tangents = [Double](repeating: 0, count: points.count)
        for index in points.indices.dropFirst().dropLast() {
            let (one, other) = (slopes[index - 1], slopes[index])
            guard one * other > 0 else { continue }
            let (first, second) = (
                abs(points[index].y - points[index - 1].y), abs(points[index + 1].y - points[index].y)
            )
            let (a, b) = (2 * second + first, second + 2 * first)
            tangents[index] = (a + b) / (a / one + b / other)
        }
        pieces = points.indices.dropLast().map { index in
            let (from, to) = (points[index], points[index + 1])
            // A short piece that leaves or enters a box turns at once; a longer one takes its time.
            let third = (to.y - from.y) / (index == 0 || index == points.count - 2 ? 2 : 3)
            return (
                from, Point(x: from.x + tangents[index] * third, y: from.y + third),
                Point(x: to.x - tangents[index + 1] * third, y: to.y - third), to
            )
        }
    }

    /// From the right side of a box back to it.
    init(loopAt right: Double, _ y: Double, height: Double) {
        let (top, bottom) = (Point(x: right, y: y - height / 2), Point(x: right + 1, y: y + height / 2))
        pieces = [(top, Point(x: right + 52, y: top.y - 4), Point(x: right + 52, y: bottom.y + 4), bottom)]
    }

    /// As the `d` of an SVG path.
    var path: String {
        func written(_ point: Point) -> String { "\(MapDrawing.n(point.x)) \(MapDrawing.n(point.y))" }
        guard let first = pieces.first else { return "" }
        return "M \(written(first.from))"
            + pieces.map { " C \(written($0.one)), \(written($0.two)), \(written($0.to))" }.joined()
    }

    var length: Double {
        pieces.reduce(0) { sum, piece in
            var (length, last) = (0.0, piece.from)
            for step in 1...16 {
                let next = Self.point(of: piece, at: Double(step) / 16)
                length += ((next.x - last.x) * (next.x - last.x) + (next.y - last.y) * (next.y - last.y)).squareRoot()
                last = next
            }
            return sum + length
        }
    }

    private static func point(
        of piece: (from: Point, one: Point, two: Point, to: Point), at t: Double
    ) -> Point {
        let u = 1 - t
        let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        return Point(
            x: a * piece.from.x + b * piece.one.x + c * piece.two.x + d * piece.to.x,
            y: a * piece.from.y + b * piece.one.y + c * piece.two.y + d * piece.to.y)
    }

    /// A point on its first piece, from 0 at the beginning to 1 at the end of it.
    func point(at part: Double) -> Point {
        pieces.first.map { Self.point(of: $0, at: part) } ?? Point(x: 0, y: 0)
    }

    /// A triangle of some size at the end, as the `d` of an SVG path.
    func head(_ size: Double) -> String {
        guard let last = pieces.last else { return "" }
        let before = Self.point(of: last, at: 0.92)
        var (x, y) = (last.to.x - before.x, last.to.y - before.y)
        let length = max((x * x + y * y).squareRoot(), 0.001)
        (x, y) = (x / length, y / length)
        let base = Point(x: last.to.x - x * size * 1.3, y: last.to.y - y * size * 1.3)
        func n(_ value: Double) -> String { MapDrawing.n(value) }
        return "M \(n(last.to.x)) \(n(last.to.y)) L \(n(base.x - y * size)) \(n(base.y + x * size)) "
            + "L \(n(base.x + y * size)) \(n(base.y - x * size)) Z"
    }
}
