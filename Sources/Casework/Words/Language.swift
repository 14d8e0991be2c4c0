/// A language that a customer reads. Staff pages are in English.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case welsh = "cy"

    /// What it calls itself.
    public var name: String {
        switch self {
        case .english: "English"
        case .welsh: "Cymraeg"
        }
    }

    /// As staff name it.
    public var title: String {
        switch self {
        case .english: "English"
        case .welsh: "Welsh"
        }
    }

    /// Makes a text in this language, or in English where anything in it has no words in this one: never mixed.
    public func write<Text>(_ make: () throws -> Text) rethrows -> Text {
        let speech = Speech(self)
        let text = try Speech.$current.withValue(speech, operation: make)
        guard !speech.gaps.isEmpty else { return text }
        return try Speech.$current.withValue(Speech(.english), operation: make)
    }
}
