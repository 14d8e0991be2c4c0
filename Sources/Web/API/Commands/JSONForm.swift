import Foundation
import Kernel
import Records

/// A form as JSON: an object whose members are the form's fields.
///
/// It is read by the closure that reads the page's form, so that there is one way in for both; what JSON can say and a
/// page cannot, a number where a day belongs, is checked against what the closure asked for.
struct JSONForm {
    let members: [JSON.Member]
    /// The file that came with it, which no field is read from.
    private(set) var files: [FormFile] = []

    /// - Parameter file: the member that is a file, in base64, where the form takes one.
    /// - Throws: `FormErrors` for a file that is not written so.
    init(members: [JSON.Member], file: String? = nil) throws {
        self.members = members.filter { $0.name != file }
        let sent = members.filter { $0.name == file && $0.value != .null }
        guard let file, let first = sent.first else { return }
        guard sent.count == 1, let text = first.value.string, let content = Data(base64Encoded: text) else {
            var errors = FormErrors()
            errors.add(
                Refusal("form.type", "“\(file)” is a file in base64, once. Encode it again and send it.", field: file))
            throw errors
        }
        files = [FormFile(name: file, content: Array(content))]
    }

    /// - Throws: `FormErrors` for everything wrong; otherwise what the closure throws.
    func read<Value>(_ body: (FormReader) throws -> Value) throws -> Value {
        let notes = FormNotes()
        let form = FormReader(FormFields(members.flatMap { Self.texts($0) }), notes: notes)
        var finished = false
        let result = Result {
            try form.read { reader in
                let value = try body(reader)
                finished = true
                return value
            }
        }
        let asked = notes.asked
        var errors = FormErrors()
        for member in members {
            if let field = asked.first(where: { $0.name == member.name }) {
                if let sentence = field.objection(to: member.value) {
                    errors.add(Refusal("form.type", "“\(field.label)” is \(sentence).", field: field.name))
                }
            } else if finished {
                errors.add(
                    Refusal(
                        "form.unknown",
                        "There is no field “\(member.name.prefix(60))” here now. Ask for this address to see which there are.",
                        field: String(member.name.prefix(60))))
            }
        }
        guard errors.isEmpty else {
            if case .failure(let others as FormErrors) = result { others.refusals.forEach { errors.add($0) } }
            throw errors
        }
        return try result.get()
    }

    /// A member as a form would send it.
    private static func texts(_ member: JSON.Member) -> [(String, String)] {
        switch member.value {
        case .string(let text): [(member.name, text)]
        case .int(let number): [(member.name, String(number))]
        case .real(let number): [(member.name, Int(exactly: number).map(String.init) ?? String(number))]
        case .bool(let flag): [(member.name, flag ? "yes" : "no")]
        case .array(let values): values.flatMap { texts(JSON.Member(member.name, $0)) }
        case .null, .object: []
        }
    }

    /// What is sent, in one order whatever order it was sent in, so that a repeat is known. A file is in it by its digest.
    var content: String {
        let files = files.map { JSON.Member($0.name, .string(Documents.digest(of: $0.content))) }
        return JSON.object((members + files).sorted { $0.name < $1.name }).text
    }
}

extension AskedField {
    /// Why a JSON value is not of this field's form; nil when it is.
    fileprivate func objection(to value: JSON) -> String? {
        if kind.isYesOrNo { return value.bool == nil ? "true or false" : nil }
        switch kind {
        case .text(let most, _):
            guard let text = value.string else { return "text" }
            return text.unicodeScalars.count > most ? "at most \(most) characters" : nil
        case .parsed: return value.string == nil ? "text" : nil
        case .money:
            return value.string.map(Self.isMoney) == true ? nil : "an amount in pounds and pence, as \"12.50\""
        case .day: return value.string.flatMap { try? CalendarDay($0) } == nil ? "a day, as \"2012-06-21\"" : nil
        case .whole:
            if case .real(let number) = value, Int(exactly: number) != nil { return nil }
            return value.int == nil ? "a whole number" : nil
        case .choice(let answers, _):
            return value.string.map(answers.contains) == true ? nil : "one of the answers that are offered"
        case .choices(let answers, _):
            let given = value.array?.map(\.string)
            return given?.allSatisfy { $0.map(answers.contains) == true } == true
                ? nil : "a list of the answers that are offered"
        case .reference:
            return value.string.flatMap { try? Identifier<Never>($0) } == nil ? "a reference (a UUID)" : nil
        case .tick, .file: return nil
        }
    }

    /// Pounds, and pence where there are any: what the description's pattern takes.
    private static func isMoney(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func digits(_ part: Substring) -> Bool { !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return (1...2).contains(parts.count) && digits(parts[0]) && parts[0].count <= 9
            && (parts.count == 1 || digits(parts[1]) && parts[1].count == 2)
    }
}
