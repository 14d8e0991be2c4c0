import Kernel

/// One question of an instrument.
public struct Question: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case one([Choice])
        case many([Choice])
        case number(ClosedRange<Int>)
        case day
        case words
    }

    public struct Choice: Sendable, Equatable {
        public let code: String
        public let text: String
        /// What it counts towards needing help; 0 counts for nothing.
        public let points: Int
        /// Where this answer leads, when not to where the question does.
        public let next: Target?

        public init(code: String, text: String, points: Int = 0, next: Target? = nil) {
            self.code = code
            self.text = text
            self.points = points
            self.next = next
        }
    }

    /// Where the questions go on.
    public enum Target: Sendable, Equatable {
        case question(String)
        case end
    }

    public let id: String
    public let asks: String
    public let hint: String?
    public let kind: Kind
    /// Where it leads; nil for the question after it.
    public let next: Target?
    /// Whether it is asked only one to one in private (G-018).
    public let isPrivate: Bool
    /// What the answer is information about, and so who may read it.
    public let category: Category
    /// What its points stand for, in a few words, and why they count; both where it has points.
    public let factor: String?
    public let explains: String?

    public init(
        id: String, asks: String, hint: String? = nil, kind: Kind, next: Target? = nil, isPrivate: Bool = false,
        category: Category = .assessment, factor: String? = nil, explains: String? = nil
    ) {
        self.id = id
        self.asks = asks
        self.hint = hint
        self.kind = kind
        self.next = next
        self.isPrivate = isPrivate
        self.category = category
        self.factor = factor
        self.explains = explains
    }

    public var choices: [Choice] {
        switch kind {
        case .one(let choices), .many(let choices): choices
        case .number, .day, .words: []
        }
    }

    /// The id of the question whether somebody would rather be seen one to one or in a group, in whichever instrument asks
    /// it: the forms that book a meeting show the answer (G-037).
    public static let oneOrGroup = "one-or-group"

    /// The id of the question what would help somebody, and the codes of its answers that their letters are in large print
    /// and that they have an interpreter (E-014, K-039, K-040).
    public static let help = "help"
    public static let largePrint = "large"
    public static let interpreter = "interpreter"

    /// The code of the answer that a question for equality monitoring always has: prefer not to say (K-038).
    public static let notSaid = "not-said"

    /// The most points its answer can count for.
    public var mostPoints: Int {
        switch kind {
        case .one(let choices): choices.map(\.points).max() ?? 0
        case .many(let choices): choices.reduce(0) { $0 + $1.points }
        case .number, .day, .words: 0
        }
    }

    /// Whether the answer decides what is asked next.
    public var branches: Bool { choices.contains { $0.next != nil } }

    /// Whether an assessment is finished without it: only one answer of several is needed, or “not today”.
    public var isNeeded: Bool { if case .one = kind { true } else { false } }

    /// What an answer counts for; an answer of another kind counts for nothing.
    public func points(_ answer: Answer) -> Int {
        guard case .chosen(let codes) = answer else { return 0 }
        return choices.filter { codes.contains($0.code) }.reduce(0) { $0 + $1.points }
    }

    /// The answer in words; nil when the question does not know it.
    public func written(_ answer: Answer) -> String? {
        switch answer {
        case .chosen(let codes):
            let texts = choices.filter { codes.contains($0.code) }.map(\.text)
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        case .number(let number): return String(number)
        case .day(let day): return day.written
        case .words(let text): return text
        case .putOff: return "Not today"
        }
    }
}
