public import Kernel

/// What a form shows: what was there before or was typed, and what is wrong with it.
public struct FormState: Sendable {
    public let fields: FormFields
    public let errors: FormErrors
    /// The language the form itself speaks.
    public let words: SurfaceWords
    /// Where what the page says of each field is noted.
    var notes: FormNotes?

    /// - Parameters:
    ///   - fields: the values to show; on a first showing, what is already known.
    ///   - errors: what `FormReader` threw.
    public init(
        _ fields: FormFields = FormFields(), errors: FormErrors = FormErrors(), words: SurfaceWords = .current
    ) {
        self.fields = fields
        self.errors = errors.told
        self.words = words
    }

    /// The same form with one more refusal, as one that the rules made of a form that read well.
    public func refused(_ refusal: Refusal) -> FormState {
        var errors = errors
        errors.add(refusal)
        return FormState(fields, errors: errors, words: words)
    }

    func value(_ name: String) -> String? { fields[name] }
    func error(_ name: String) -> String? { errors[name] }
}
