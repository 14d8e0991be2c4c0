/// A value that stands in a sentence to a customer.
public protocol Sayable {
    /// As it is said in the reader’s language.
    var said: String { get }
}

extension String: Sayable { public var said: String { self } }
extension Int: Sayable { public var said: String { String(self) } }

/// The words of one page or letter that a customer reads: the English column is the raw value, the Welsh stands beside it.
///
/// `{1}` and `{2}` are where values go. A case is called to be said in the reader's language: `WelcomeWords.title()`,
/// `OwnHomeWords.hello("Priya")`.
public protocol CustomerWords: RawRepresentable<String>, CaseIterable, Sendable {
    /// What a reader of English reads: the raw value, but for a book whose raw values are names that others gave.
    var english: String { get }
    /// nil is a gap: a page or letter that needs it is written in English, and says so.
    var welsh: String? { get }
}

extension CustomerWords {
    public var english: String { rawValue }

    /// The words in one language.
    public func text(in language: Language) -> String? {
        switch language {
        case .english: english
        case .welsh: welsh
        }
    }

    /// The words in the language of the reader, with values in their places.
    public func callAsFunction(_ values: any Sayable...) -> String {
        let values = values.map(\.said)
        guard let speech = Speech.current else { return Self.fill(english, values) }
        if let text = text(in: speech.language) {
            let said = Self.fill(text, values)
            speech.note(said)
            return said
        }
        speech.lacks(english)
        return Self.fill(english, values)
    }

    /// What a file or another room says in English, in the language of the reader: its Welsh stands here under the same
    /// English, or else it is a gap.
    public static func of(_ english: String) -> String {
        if let words = Self(rawValue: english.replacing("'", with: "’")) { return words() }
        if Speech.language != .english { Speech.current?.lacks(english) }
        return english
    }

    /// A value is never read for places itself, since a person may have typed it.
    private static func fill(_ text: String, _ values: [String]) -> String {
        guard !values.isEmpty else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let end = rest.index(open, offsetBy: 3, limitedBy: rest.endIndex) ?? rest.endIndex
            let place = rest[open..<end]
            filled += rest[..<open]
            if place.count == 3, place.last == "}", let number = place.dropFirst().first?.wholeNumberValue,
                values.indices.contains(number - 1)
            {
                filled += values[number - 1]
                rest = rest[end...]
            } else {
                filled.append("{")
                rest = rest[rest.index(after: open)...]
            }
        }
        return filled + rest
    }
}
