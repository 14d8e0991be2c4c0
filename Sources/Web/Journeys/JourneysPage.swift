import Insight
import Kernel
import Office

/// The journeys of the areas somebody commissions, drawn and in tables. What fewer than five people did is left out.
struct JourneysPage {
    static let least = Proportion.least

    let filter: JourneysFilter
    let seen: SeenJourneys
    /// When the record stood as it is shown; nil where nothing has been recorded since.
    let stoodAt: Instant?
    /// Whether the address is that of the example.
    let isExample: Bool

    /// What is told of the journeys, where no two cohorts are compared.
    var told: ToldMap { seen.told }

    /// The address of everybody's journeys, which leads to no example.
    static let everybody = SiteURL.journeys([("show", "everybody")])

    /// The address of the example; nil where there is none.
    var example: String? { seen.example.map { SiteURL.journeys($0.query).address } }

    /// Why what is shown is not of now, in a sentence or two; nil where nothing has been recorded since.
    var stood: String? {
        stoodAt.map { stoodAt in
            "This is the record as it stood at \(WrittenMoment.clock(stoodAt)) on \(WrittenDay.short(stoodAt.day)). More has been recorded since; a map that takes long to read is shown for some minutes before it is read again."
        }
    }

    var page: Page {
        Page("Journeys", section: SiteURL.journeys([]).address, failed: !filter.state.errors.isEmpty, width: .wide) {
            if let example = seen.example {
                p(.class("screen")) {
                    a(.href(SiteURL.journeys(example.query).address)) {
                        "See an example: two cohorts, one above the other"
                    }
                    ". \(example.first.name) beside \(example.second.name)."
                }
            }
            if isExample, let comparison = seen.comparison {
                p(.class("screen")) {
                    "This is an example: \(comparison.first.name) beside \(comparison.second.name), by who reached “\(comparison.question.reaching)” within \(JourneyMap.days(comparison.question.within)). "
                    a(.href(Self.everybody.address)) { "See everybody's journeys" }
                }
            }
            JourneysFilterForm(filter: filter, seen: seen)
            if let words = filter.words { p(.class("paper")) { words } }
            if let stood { p { stood } }
            if seen.isWithheld {
                EmptyState(
                    "This is not shown: by itself, or less another answer, it would tell of fewer than five people.",
                    comes: "Choose more months, a quarter or a year, or leave something out.")
            } else if let comparison = seen.comparison {
                JourneysBeside(comparison: comparison, filter: filter)
                JourneysDownloads(page: self)
            } else if told.cases < Self.least {
                EmptyState(
                    told.cases == 0 ? "Nobody's journey is meant." : "Fewer than five people are meant.",
                    comes: filter.words == nil
                        ? "Journeys are shown once five people or more have been referred in the areas that your organisation commissions."
                        : "Choose more to see their journeys.")
            } else {
                whole
                if filter.state.errors.isEmpty { JourneysDownloads(page: self) }
            }
        }
    }

    @HTMLBuilder private var whole: some HTML {
        p { told.sentence }
        h2 { "The journey, drawn" }
        JourneyDrawing(map: told, steps: filter.steps, heading: "The journey", rows: JourneyRows(told, in: Self.steps))
        EveryStep(map: told, filter: filter, id: Self.steps)
        EveryActivity(map: told, id: Self.steps)
        if !longest.isEmpty {
            h2 { "Where people wait longest" }
            StepsTable("The steps in which everybody together waited longest", longest)
            p { ToldMap.stepTimesNote }
        }
        if !handed.isEmpty {
            h2 { "Who hands people to whom" }
            StepsTable("One organisation acting next after another", handed)
        }
        JourneyTurns(map: told)
        h2 { "The commonest journeys" }
        CommonWays(map: told)
    }

    /// What the ids of the tables beneath the drawing begin with.
    private static let steps = "every-step"

    private var longest: [ToldMap.Edge] { Array(told.longestWaits.prefix(15)) }
    private var handed: [ToldMap.Edge] { ToldMap.mostFirst(told.betweenAgencies) }
}

extension ExampleComparison {
    /// As the address of the page asks for it.
    fileprivate var query: [(String, String)] {
        [
            ("cohort", first.text), ("beside", second.text), ("reaching", reaching), ("within", String(within)),
            ("show", "example"),
        ]
    }
}
