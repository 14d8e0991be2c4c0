import Insight
import Office

/// Which journeys: a form that asks and changes nothing.
struct JourneysFilterForm: Component {
    let filter: JourneysFilter
    let seen: SeenJourneys

    private var state: FormState { filter.state }

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(SiteURL.Route.journeys.rawValue), .novalidate()) {
            if !state.errors.isEmpty { ErrorSummary(state) }
            Select("programme", label: "Programme", seen.programmes.map { Choice($0, $0) }, in: state)
            Select("cohort", label: JourneysLabel.cohort, cohorts(with: filter.cohort), in: state)
            Select("period", label: JourneysLabel.period, periods, in: state)
            if !agencies.isEmpty {
                Disclosure(chosen) {
                    Checkboxes("agency", label: "Journeys in which any of these did something", agencies, in: state)
                }
            }
            Select("beside", label: JourneysLabel.beside, cohorts(with: filter.beside), in: state)
            Select("reaching", label: JourneysLabel.reaching, seen.activities.map { Choice($0, $0) }, in: state)
            Select(
                "within", label: JourneysLabel.within, hint: "Where none is chosen, \(JourneysFilter.days).",
                CohortQuestion.askable.map { Choice(String($0), JourneyMap.days($0)) }, in: state)
            RangeField(
                "steps", label: JourneysLabel.steps,
                hint: "Fewer steps hide more people; above each drawing stands how many.",
                in: JourneysFilter.stepsAsked, usual: JourneysFilter.steps, state)
            SubmitButton("Show these", .secondary)
            if filter.asks { a(.href(JourneysPage.everybody.address)) { "Show everybody" } }
        }
    }

    /// What can be chosen, with what the address names beside it.
    private func cohorts(with named: JourneyCohort?) -> [Choice] {
        let more: [JourneyCohort] = named.map { seen.cohorts.contains($0) ? [] : [$0] } ?? []
        return (seen.cohorts + more).map { Choice($0.text, $0.name) }
    }

    /// What can be chosen, with what the address names.
    private var periods: [Choice] {
        let more: [JourneyPeriod] = filter.period.map { seen.periods.contains($0) ? [] : [$0] } ?? []
        return (seen.periods + more).map { Choice($0.text, $0.name) }
    }

    private var agencies: [Choice] {
        let more = filter.agencies.filter { !seen.agencies.contains($0) }
        return (seen.agencies + more).map { Choice($0, $0) }
    }

    private var chosen: String {
        switch filter.agencies.count {
        case 0: "Organisations: any"
        case 1: "Organisations: \(filter.agencies[0])"
        case let count: "Organisations: any of \(count)"
        }
    }
}
