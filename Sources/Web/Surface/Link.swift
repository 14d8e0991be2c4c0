/// Words that go somewhere.
public struct Link: Component, Equatable {
    public let text: String
    public let address: String
    /// The keys that follow it, for staff who use the keyboard: `g t`.
    public let keys: String?

    public init(_ text: String, to address: String, keys: String? = nil) {
        self.text = text
        self.address = address
        self.keys = keys
    }

    public var body: some HTML {
        a(.href(address), .dataKeys(keys)) { text }
    }
}

/// A link that looks like what it is, the next thing to do; it opens a page and changes nothing.
public struct LinkButton: Component {
    private let link: Link
    private let object: String?
    private let primary: Bool

    /// - Parameter object: what it is about, for those who hear it, where many on a page have the same words.
    public init(
        _ text: String, to address: String, about object: String? = nil, keys: String? = nil, primary: Bool = false
    ) {
        link = Link(text, to: address, keys: keys)
        self.object = object
        self.primary = primary
    }

    public var body: some HTML {
        a(.class(primary ? "button primary" : "button"), .href(link.address), .dataKeys(link.keys)) {
            link.text
            if let object { span(.class("unseen")) { " \(object)" } }
        }
    }
}
