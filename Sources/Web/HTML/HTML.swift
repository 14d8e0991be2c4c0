/// Anything that can be written into a page: an element, a component, a piece of text.
///
/// A value is written straight into one buffer of bytes. Text escapes itself; the only way round is `UnescapedMarkup`.
public protocol HTML: Sendable {
    /// Appends this value to the page being written.
    func write(to page: inout HTMLOutput)
}

extension HTML {
    /// The value as UTF-8.
    /// - Parameter capacity: how many bytes to make room for; a good guess saves copying.
    public func render(capacity: Int = 8192) -> [UInt8] {
        var page = HTMLOutput(capacity: capacity)
        write(to: &page)
        return page.finish()
    }
}

/// A part of a page made of other parts: give it a `body`.
public protocol Component: HTML {
    associatedtype Body: HTML
    @HTMLBuilder var body: Body { get }
}

extension Component {
    public func write(to page: inout HTMLOutput) { body.write(to: &page) }
}

extension String: HTML {
    public func write(to page: inout HTMLOutput) { page.text(self) }
}

extension Substring: HTML {
    public func write(to page: inout HTMLOutput) { page.text(String(self)) }
}

extension Int: HTML {
    public func write(to page: inout HTMLOutput) { page.number(self) }
}

/// A value that may be missing writes nothing when it is.
extension Optional: HTML where Wrapped: HTML {
    public func write(to page: inout HTMLOutput) { self?.write(to: &page) }
}
