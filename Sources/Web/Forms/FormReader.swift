import Casework
public import Kernel

/// Reads the answers out of a form and gathers everything wrong, so that a person is told of all of it at once.
///
/// A getter that meets something wrong notes it and returns a stand-in; `finish` throws before a stand-in can be used.
/// ```
/// let command = try FormReader.read(fields) { form in
///     RecordName(given: form.text("given", label: "First names", max: 100), born: form.day("born", label: "Date of birth"))
/// }
/// ```
/// Labels are quoted in what the person reads, so they are the words that stand above the field.
public final class FormReader {
    public let fields: FormFields
    /// Where each field that is asked for is noted.
    let notes: FormNotes?
    private var errors = FormErrors()

    public init(_ fields: FormFields) {
        self.fields = fields
        notes = nil
    }

    init(_ fields: FormFields, notes: FormNotes) {
        self.fields = fields
        self.notes = notes
    }

    /// Reads a whole form in one closure.
    /// - Throws: `FormErrors` when anything is wrong; otherwise what the closure throws.
    public static func read<Value>(_ fields: FormFields, _ body: (FormReader) throws -> Value) throws -> Value {
        try FormReader(fields).read(body)
    }

    /// Reads the whole form in one closure, as the static function does.
    func read<Value>(_ body: (FormReader) throws -> Value) throws -> Value {
        let form = self
        let result = Result { try body(form) }
        if case .failure(let refusal as Refusal) = result, refusal.field != nil { form.note(refusal) }
        try form.finish()
        return try result.get()
    }

    /// - Throws: everything wrong so far.
    public func finish() throws(FormErrors) {
        if !errors.isEmpty { throw errors }
    }

    /// Notes something wrong that no getter sees, as two days in the wrong order.
    public func note(_ refusal: Refusal) { errors.add(refusal) }

    /// A value that must be there before going on.
    /// - Throws: everything wrong so far, when it is missing.
    public func need<Value>(_ value: Value?) throws(FormErrors) -> Value {
        guard let value else { throw errors }
        return value
    }

    /// The value with the spaces around it removed and its lines ended by line feeds; nil when nothing was typed.
    func typed(_ name: String) -> String? {
        guard let value = values(name).first else { return nil }
        let trimmed = value.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .trimming(while: \.isWhitespace)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Every value of a name; what stands in for it where the form is only described.
    func values(_ name: String) -> [String] { notes?.standIn(name) ?? fields.values(name) }

    /// Notes that a required answer is missing.
    func missing(_ name: String, _ label: String) {
        note(Refusal("form.missing", FormWords.missing(label), field: name))
    }

    /// Notes that a file may come with the form. It is not among the answers: whoever reads the form was given it.
    func mayTakeFile(_ name: String, label: String) { notes?.ask(name, label, .file, required: false) }

    /// An answer that some other type reads; nil when it was refused or, where it may be, not given.
    public func parsed<Value>(
        _ name: String, label: String, required: Bool = true, _ read: (String) throws(Refusal) -> Value
    ) -> Value? {
        notes?.ask(name, label, .parsed(example: nil), required: required)
        if notes?.isDescribing == true, let found = StandIns.examples.first(where: { (try? read($0)) != nil }) {
            notes?.takes(found, for: name)
        }
        return value(name, label: label, required: required, read)
    }

    /// The same for a field that has been noted already.
    func value<Value>(
        _ name: String, label: String, required: Bool, _ read: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let text = typed(name) else {
            if required { missing(name, label) }
            return nil
        }
        do {
            return try read(text)
        } catch {
            note(error.about(name))
            return nil
        }
    }
}

extension String {
    func trimming(while unwanted: (Character) -> Bool) -> String {
        String(drop(while: unwanted).reversed().drop(while: unwanted).reversed())
    }
}
