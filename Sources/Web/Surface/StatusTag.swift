/// The state of something in a word, with a shape beside it so that colour is never alone.
public struct StatusTag: Component {
    public enum Shape: String, Sendable {
        /// Needs a person today: a triangle.
        case attention
        /// Running: a filled circle.
        case live
        /// Waiting for somebody: an open circle.
        case waiting
        /// Done: a tick.
        case done
        /// Over, or not to be: a square.
        case closed

        var mark: String {
            switch self {
            case .attention: "▲"
            case .live: "●"
            case .waiting: "○"
            case .done: "✓"
            case .closed: "■"
            }
        }
    }

    private let word: String
    private let shape: Shape

    public init(_ word: String, _ shape: Shape) {
        self.word = word
        self.shape = shape
    }

    public var body: some HTML {
        span(.class("tag \(shape.rawValue)")) {
            span(.ariaHidden()) { shape.mark }
            " \(word)"
        }
    }
}

/// A number that says its size: *3 of 41*.
public struct Count: Component {
    private let count: Int
    private let total: Int

    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    public var body: some HTML {
        span(.class("count")) {
            strong { grouped(count) }
            " of \(grouped(total))"
        }
    }
}

/// A whole number as people write it: `1,204`.
public func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var position = digits.count - 3
    while position > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
        position -= 3
    }
    return number < 0 ? "−\(digits)" : digits
}

/// A few figures in a row, each with what it counts.
public struct StatStrip: Component {
    public struct Stat: Sendable {
        let figure: String
        let of: String?
        let counts: String

        /// - Parameters:
        ///   - figure: the number, written.
        ///   - of: what it is out of, where that says its size.
        ///   - counts: what it counts.
        public init(_ figure: String, of: String? = nil, counts: String) {
            self.figure = figure
            self.of = of
            self.counts = counts
        }
    }

    private let stats: [Stat]

    public init(_ stats: [Stat]) { self.stats = stats }

    public var body: some HTML {
        dl(.class("stats")) {
            for stat in stats {
                div {
                    dt { stat.counts }
                    dd {
                        strong { stat.figure }
                        if let of = stat.of { " of \(of)" }
                    }
                }
            }
        }
    }
}
