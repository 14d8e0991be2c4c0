/// An element with a closing tag.
public struct Element<Content: HTML>: HTML {
    private let name: StaticString
    private let attributes: [Attribute]
    private let content: Content

    @inline(__always)
    init(_ name: StaticString, _ attributes: consuming [Attribute], _ content: consuming Content) {
        self.name = name
        self.attributes = attributes
        self.content = content
    }

    public func write(to page: inout HTMLOutput) {
        page.open(name, attributes)
        content.write(to: &page)
        page.close(name)
    }
}

/// An element that holds nothing and has no closing tag (HTML Standard §13.1.2).
public struct VoidElement: HTML {
    private let name: StaticString
    private let attributes: [Attribute]

    init(_ name: StaticString, _ attributes: [Attribute]) {
        self.name = name
        self.attributes = attributes
    }

    public func write(to page: inout HTMLOutput) { page.open(name, attributes) }
}
