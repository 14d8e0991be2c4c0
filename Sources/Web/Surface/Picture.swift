/// A drawing made on the server, with what it shows in words. The figures stand in a table beside it.
public struct Picture<Drawing: HTML>: Component {
    private let id: String
    private let heading: String
    private let words: String
    private let width: Int
    private let height: Int
    private let drawing: Drawing

    /// - Parameters:
    ///   - id: unlike any other on the page.
    ///   - title: what it is.
    ///   - description: what it shows, in a sentence.
    ///   - width: in units of the drawing; it is never shown wider than its column.
    public init(
        id: String, title: String, description: String, width: Int, height: Int, @HTMLBuilder drawing: () -> Drawing
    ) {
        self.id = id
        heading = title
        words = description
        self.width = width
        self.height = height
        self.drawing = drawing()
    }

    public var body: some HTML {
        Element(
            "svg",
            [
                .class("picture"), SVG.viewBox(width, height), .width(width), .height(height), .role("img"),
                .ariaLabelledBy("\(id)-title \(id)-words"),
            ],
            Both(
                first: Both(
                    first: Element("title", [.id("\(id)-title")], heading),
                    second: Element("desc", [.id("\(id)-words")], words)),
                second: drawing))
    }
}

/// The shapes of a drawing. Their colours come from the style sheet by class, so that dark, contrast and print follow.
public enum SVG {
    public static func rectangle(
        x: Double, y: Double, width: Double, height: Double, class name: String? = nil, title: String? = nil
    ) -> some HTML {
        Element(
            "rect",
            [
                number(" x=\"", x), number(" y=\"", y), number(" width=\"", width), number(" height=\"", height),
                .class(name),
            ], tip(title))
    }

    public static func line(
        x1: Double, y1: Double, x2: Double, y2: Double, class name: String? = nil
    ) -> some HTML {
        Element(
            "line",
            [number(" x1=\"", x1), number(" y1=\"", y1), number(" x2=\"", x2), number(" y2=\"", y2), .class(name)],
            Nothing())
    }

    public static func circle(
        x: Double, y: Double, radius: Double, class name: String? = nil, title: String? = nil
    ) -> some HTML {
        Element(
            "circle", [number(" cx=\"", x), number(" cy=\"", y), number(" r=\"", radius), .class(name)], tip(title))
    }

    /// A path in SVG's own notation (`M0 0L10 10`).
    public static func path(
        _ steps: String, class name: String? = nil, strokeWidth: Double? = nil, title: String? = nil
    ) -> some HTML {
        Element(
            "path", [Attribute(" d=\"", steps), .class(name), number(" stroke-width=\"", strokeWidth)], tip(title))
    }

    /// Which end of the words stands at the point.
    public enum Anchor: String, Sendable { case start, middle, end }

    public static func text(
        _ words: String, x: Double, y: Double, anchor: Anchor = .start, class name: String? = nil
    ) -> some HTML {
        Element(
            "text",
            [
                number(" x=\"", x), number(" y=\"", y), Attribute(" text-anchor=\"", anchor.rawValue), .class(name),
            ], words)
    }

    public static func group(class name: String? = nil, @HTMLBuilder shapes: () -> some HTML) -> some HTML {
        Element("g", [.class(name)], shapes())
    }

    /// A number to a hundredth of a unit, without a trailing nought.
    public static func written(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let decimals = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
        return "\(hundredths < 0 ? "-" : "")\(whole)\(decimals)"
    }

    static func viewBox(_ width: Int, _ height: Int) -> Attribute { Attribute(" viewBox=\"", "0 0 \(width) \(height)") }

    private static func number(_ opening: StaticString, _ value: Double?) -> Attribute {
        Attribute(opening, value.map(written))
    }

    private static func tip(_ words: String?) -> Element<String>? { words.map { Element("title", [], $0) } }
}
