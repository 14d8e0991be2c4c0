import Insight

/// A journey map, drawn, and how many people it hides; steps that fewer than five people took are left out.
struct JourneyDrawing: Component {
    let map: JourneyMap
    /// The most steps that are drawn.
    let steps: Int
    /// What the drawing is of.
    let heading: String

    var body: some HTML {
        let shown = ShownMap.readable(map, atMost: steps, least: JourneysPage.least)
        if let drawing = MapDrawing(shown, title: heading) {
            p { shown.sentence }
            div(.class("journey"), .tabindex(0), .role("group"), .ariaLabel("Drawing: \(heading)")) {
                UnescapedMarkup(escapedBy: "MapDrawing", drawing.svg)
            }
        } else {
            p(.class("empty")) { "No step was taken by five people or more." }
        }
    }
}
