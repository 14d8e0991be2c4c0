import Casework
import Kernel
import Programmes
import Records
import Synchronization
import TestSupport

@testable import Office

/// A small partnership on a fresh store, with a clock that the test moves.
struct TestDesk: Sendable {
    let store: TestStore
    let office: Office
    let time: Locked<Instant>
    /// Where the register of what has been erased is.
    let erasures: ErasureRegister
    let area = Identifier<Area>(high: 7, low: 7)
    let administrator = Author(
        person: .init(high: 1, low: 1), organisation: .init(high: 9, low: 1), role: .administrator)
    let commissioner = Author(person: .init(high: 1, low: 2), organisation: .init(high: 9, low: 2), role: .commissioner)
    let adviser = Author(person: .init(high: 1, low: 3), organisation: .init(high: 9, low: 3), role: .adviser)
    let otherAdviser = Author(person: .init(high: 1, low: 6), organisation: .init(high: 9, low: 6), role: .adviser)
    let manager = Author(person: .init(high: 1, low: 4), organisation: .init(high: 9, low: 4), role: .providerManager)
    let provider = Author(person: .init(high: 1, low: 5), organisation: .init(high: 9, low: 4), role: .providerAdviser)
    static let programme = "work-programme-2011"

    /// Another process on the same store, with a memory of its own.
    func otherProcess() async throws -> Office {
        try await Office(
            store, keyring: office.keyring, programmes: office.programmes, clock: office.clock, random: .seeded(12),
            erasures: erasures)
    }

    private static func author(_ person: UInt64, at organisation: UInt64, _ role: Role) -> Author {
        Author(person: .init(high: 1, low: person), organisation: .init(high: 9, low: organisation), role: role)
    }

    /// - Parameter programmes: the ids of those the office works with.
    static func open(
        _ engine: Engine, at start: String = "2012-06-01T09:00:00.000Z", programmes: [String] = [Self.programme]
    ) async throws -> TestDesk {
        let store = try await TestStore.fresh(engine)
        let time = Locked(try Instant(start))
        let catalogue = try Programmes.shipped().programmes.filter { programmes.contains($0.key) }
        let keyring = try Keyring(MasterKey(bytes: (0..<32).map { UInt8($0 * 7 % 251) }))
        let erasures = ErasureRegister(path: TestStore.newPath(".erasures"), keys: keyring)
        let office = try await Office(
            store, keyring: keyring, programmes: catalogue, clock: OfficeClock { time.with { $0 } },
            random: .seeded(11), erasures: erasures)
        // However busy the machine is, a map is waited for until it is there.
        office.journeySettings.with { $0.patience = .seconds(3600) }
        let desk = TestDesk(store: store, office: office, time: time, erasures: erasures)
        try await desk.populate()
        return desk
    }

    private func populate() async throws {
        let now = office.clock.now
        let offices: [(Author, String, OrganisationRegister.Kind)] = [
            (administrator, "Partnership Office", .council), (commissioner, "Commissioning Body", .department),
            (adviser, "Union Street Jobcentre", .jobcentre), (manager, "Northway", .provider),
            (otherAdviser, "Mill Lane Jobcentre", .jobcentre),
        ]
        let people = [(manager, "Mo Manager"), (provider, "Pat Provider"), (adviser, "Dana Adviser")]
        try await store.write { [administrator] connection in
            for (author, name, kind) in offices {
                try OrganisationRegister.put(
                    .init(id: author.organisation, name: name, kind: kind, address: "1 Street", phone: "01632 960000"),
                    by: administrator.person, at: now, in: connection)
            }
            for (author, name) in people {
                try AccountRegister.open(
                    .init(
                        person: author.person, name: name, username: name.lowercased().replacing(" ", with: "."),
                        password: "none"),
                    by: administrator.person, at: now, in: connection)
                try AccountRegister.appoint(
                    .init(person: author.person, organisation: author.organisation, role: author.role), in: connection)
            }
        }
        try await office.openArea(
            .init(name: "North", nation: .england, commissioner: commissioner.organisation), id: area, as: commissioner)
        try await office.commitKey(
            of: area, period: "2012", from: try CalendarDay("2012-01-01"), until: try CalendarDay("2012-12-31"),
            as: commissioner)
        try await office.setShares(
            try ShareSetting(
                programme: Self.programme, group: nil, from: try CalendarDay("2012-01-01"),
                shares: [Share(provider: manager.organisation, tenThousandths: 10_000)]),
            of: area, as: commissioner)
    }

    func newCase(_ number: UInt64) -> Identifier<CaseFile> { Identifier(high: 100, low: number) }
    func command(_ number: UInt64) -> Identifier<Command> { Identifier(high: 200, low: number) }

    func identity(_ given: String = "Rosa", number: String? = nil) throws -> Identity {
        try Identity(
            given: given, family: "Parr", born: CalendarDay("1981-02-03"),
            nationalInsurance: number.map { try NationalInsuranceNumber($0) }, on: CalendarDay("2012-06-01"))
    }

    /// Registers somebody.
    @discardableResult
    func register(_ number: UInt64, nationalInsurance: String? = nil) async throws -> Performed {
        try await office.perform(
            RegisterCustomer(identity: try identity(number: nationalInsurance)), on: newCase(number), as: adviser,
            id: command(number))
    }

    /// Registers somebody on JSA for a year and refers them.
    @discardableResult
    func refer(_ number: UInt64) async throws -> Performed {
        try await register(number)
        let topics = office.programmes[Self.programme]?.referralInterview.map(\.id) ?? []
        try await office.perform(
            RecordReferralInterview(programme: Self.programme, explained: topics, inWriting: true, agreed: []),
            on: newCase(number), as: adviser, id: command(1000 + number))
        return try await office.perform(
            ReferCustomer(
                programme: Self.programme, area: area,
                claim: ClaimAnswers(benefit: "JSA", since: try CalendarDay("2011-05-20"), circumstances: [])),
            on: newCase(number), as: adviser, id: command(2000 + number))
    }

    func close() async throws {
        try await office.close()
        try await store.close()
    }
}

/// The refusal that something ends in.
func refusal(of body: () async throws -> some Any) async -> Refusal? {
    do {
        _ = try await body()
        return nil
    } catch { return error as? Refusal }
}
