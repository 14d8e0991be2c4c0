import ArgumentParser
import Casework
import Kernel
import Office
import Programmes

struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make up customers and what happens to them.",
        discussion: """
            Everything goes through the commands that people use, at the times they would have used them. The same seed \
            gives the same record on either engine. The store must be new, and is marked as made up for good: its keys \
            come from the seed.

            Example: throughline simulate --customers 2000 --from 2011-06-01 --to 2013-06-30 --seed 7 \
            --database sqlite:made-up/throughline.sqlite
            """)

    @Option(help: "How many customers there are.")
    var customers: Int

    @Option(
        help: ArgumentHelp("The first day; otherwise 2011-06-01, the first of the Work Programme.", valueName: "date"),
        transform: { try CalendarDay($0) })
    var from: CalendarDay?

    @Option(help: ArgumentHelp("The last day.", valueName: "date"), transform: { try CalendarDay($0) })
    var to: CalendarDay?

    @Option(help: "How many weeks, instead of a last day.")
    var weeks: Int?

    @Option(
        help: ArgumentHelp(
            "Months whose referrals they are, in equal parts; otherwise they are spread over the days.",
            valueName: "months"),
        transform: { text throws -> MonthList in
            MonthList(months: try text.split(separator: ",").map { try Month(String($0).trimmed) })
        })
    var referred: MonthList?

    @Option(help: "The number that everything comes from.")
    var seed: UInt64

    @Option(help: "The id of the programme.")
    var programme = "work-programme-2011"

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        guard customers > 0 else { throw ValidationError("Give at least one customer.") }
        guard (to == nil) != (weeks == nil) else { throw ValidationError("Give --to or --weeks, and not both.") }
        guard weeks.map({ (1...2000).contains($0) }) ?? true else {
            throw ValidationError("Give from 1 to 2000 weeks.")
        }
    }

    func run() async throws {
        let catalogue = try OpenStore.catalogue(adding: store.programmes)
        _ = try catalogue.programme(programme)
        let first = try from ?? CalendarDay("2011-06-01")
        let last = to ?? first.adding(weeks: weeks ?? 1).adding(days: -1)
        guard first <= last else {
            throw Refusal("simulate.days", "The last day, \(last.written), is before the first, \(first.written).")
        }
        let plan = SimulationPlan(
            customers: customers, from: first, to: last,
            referredMonths: referred?.months, seed: seed,
            programme: programme)
        var request = store.request(creating: true)
        request.seed = seed
        let clock = SimulationClock()
        request.clock = OfficeClock { clock.now }
        request.random = .seeded(seed)
        let report = try await OpenedStore.using(request) { store in
            let bar = ProgressBar("steps")
            defer { bar.end() }
            return try await Simulation.run(plan, in: store.office, clock: clock) { bar.show($0, of: $1) }
        }
        try Output.standard.line(json ? report.json.pretty : report.text.trimmed)
        try Output.standard.flush()
    }
}

/// Months given in one option: `2011-06,2012-06`.
struct MonthList: Sendable {
    let months: [Month]
}

extension SimulationReport {
    var json: JSON {
        [
            "customers": .int(customers), "events": .int(events),
            "cohorts": .array(
                cohorts.map {
                    [
                        "month": .text($0.month), "referred": .int($0.referred), "attached": .int($0.attached),
                        "outcomes": .int($0.outcomes), "whole": .bool($0.isWhole), "rate": .real($0.rate),
                        "standard_error": .real($0.standardError),
                    ]
                }),
            "sustainments": .array(
                rows.map {
                    [
                        "from": .text($0.from), "until": .text($0.until), "people": .int($0.people),
                        "median": $0.median.map { .real($0) } ?? .null, "published": .int($0.published),
                    ]
                }),
            "groups": .array(
                groups.map {
                    ["group": .string($0.group), "referred": .int($0.referred), "outcomes": .int($0.outcomes)]
                }),
        ]
    }
}
