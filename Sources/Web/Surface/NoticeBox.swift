/// A box that says one thing apart from the rest: what just happened, or what needs a person today.
public struct NoticeBox<Content: HTML>: Component {
    public enum Kind: String, Sendable {
        /// Something to know.
        case plain
        /// Something that needs a person today; its title says so in words.
        case attention
        /// Something that was done.
        case done
    }

    private let kind: Kind
    private let heading: String?
    private let content: Content

    public init(_ kind: Kind = .plain, title: String? = nil, @HTMLBuilder content: () -> Content) {
        self.kind = kind
        heading = title
        self.content = content()
    }

    public var body: some HTML {
        div(.class("notice \(kind.rawValue)"), .role(kind == .done ? "status" : "note")) {
            if let heading { p(.class("notice-title")) { strong { heading } } }
            div { content }
        }
    }
}

extension NoticeBox where Content == String {
    /// A notice of one sentence.
    public init(_ kind: Kind = .plain, _ sentence: String) { self.init(kind) { sentence } }
}

/// What stands where a list would: that it is empty, and what will come.
public struct EmptyState: Component {
    private let sentence: String
    private let what: String

    /// - Parameters:
    ///   - sentence: *No referrals are waiting.*
    ///   - comes: *New ones arrive here.*
    public init(_ sentence: String, comes what: String) {
        self.sentence = sentence
        self.what = what
    }

    public var body: some HTML {
        p(.class("empty")) {
            strong { sentence }
            " \(what)"
        }
    }
}

/// More about something, closed until it is wanted.
public struct Disclosure<Content: HTML>: Component {
    private let heading: String
    private let isOpen: Bool
    private let content: Content

    public init(_ heading: String, open: Bool = false, @HTMLBuilder content: () -> Content) {
        self.heading = heading
        isOpen = open
        self.content = content()
    }

    public var body: some HTML {
        details(.open(isOpen)) {
            summary { heading }
            div { content }
        }
    }
}
