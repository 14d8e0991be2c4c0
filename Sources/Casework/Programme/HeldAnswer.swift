/// What of the record answers a programme's question, as its file says, so that nobody is asked as if for the first time
/// what they told before (C14).
public struct HeldAnswer: Sendable, Equatable {
    /// The kinds that can answer one: those told as codes. Nothing is taken from convictions (K-004).
    public static let kinds: [ChangeKind] = [.household, .caring, .health]

    public let kind: ChangeKind
    /// The codes of the kind that answer it, each with the answer.
    public let answers: [String: CircumstanceAnswer]
    /// The codes that bear on it and leave it to be asked.
    public let leftToAsk: Set<String>
    /// The hours of care a week from which it is so; with no hours told it is left to be asked.
    public let hours: Figure<Int>?

    public init(
        kind: ChangeKind, answers: [String: CircumstanceAnswer], leftToAsk: Set<String> = [], hours: Figure<Int>? = nil
    ) {
        self.kind = kind
        self.answers = answers
        self.leftToAsk = leftToAsk
        self.hours = hours
    }
}
