import Kernel

/// Notes what a form asks while it is read or shown, so that the form describes itself: the API's description and the
/// page are made by the same lines.
final class FormNotes: Sendable {
    private struct Noted {
        var asked: [AskedField] = []
        var shown: [String: ShownField] = [:]
    }

    private let noted = Locked(Noted())
    /// Answers that stand for what nobody typed; nil when a real form is read.
    private let standIns: StandIns?

    /// - Parameter standIns: given when no input is at hand and the form is read to find out what it asks.
    init(standIns: StandIns? = nil) { self.standIns = standIns }

    /// The fields that were asked for, in the order in which they were.
    var asked: [AskedField] { noted.with { $0.asked } }
    /// What the page says of each field, by its name.
    var shown: [String: ShownField] { noted.with { $0.shown } }
    /// Whether nothing real is read.
    var isDescribing: Bool { standIns != nil }

    func ask(_ name: String, _ label: String, _ kind: AskedField.Kind, required: Bool) {
        noted.with { noted in
            guard !noted.asked.contains(where: { $0.name == name }) else { return }
            noted.asked.append(AskedField(name: name, label: label, kind: kind, required: required))
        }
    }

    func show(_ name: String, hint: String?, choices: [Choice] = []) {
        noted.with { noted in
            let before = noted.shown[name]
            noted.shown[name] = ShownField(
                hint: hint ?? before?.hint, choices: choices.isEmpty ? before?.choices ?? [] : choices)
        }
    }

    /// The answers that stand in for a field that was asked for; nil when a real form is read.
    func standIn(_ name: String) -> [String]? {
        guard let standIns, let field = asked.first(where: { $0.name == name }) else { return nil }
        return standIns.answers(to: field)
    }

    /// Says what text a field that another type reads would take.
    func takes(_ example: String, for name: String) {
        noted.with { noted in
            guard let place = noted.asked.firstIndex(where: { $0.name == name }) else { return }
            noted.asked[place].kind = .parsed(example: example)
        }
    }
}

/// One field that a form asks for.
struct AskedField: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case text(most: Int, lines: Bool)
        case day(ClosedRange<CalendarDay>?)
        case whole(ClosedRange<Int>)
        case money
        /// One of some answers. Closed when they are the same for everybody and always.
        case choice([String], closed: Bool)
        case choices([String], atLeast: Int)
        case tick
        case reference
        /// A file, which comes beside the answers.
        case file
        /// Text that another type reads, with an example of what it takes.
        case parsed(example: String?)

        /// Yes or no, which JSON has values of its own for.
        var isYesOrNo: Bool {
            if case .choice(let answers, _) = self { Set(answers) == ["yes", "no"] } else { self == .tick }
        }
    }

    let name: String
    /// The words above the field.
    let label: String
    var kind: Kind
    let required: Bool
}

/// What a page says of a field beside its label.
struct ShownField: Sendable {
    let hint: String?
    let choices: [Choice]
}

/// What is answered where nobody has: the first of the answers offered, the earliest day, a word.
struct StandIns: Sendable {
    /// Answers other than the usual, by the field's name, to see what a form asks then.
    var other: [String: [String]] = [:]

    func answers(to field: AskedField) -> [String] {
        if let other = other[field.name] { return other }
        switch field.kind {
        case .text: return ["x"]
        case .day(let range): return [range?.lowerBound.description ?? "1990-01-01"]
        case .whole(let range): return [String(range.lowerBound)]
        case .money: return ["1.00"]
        case .choice(let answers, _): return Array(answers.prefix(1))
        case .choices(let answers, _): return answers
        case .tick: return ["yes"]
        case .reference: return [Identifier<Never>(high: 0, low: 0).description]
        case .file: return []
        case .parsed(let example): return example.map { [$0] } ?? []
        }
    }

    /// Every other answer to a field that may change what is asked beside it.
    static func alternatives(to field: AskedField) -> [[String]] {
        switch field.kind {
        case .choice(let answers, _): answers.dropFirst().prefix(8).map { [$0] }
        case .tick, .choices: [[]]
        default: []
        }
    }

    /// Texts of which the types that read a field take one.
    static let examples = [
        "9:30", "16", "QQ123456C", "2012-06-21", "00000000-0000-0000-0000-000000000000", "name@example.org", "x",
    ]
}
