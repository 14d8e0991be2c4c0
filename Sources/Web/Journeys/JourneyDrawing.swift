import Insight

/// A journey map, drawn, and how many people it hides; steps that fewer than five people took are left out. Each box and
/// each step leads to its row in a table beneath.
struct JourneyDrawing: Component {
    let map: ToldMap
    /// The most steps that are drawn.
    let steps: Int
    /// What the drawing is of.
    let heading: String
    let rows: JourneyRows

    var body: some HTML {
        let shown = ShownMap.readable(map, atMost: steps)
        if let drawing = MapDrawing(shown, title: heading, links: rows.links) {
            p { shown.sentence }
            div(.class("journey"), .tabindex(0), .role("group"), .ariaLabel("Drawing: \(heading)")) {
                UnescapedMarkup(escapedBy: "MapDrawing", drawing.svg)
            }
            p(.class("screen")) { "A box leads to how many people it is, a step to how long they waited." }
        } else {
            p(.class("empty")) { "No step was taken by five people or more." }
        }
    }
}
