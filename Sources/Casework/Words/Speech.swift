import Kernel

/// The language in which a page or a letter is being written, and what was found to have no words in it.
///
/// It holds for the task that writes, so that whatever writes a part of a page writes it in the page's language. Only words
/// read it: no rule does.
public final class Speech: Sendable {
    @TaskLocal public static var current: Speech?

    public let language: Language
    /// The language the reader wanted, where this one stands in for it.
    public let standsFor: Language?
    private let found = Locked<(gaps: [String], said: Set<String>)>(([], []))

    public init(_ language: Language, standsFor: Language? = nil) {
        self.language = language
        self.standsFor = standsFor
    }

    /// English, unless somebody who reads another is being written to.
    public static var language: Language { current?.language ?? .english }

    /// The English of what has no words in the language.
    public var gaps: [String] { found.with { $0.gaps } }

    /// Notes something that could not be said.
    public func lacks(_ english: String) { found.with { $0.gaps.append(english) } }

    /// Whether these words were taken from the catalogue, so that they are in the language already.
    public func hasSaid(_ words: String) -> Bool { found.with { $0.said.contains(words) } }

    func note(_ words: String) { found.with { _ = $0.said.insert(words) } }
}
