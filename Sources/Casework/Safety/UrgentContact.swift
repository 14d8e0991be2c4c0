/// Whom to ring when somebody may be in danger, in the words of both languages (K-019).
public struct UrgentContact: Sendable, Equatable {
    public let code: String
    public let name: Said
    /// As it is dialled, and what to choose then.
    public let phone: Said
    public let hours: Said
    /// What it is for.
    public let use: Said
    public let trust: Figure<String>

    /// One sentence in English, and in Welsh.
    public struct Said: Sendable, Equatable {
        public let english: String
        public let welsh: String

        public init(english: String, welsh: String) {
            self.english = english
            self.welsh = welsh
        }

        /// In the language that the page is written in.
        public var text: String { Speech.language == .welsh ? welsh : english }
    }

    /// - Parameter trust: the number's status and source.
    public init(code: String, name: Said, phone: Said, hours: Said, use: Said, trust: Figure<String>) {
        self.code = code
        self.name = name
        self.phone = phone
        self.hours = hours
        self.use = use
        self.trust = trust
    }
}
