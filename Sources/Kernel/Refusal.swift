/// An answer of no that a person can act on.
///
/// Whatever a person can meet going wrong is a `Refusal`: the page, the command line and the API all print its sentence.
public struct Refusal: Error, Sendable, Hashable {
    /// A stable dotted name for programs and tests: `appointment.not-booked`.
    public let code: String
    /// One sentence, or two, in plain English that say what is wrong and what to do next.
    public let sentence: String
    /// Where the rule comes from: a row of the reference, a guide, or "ours".
    public let rule: String?
    /// The form field it concerns, when it concerns one.
    public let field: String?

    public init(_ code: String, _ sentence: String, rule: String? = nil, field: String? = nil) {
        self.code = code
        self.sentence = sentence
        self.rule = rule
        self.field = field
    }

    /// The same refusal, said about one field of a form or one column of a file.
    public func about(_ field: String) -> Refusal { Refusal(code, sentence, rule: rule, field: field) }
}

extension Refusal: CustomStringConvertible {
    public var description: String { sentence }
}
