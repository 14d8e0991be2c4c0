import Casework
public import Kernel
import Records

/// A populated partnership that is made up from end to end, to look at and to learn with.
public enum Demonstration {
    /// The programme its customers are referred to.
    public static let programme = "work-programme-2011"
    /// The present of the demonstration: Thursday 9 August 2012 at ten in the morning.
    public static let now = Instant(london: CalendarDay(ymd: (2012, 8, 9)), hour: 10, minute: 0)
    /// The most customers its few advisers have time for.
    public static let mostCustomers = 400

    private static let password = "made up for the show"

    /// Everybody one can sign in as. The password is the same for all.
    public static let signIns: [DemonstrationSignIn] = MadeUpPartnership.demonstration.workers.map {
        DemonstrationSignIn(
            user: $0.user, password: password, who: $0.name, role: $0.roles[0], organisation: $0.organisation.name)
    }

    /// Fills an empty store: organisations, accounts, an area with its draws, and customers at every stage. All of it goes
    /// through the commands that people use, at the times they would have used them; the clock is left at `now`.
    ///
    /// The same number of customers gives the same people and the same stories. Which provider each is drawn to follows
    /// from the store's key and the office's random source.
    /// - Parameter progress: told how many steps of how many are done.
    /// - Throws: `Refusal` for a store that is in use, no customers, or more than `mostCustomers`.
    public static func load(
        into office: Office, customers: Int, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws {
        guard (1...mostCustomers).contains(customers) else {
            throw Refusal(
                "demo.customers",
                "A demonstration has from 1 to \(mostCustomers) customers. For more, use `throughline simulate`.",
                field: "customers")
        }
        guard let programme = office.programmes[Self.programme] else {
            throw Refusal(
                "programme.unknown", "The demonstration needs the programme “\(programme)”, and it is not loaded.")
        }
        let partnership = MadeUpPartnership.demonstration
        try await open(partnership, in: office)
        try await tell(ReportedPerson.all, to: partnership, in: office)
        try await office.moveClock(to: Instant(london: CalendarDay(ymd: (2011, 5, 16)), hour: 9, minute: 0))
        try await partnership.openArea(
            in: office, programme: Self.programme, from: CalendarDay(ymd: (2011, 6, 1)),
            through: CalendarDay(ymd: (2013, 12, 31)))
        if let omar = partnership.workers.first(where: { $0.user == "omar" }) {
            try await office.openPaper(
                NewPaperFile(
                    reference: PaperReference("P-2011/3"), officer: omar.person, area: partnership.area),
                by: partnership.administrator.person)
        }
        let random = RandomSource.seeded(20_120_809)
        let people = (0..<customers).map {
            MadeUpCustomer(number: $0, partnership: partnership, at: now, random: random)
        }
        let ordered = people.flatMap { customer in customer.steps.map { (customer: customer, step: $0) } }
            .enumerated().sorted { ($0.element.step.at, $0.offset) < ($1.element.step.at, $1.offset) }.map(\.element)
        try await office.drive(at: now) { driver in
            let desk = MadeUpDesk(driver, partnership, programme, diary: DemonstrationDiary())
            for (done, entry) in ordered.enumerated() {
                try desk.play(entry.step, of: entry.customer)
                if done % 50 == 0 { progress?(done, ordered.count) }
            }
        }
        try await office.moveClock(to: now)
        try await furnishGuest(of: people, in: office)
        _ = try await office.publishKeys(as: partnership.commissioner.author)
        progress?(ordered.count, ordered.count)
    }

    /// The organisations and accounts, as at the autumn of 2003, before the first of those the reports describe.
    private static func open(_ partnership: MadeUpPartnership, in office: Office) async throws {
        try await office.database.write { connection in
            guard try OrganisationRegister.all(in: connection).isEmpty else {
                throw Refusal(
                    "demo.in-use", "This store is already in use. Give the demonstration a database of its own.")
            }
            // A store whose keys come from a seed is marked with it when it is made.
            if try Settings.value(Settings.simulated, in: connection) == nil {
                try Settings.set(Settings.simulated, to: "demonstration", in: connection)
            }
        }
        try await office.moveClock(to: Instant(london: CalendarDay(ymd: (2003, 10, 1)), hour: 9, minute: 0))
        let opened = office.clock.now
        try await office.database.write { try partnership.register(at: opened, in: $0) }
        try await withThrowingTaskGroup(of: Void.self) { accounts in
            for worker in partnership.workers {
                accounts.addTask {
                    try await office.openAccount(
                        worker.person, name: worker.name, username: worker.user, password: password,
                        cost: PasswordHash.knownToAll,
                        positions: worker.roles.map {
                            .init(person: worker.person, organisation: worker.organisation.id, role: $0)
                        }, by: partnership.administrator.person)
                }
            }
            try await accounts.waitForAll()
        }
    }
}
