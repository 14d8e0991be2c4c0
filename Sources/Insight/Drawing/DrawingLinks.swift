/// Where the boxes and the steps of a drawing lead: to the parts of its page that tell more of each, by their ids.
public struct DrawingLinks: Sendable {
    let activity: @Sendable (_ name: String) -> String?
    let step: @Sendable (_ from: String, _ to: String) -> String?

    /// - Parameters:
    ///   - activity: the id of what tells of an activity; nil where there is none.
    ///   - step: the id of what tells of a step; nil where there is none.
    public init(
        activity: @escaping @Sendable (_ name: String) -> String?,
        step: @escaping @Sendable (_ from: String, _ to: String) -> String?
    ) {
        self.activity = activity
        self.step = step
    }

    /// Parts of a drawing as a link, by the words that stand for it when it is heard.
    static func link(_ parts: [String], to id: String?, heard: String) -> [String] {
        guard let id else { return parts }
        let (place, words) = (MapDrawing.escaped(id), MapDrawing.escaped(heard))
        return ["<a href=\"#\(place)\" aria-label=\"\(words)\">"] + parts + ["</a>"]
    }

    /// The line of a step as a link for those who point, wide enough to be met: its label is the link for everybody else.
    static func line(_ parts: [String], along path: String, to id: String?) -> [String] {
        guard let id else { return parts }
        let wide =
            "<path d=\"\(path)\" fill=\"none\" stroke=\"#ffffff\" stroke-opacity=\"0\" stroke-width=\"24\" pointer-events=\"stroke\"/>"
        return ["<a href=\"#\(MapDrawing.escaped(id))\" tabindex=\"-1\" aria-hidden=\"true\">", wide] + parts + ["</a>"]
    }
}
