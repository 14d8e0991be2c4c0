/// Parts that stand side by side where there is room, and under one another where there is not.
public struct Columns<Parts: HTML>: Component {
    private let parts: Parts

    public init(@HTMLBuilder parts: () -> Parts) { self.parts = parts() }

    public var body: some HTML {
        div(.class("columns")) { parts }
    }
}

/// A part of a page under its own heading, which names it to those who move by landmarks.
public struct Section<Content: HTML>: Component {
    private let heading: String
    private let id: String
    private let content: Content

    public init(_ heading: String, id: String, @HTMLBuilder content: () -> Content) {
        self.heading = heading
        self.id = id
        self.content = content()
    }

    public var body: some HTML {
        section(.ariaLabelledBy(id)) {
            h2(.id(id)) { heading }
            content
        }
    }
}
