import Insight

/// One of two cohorts, drawn, with its tables beneath.
struct DrawnCohort: Component {
    let cohort: Cohort
    let filter: JourneysFilter
    let id: String

    private var heading: String { "The journey of \(cohort.label)" }

    var body: some HTML {
        h2 { heading }
        if cohort.map.cases < JourneysPage.least {
            p(.class("empty")) { "Fewer than five people are meant, so their journey is not shown." }
        } else {
            p { cohort.map.sentence(least: JourneysPage.least) }
            JourneyDrawing(map: cohort.map, steps: filter.steps, heading: heading)
            EveryStep(map: cohort.map, filter: filter, id: id)
            JourneyTurns(map: cohort.map)
            Disclosure("The commonest journeys") { CommonWays(map: cohort.map) }
        }
    }
}
