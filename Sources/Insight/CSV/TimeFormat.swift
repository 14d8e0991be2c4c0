public import Kernel

/// How a table writes its times, as people say it: `dd/MM/yyyy HH:mm`.
///
/// `yyyy`, `MM`, `dd`, `HH`, `mm` and `ss` are so many digits each; `M`, `d` and `H` are one or two. Whatever is no letter
/// stands for itself. Where no hour, minute or second stands, it is nought.
public struct TimeFormat: Sendable, Equatable {
    private enum Figure: Character {
        case year = "y", month = "M", day = "d", hour = "H", minute = "m", second = "s"

        func allows(_ digits: Int) -> Bool {
            switch self {
            case .year: digits == 4
            case .month, .day, .hour: (1...2).contains(digits)
            case .minute, .second: digits == 2
            }
        }
    }

    private enum Part: Equatable {
        case figure(Figure, digits: Int)
        case sign(Unicode.Scalar)
    }

    /// As it was given.
    public let text: String
    private let parts: [Part]

    /// - Refuses: letters that stand for nothing, one figure twice, and what has no year, month or day.
    public init(_ text: String) throws(Refusal) {
        var parts: [Part] = []
        var met: Set<Figure> = []
        var rest = text[...]
        while let first = rest.first {
            let figure = rest.prefix { $0 == first }
            if let known = Figure(rawValue: first) {
                guard known.allows(figure.count), met.insert(known).inserted else { throw Self.refusal(text) }
                parts.append(.figure(known, digits: figure.count))
                rest = rest.dropFirst(figure.count)
            } else {
                guard !first.isLetter, first.isASCII, let sign = first.unicodeScalars.first else {
                    throw Self.refusal(text)
                }
                parts.append(.sign(sign))
                rest = rest.dropFirst()
            }
        }
        guard met.isSuperset(of: [.year, .month, .day]) else { throw Self.refusal(text) }
        self.text = text
        self.parts = parts
    }

    private static func refusal(_ text: String) -> Refusal {
        Refusal(
            "time.format",
            "“\(text.prefix(40))” does not say how times are written. Write yyyy, MM and dd, and HH, mm and ss where there are any, each once, as dd/MM/yyyy HH:mm."
        )
    }

    /// - Returns: milliseconds since 1970-01-01T00:00:00 by the clock it was read from; nil when it is no such time.
    func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        var text = Figures(text)
        var (year, month, day): (Int64, Int64, Int64) = (0, 0, 0)
        var (hour, minute, second): (Int64, Int64, Int64) = (0, 0, 0)
        for part in parts {
            switch part {
            case .sign(let sign): guard text.take(sign) else { return nil }
            case .figure(let figure, let digits):
                guard let number = digits == 1 ? text.oneOrTwo() : text.number(digits) else { return nil }
                switch figure {
                case .year: year = number
                case .month: month = number
                case .day: day = number
                case .hour: hour = number
                case .minute: minute = number
                case .second: second = number
                }
            }
        }
        guard text.isAtEnd, let midnight = LoggedTime.midnight(year, month, day),
            let time = LoggedTime.sinceMidnight(hour, minute, second)
        else { return nil }
        return midnight + time
    }
}
