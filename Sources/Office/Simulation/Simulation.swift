import Casework
import Kernel
import Programmes
import Records

/// A made-up cohort, sent through the programme by the commands that people use.
public enum Simulation {
    /// How many customers one transaction takes.
    static let batch = 250

    /// Sends the plan's customers through the programme in an empty store, which is marked as simulated.
    ///
    /// All referrals come first, in order of time, because the area's register of draws is; then each customer's life to
    /// the plan's last day, in the same order, so that what is written together lies together. What happens depends on the plan alone. The ids of events and the draws come from the office's
    /// own random source and keys, so an office whose source and master key follow from a seed gives the same record
    /// twice.
    /// - Parameters:
    ///   - clock: the clock the office was opened with.
    ///   - progress: told how much of how much is done.
    /// - Throws: `Refusal` for a store in use or a plan that cannot be.
    public static func run(
        _ plan: SimulationPlan, in office: Office, clock: SimulationClock,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws -> SimulationReport {
        let programme = try check(plan, office.programmes)
        let partnership = MadeUpPartnership.simulated(plan)
        clock.set(Instant(london: plan.from.adding(days: -16), hour: 9, minute: 0))
        try await open(partnership, plan, in: office)
        var tally = SimulationTally(plan)
        let order = (0..<plan.customers)
            .map { ($0, SimulatedJourney(number: $0, plan: plan, partnership: partnership, phase: 0).referred) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        for start in stride(from: 0, to: order.count, by: batch) {
            let numbers = order[start..<min(start + batch, order.count)]
            clock.set(numbers.last?.1 ?? clock.now)
            tally.events += try await play(
                numbers.map(\.0), phase: 0, plan, partnership, programme, in: office, at: clock.now
            ).events
            progress?(start + numbers.count, plan.customers * 3)
        }
        clock.set(Instant(london: plan.to, hour: 23, minute: 59))
        for start in stride(from: 0, to: order.count, by: batch) {
            let numbers = order[start..<min(start + batch, order.count)].map(\.0)
            let played = try await play(numbers, phase: 1, plan, partnership, programme, in: office, at: clock.now)
            tally.events += played.events
            for outcome in played.outcomes { tally.add(outcome) }
            progress?(plan.customers + (start + numbers.count) * 2, plan.customers * 3)
        }
        return tally.report
    }

    /// The same lives folded in memory and in no store: what calibration runs many times.
    static func rehearse(_ plan: SimulationPlan, programmes: [String: Programme]) throws -> SimulationReport {
        let programme = try check(plan, programmes)
        let partnership = MadeUpPartnership.simulated(plan)
        let area = try partnership.rehearsalArea(plan)
        let ledger = PaymentLedger(plan.workingDayRule ? programme : programme.withoutWorkingDayRule)
        var tally = SimulationTally(plan)
        let driver = MemoryDriver(area, programmes: programmes, tools: try InstrumentReader.shipped())
        let desk = MadeUpDesk(driver, partnership, programme, diary: SimulationDiary(), keepsNotices: false)
        for number in 0..<plan.customers {
            for phase in 0...1 {
                let customer = SimulatedJourney(number: number, plan: plan, partnership: partnership, phase: phase).told
                for step in customer.steps { try desk.play(step, of: customer) }
                if phase == 1 {
                    tally.add(SimulatedOutcome(driver.file(customer.subject), ledger, on: plan.to))
                }
            }
        }
        tally.events = driver.events
        return tally.report
    }

    private struct Played: Sendable {
        var events = 0
        var outcomes: [SimulatedOutcome] = []
    }

    private static func play(
        _ numbers: [Int], phase: Int, _ plan: SimulationPlan, _ partnership: MadeUpPartnership, _ programme: Programme,
        in office: Office, at now: Instant
    ) async throws -> Played {
        let customers = numbers.map {
            SimulatedJourney(number: $0, plan: plan, partnership: partnership, phase: phase).told
        }
        let ledger = PaymentLedger(plan.workingDayRule ? programme : programme.withoutWorkingDayRule)
        let (outcomes, events) = try await office.drive(at: now) { driver in
            let desk = MadeUpDesk(driver, partnership, programme, diary: SimulationDiary())
            var outcomes: [SimulatedOutcome] = []
            for customer in customers {
                for step in customer.steps { try desk.play(step, of: customer) }
                if phase == 1 {
                    let file = try driver.file(customer.subject)
                    if let outcome = SimulatedOutcome(file, ledger, on: plan.to) { outcomes.append(outcome) }
                }
            }
            return outcomes
        }
        return Played(events: events, outcomes: outcomes)
    }

    private static func open(_ partnership: MadeUpPartnership, _ plan: SimulationPlan, in office: Office) async throws {
        let now = office.clock.now
        try await office.database.write { connection in
            guard try OrganisationRegister.all(in: connection).isEmpty else {
                throw Refusal(
                    "simulate.in-use", "This store is already in use. Give the simulation a database of its own.")
            }
            // A store whose keys come from a seed is marked with it when it is made.
            if try Settings.value(Settings.simulated, in: connection) == nil {
                try Settings.set(Settings.simulated, to: "simulation", in: connection)
            }
            try partnership.register(at: now, in: connection)
            try partnership.openAccounts(at: now, in: connection)
        }
        try await partnership.openArea(in: office, programme: plan.programme, from: plan.from, through: plan.to)
    }

    private static func check(_ plan: SimulationPlan, _ programmes: [String: Programme]) throws(Refusal) -> Programme {
        guard let programme = programmes[plan.programme] else {
            throw Refusal(
                "programme.unknown", "There is no programme “\(plan.programme)” here. Choose one from the list.",
                field: "programme")
        }
        guard plan.programme == "work-programme-2011" else {
            throw Refusal(
                "simulate.programme", "Only work-programme-2011 can be simulated: the model knows no other's groups.",
                field: "programme")
        }
        guard (1...4_000_000).contains(plan.customers) else {
            throw Refusal("simulate.customers", "Simulate from 1 to 4,000,000 customers.", field: "customers")
        }
        guard plan.from <= plan.to, programme.runs.contains(plan.from), programme.runs.contains(plan.to) else {
            throw Refusal(
                "simulate.days",
                "The last day must not come before the first, and \(programme.title) takes referrals \(programme.runs.written). Change one of the days.",
                field: "from")
        }
        if let wrong = plan.referredMonths?.first(where: { $0.last < plan.from || $0.first > plan.to }) {
            throw Refusal(
                "simulate.month",
                "\(wrong.written) lies outside the days from \(plan.from.written) to \(plan.to.written). Choose months within them.",
                field: "referred")
        }
        return programme
    }
}

extension Programme {
    /// The same programme with sustainment payable on the day its weeks are over: it shows what the rule of 15 working days
    /// does.
    var withoutWorkingDayRule: Programme {
        var changed = self
        changed.tariff = Tariff(
            tariff.rows.map { row in
                var row = row
                row.sustainment = row.sustainment.map {
                    SustainmentTerms(
                        fee: $0.fee, everyWeeks: $0.everyWeeks, atMost: $0.atMost,
                        workingDaysAfter: $0.workingDaysAfter.map { _ in 0 }, afterAllottedTime: $0.afterAllottedTime)
                }
                return row
            })
        return changed
    }
}

extension MadeUpPartnership {
    /// The area as it stands before the first referral, folded and not stored.
    fileprivate func rehearsalArea(_ plan: SimulationPlan) throws -> Area {
        let facts: [AreaFact] = [
            .opened(
                AreaFact.Opening(name: areaName, nation: .england, commissioner: commissioner.organisation.id)),
            .keyCommitted(DrawPeriod(id: "rehearsal", from: plan.from, until: plan.to, commitment: "")),
            .sharesSet(
                try ShareSetting(
                    programme: plan.programme, group: nil, from: plan.from,
                    shares: primes.map { Share(provider: $0.id, tenThousandths: 5000) })),
        ]
        var area = Area(id: area)
        let opened = Instant(london: plan.from.adding(days: -16), hour: 9, minute: 0)
        for (offset, fact) in facts.enumerated() {
            area.apply(
                Event<Area>(
                    id: Identifier(high: 0, low: UInt64(offset)), subject: area.id, sequence: offset + 1,
                    occurred: .instant(opened), recorded: opened, by: commissioner.author, fact: fact))
        }
        return area
    }
}
