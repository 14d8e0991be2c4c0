import Insight
import Kernel
import Office

/// The journeys of the areas somebody commissions, drawn and in tables. What fewer than five people did is left out.
struct JourneysPage {
    static let least = Proportion.least

    let filter: JourneysFilter
    let seen: SeenJourneys

    static func load(_ visit: Visit) async throws -> JourneysPage {
        let filter = JourneysFilter(visit)
        return JourneysPage(filter: filter, seen: try await visit.office.journeys(filter.question, as: visit.actor))
    }

    var map: JourneyMap { seen.map }
    var shown: ShownMap { .readable(map, atMost: filter.steps, least: Self.least) }

    var page: Page {
        Page("Journeys", section: SiteURL.journeys([]).address, failed: !filter.state.errors.isEmpty, width: .wide) {
            JourneysFilterForm(filter: filter, seen: seen)
            if map.cases < Self.least {
                EmptyState(
                    map.cases == 0 ? "Nobody's journey is meant." : "Fewer than five people are meant.",
                    comes: "Choose more to see their journeys.")
            } else {
                p { map.sentence(least: Self.least) }
                if let comparison = seen.comparison { JourneysBeside(comparison: comparison) }
                h2 { "The journey, drawn" }
                drawing
                waits
                hands
                ways
                downloads
            }
        }
    }

    var longest: [JourneyMap.Edge] { map.longestWaits.filter { $0.cases >= Self.least && $0.total > 0 } }
    var handed: [JourneyMap.Edge] {
        map.betweenAgencies.filter { $0.cases >= Self.least }
            .sorted { ($1.cases, $0.from, $0.to) < ($0.cases, $1.from, $1.to) }
    }

    @HTMLBuilder private var drawing: some HTML {
        if let drawing = MapDrawing(shown, title: "The journey") {
            div(.class("journey"), Attribute(" tabindex=\"", "0"), .role("group"), .ariaLabel("Drawing of the journey"))
            {
                UnescapedMarkup(escapedBy: "MapDrawing", drawing.svg)
            }
        } else {
            p(.class("empty")) { "No step was taken by five people or more." }
        }
    }

    @HTMLBuilder private var waits: some HTML {
        h2 { "Where people wait longest" }
        steps("The steps in which everybody together waited longest", Array(longest.prefix(15)))
    }

    @HTMLBuilder private var hands: some HTML {
        if !handed.isEmpty {
            h2 { "Who hands people to whom" }
            steps("One organisation acting next after another", handed)
        }
    }

    private func steps(_ caption: String, _ edges: [JourneyMap.Edge]) -> some HTML {
        DataTable(
            caption, rows: edges, captionIsUnseen: true,
            columns: [
                Column("From", .heading) { edge in edge.from },
                Column("To") { edge in edge.to },
                Column("People", .number) { edge in grouped(edge.cases) },
                Column("Half of them within", .number) { edge in JourneyMap.written(edge.median) },
                Column("Mean", .number) { edge in JourneyMap.written(edge.mean) },
                Column("Nine in ten within", .number) { edge in JourneyMap.written(edge.ninetieth) },
            ])
    }

    private struct Way: Sendable {
        let people: Int
        let share: String
        let steps: String
    }

    @HTMLBuilder private var ways: some HTML {
        let common = map.variants.filter { $0.cases >= Self.least }
        let rest = map.variants.filter { $0.cases < Self.least }
        h2 { "The commonest journeys" }
        if !common.isEmpty {
            DataTable(
                "Ways that five people or more went",
                rows: common.prefix(20).map { variant in
                    Way(
                        people: variant.cases,
                        share: CohortComparison.percent(Double(variant.cases) / Double(map.cases)),
                        steps: variant.activities.joined(separator: " → "))
                }, captionIsUnseen: true,
                columns: [
                    Column("People", .number) { way in grouped(way.people) },
                    Column("Share", .number) { way in way.share },
                    Column("The way", .heading) { way in way.steps },
                ])
        }
        if !rest.isEmpty {
            p {
                "\(JourneyMap.people(rest.reduce(0) { $0 + $1.cases })) went a way that fewer than five went; there are \(grouped(rest.count)) such ways."
            }
        }
    }

    @HTMLBuilder private var downloads: some HTML {
        p(.class("screen")) {
            "Download: "
            for (place, form) in JourneysFile.allCases.enumerated() {
                if place > 0 { ", " }
                a(
                    .href(SiteURL.journeys(filter.query + [("as", form.rawValue)]).address),
                    .download("journeys.\(form.rawValue)")
                ) { form.title }
            }
        }
    }
}

/// Which journeys: a form that asks and changes nothing.
private struct JourneysFilterForm: Component {
    let filter: JourneysFilter
    let seen: SeenJourneys

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(SiteURL.Route.journeys.rawValue), .novalidate()) {
            if !filter.state.errors.isEmpty { ErrorSummary(filter.state) }
            Select("programme", label: "Programme", seen.programmes.map { Choice($0, $0) }, in: filter.state)
            Select("cohort", label: "First referred in", cohorts, in: filter.state)
            Select("agency", label: "Organisation", seen.agencies.map { Choice($0, $0) }, in: filter.state)
            TextField("from", label: "Something happened from", characters: 16, autocomplete: .off, in: filter.state)
            TextField("until", label: "to", characters: 16, autocomplete: .off, in: filter.state)
            Select("beside", label: "Beside those first referred in", cohorts, in: filter.state)
            Select("reaching", label: "Who reached", seen.activities.map { Choice($0, $0) }, in: filter.state)
            TextField("within", label: "within days", kind: .wholeNumber, characters: 5, in: filter.state)
            TextField("steps", label: "Steps drawn, at most", kind: .wholeNumber, characters: 4, in: filter.state)
            SubmitButton("Show these", .secondary)
            if !filter.query.isEmpty { a(.href(SiteURL.journeys([]).address)) { "Show everybody" } }
        }
    }

    private var cohorts: [Choice] { seen.cohorts.map { Choice($0, JourneysFilter.name(of: $0)) } }
}
