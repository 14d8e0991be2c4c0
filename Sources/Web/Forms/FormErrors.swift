public import Kernel

/// Everything wrong with one form, in the order of its fields, each refusal about its field.
public struct FormErrors: Error, Sendable, Equatable {
    public private(set) var refusals: [Refusal]

    /// - Parameter refusals: in the order they are to be shown; of several about one field the first stands.
    public init(_ refusals: [Refusal] = []) {
        self.refusals = []
        for refusal in refusals { add(refusal) }
    }

    public var isEmpty: Bool { refusals.isEmpty }

    /// What is wrong with a field, if anything.
    public subscript(_ field: String) -> String? { refusals.first { $0.field == field }?.sentence }

    /// Each in the words of the reader’s language.
    var told: FormErrors { FormErrors(refusals.map(\.told)) }

    public mutating func add(_ refusal: Refusal) {
        if let field = refusal.field, self[field] != nil { return }
        refusals.append(refusal)
    }
}
