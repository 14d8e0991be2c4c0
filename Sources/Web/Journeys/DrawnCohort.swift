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
            let map = ToldMap(cohort.map, least: JourneysPage.least)
            p { map.sentence }
            JourneyDrawing(map: map, steps: filter.steps, heading: heading, rows: JourneyRows(map, in: id))
            EveryStep(map: map, filter: filter, id: id)
            EveryActivity(map: map, id: id)
            JourneyTurns(map: map)
            Disclosure("The commonest journeys") { CommonWays(map: map) }
        }
    }
}
