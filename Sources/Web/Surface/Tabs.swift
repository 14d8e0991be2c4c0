/// Parts of one subject, each a page of its own with its own address.
public struct Tabs: Component {
    public struct Tab: Sendable {
        let text: String
        let address: String
        let count: Int?

        /// - Parameter count: how many there are under it, where that helps to choose.
        public init(_ text: String, to address: String, count: Int? = nil) {
            self.text = text
            self.address = address
            self.count = count
        }
    }

    private let name: String
    private let tabs: [Tab]
    private let current: String

    /// - Parameters:
    ///   - name: what the parts are parts of, for those who hear it.
    ///   - current: the address of the one that is open.
    public init(_ name: String, _ tabs: [Tab], current: String) {
        self.name = name
        self.tabs = tabs
        self.current = current
    }

    public var body: some HTML {
        nav(.class("tabs"), .ariaLabel(name)) {
            ul {
                for tab in tabs {
                    li {
                        a(.href(tab.address), .ariaCurrent(tab.address == current ? .page : nil)) {
                            tab.text
                            if let count = tab.count { span(.class("number")) { " \(grouped(count))" } }
                        }
                    }
                }
            }
        }
    }
}

/// The way through a long list, by key: it costs the same on the first page and on the last.
public struct Pager: Component {
    private let shown: String
    private let previous: String?
    private let next: String?
    private let words: SurfaceWords

    /// - Parameters:
    ///   - shown: what this page holds: *50 of 1,204 customers*.
    ///   - previous: the address of the page before; nil on the first.
    ///   - next: the address of the page after; nil on the last.
    public init(shown: String, previous: String?, next: String?, words: SurfaceWords = .current) {
        self.shown = shown
        self.previous = previous
        self.next = next
        self.words = words
    }

    public var body: some HTML {
        nav(.class("pager"), .ariaLabel(shown)) {
            p { shown }
            if let previous { a(.href(previous), .rel("prev")) { "← \(words.previous)" } }
            if let next { a(.href(next), .rel("next"), .dataKeys("n")) { "\(words.next) →" } }
        }
    }
}
