import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Two processes at once against every guard (design §4.1)")
struct GuardRaceTests {
    /// A guard, and the command that two processes send for two customers, of whom one may have what it holds.
    enum Race: CaseIterable {
        case nationalInsuranceNumber, opening, supporter, partOf, adviserTime

        var kind: GuardKind {
            switch self {
            case .nationalInsuranceNumber: .nationalInsuranceNumber
            case .opening: .opening
            case .supporter: .supporter
            case .partOf: .partOf
            case .adviserTime: .slot
            }
        }

        /// What the slower is told, whether the guard stops it or a rule does that sees what the guard holds.
        var refusals: Set<String> {
            switch self {
            case .nationalInsuranceNumber: ["customer.number-held", "guard.national-insurance-number"]
            case .opening: ["command.used-already"]
            case .supporter: ["guard.supporter"]
            case .partOf: ["merge.elsewhere", "guard.part-of"]
            case .adviserTime: ["slot.adviser-busy", "guard.adviser-time"]
            }
        }
    }

    /// Registers whom the race needs before it starts: two to send it for, and one that both are to absorb.
    private func prepare(_ race: Race, _ desk: TestDesk, _ round: UInt64) async throws {
        switch race {
        case .nationalInsuranceNumber, .opening: break
        case .supporter, .adviserTime:
            for number in 1...2 { try await desk.register(round * 10 + UInt64(number)) }
        case .partOf:
            for number in 1...3 { try await desk.register(round * 10 + UInt64(number)) }
        }
        desk.time.with { $0 = $0.adding(minutes: 1) }
    }

    /// Sends the race's command for one of the two customers of a round.
    private func send(_ race: Race, _ desk: TestDesk, through office: Office, _ round: UInt64, _ customer: UInt64)
        async throws
    {
        let (subject, adviser) = (desk.newCase(round * 10 + customer), desk.adviser)
        let (own, shared) = (desk.command(5000 + round * 10 + customer), desk.command(6000 + round))
        switch race {
        case .nationalInsuranceNumber:
            let identity = try desk.identity(number: "QQ12345\(round)C")
            try await office.perform(RegisterCustomer(identity: identity), on: subject, as: adviser, id: own)
        case .opening:
            let identity = try desk.identity()
            try await office.perform(RegisterCustomer(identity: identity), on: subject, as: adviser, id: shared)
        case .supporter:
            // A supporter's id is that of the command that names them.
            let terms = SupporterTerms(rights: [.voice], until: try CalendarDay("2012-07-01"))
            let details = SupporterDetails(name: "Sam Field", relationship: "sister")
            try await office.perform(
                NameSupporter(details: details, terms: terms, how: .inPerson), on: subject, as: adviser, id: shared)
        case .partOf:
            try await office.perform(
                MergeRecords(other: desk.newCase(round * 10 + 3)), on: subject, as: adviser, id: own)
        case .adviserTime:
            let starts = Instant(london: try CalendarDay("2012-06-12"), hour: 9 + Int(round), minute: 0)
            let slot = try Slot(starts: starts, minutes: 30, mode: .faceToFace)
            try await office.perform(
                BookAppointment(
                    purpose: .interview, adviser: adviser.person, office: adviser.organisation, slot: slot),
                on: subject, as: adviser, id: own)
        }
    }

    @Test(
        "Of two processes that take one thing for two customers, one has it and the other is refused",
        arguments: Race.allCases, Engine.allCases)
    func raced(race: Race, engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let other = try await SecondProcess(on: desk)
        for round in UInt64(1)...4 {
            try await prepare(race, desk, round)
            let refusals = await atOnce(desk.office, other.office) { office, customer in
                try await send(race, desk, through: office, round, customer)
            }
            #expect(refusals.count == 1, "round \(round): \(refusals)")
            for refusal in refusals {
                let code = (refusal as? Refusal)?.code ?? "\(refusal)"
                #expect(race.refusals.contains(code), "round \(round): \(code)")
            }
        }
        #expect(try await held(race.kind, in: desk.store) >= 4)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await other.close()
        try await desk.close()
    }

    @Test(
        "Two partners referred by two processes at once are with one provider, by one draw",
        arguments: Engine.allCases)
    func draw(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let other = try await SecondProcess(on: desk)
        let (programme, area) = (TestDesk.programme, desk.area)
        let topics = desk.office.programmes[programme]?.referralInterview.map(\.id) ?? []
        for round in UInt64(1)...4 {
            let couple = [desk.newCase(round * 10 + 1), desk.newCase(round * 10 + 2)]
            for (number, subject) in couple.enumerated() {
                let id = round * 10 + UInt64(number)
                try await desk.office.perform(
                    RegisterCustomer(identity: try desk.identity(), partner: number == 0 ? nil : couple[0]),
                    on: subject, as: desk.adviser, id: desk.command(id))
                try await desk.office.perform(
                    RecordReferralInterview(programme: programme, explained: topics, inWriting: true, agreed: []),
                    on: subject, as: desk.adviser, id: desk.command(1000 + id))
            }
            let claim = ClaimAnswers(benefit: "JSA", since: try CalendarDay("2011-05-20"), circumstances: [])
            let made = Locked<[Referral.Allocation]>([])
            let refusals = await atOnce(desk.office, other.office) { office, customer in
                let performed = try await office.perform(
                    ReferCustomer(programme: programme, area: area, claim: claim), on: couple[Int(customer) - 1],
                    as: desk.adviser, id: desk.command(2000 + round * 10 + customer))
                let allocation = try #require(performed.file.referral?.allocation)
                made.with { $0.append(allocation) }
            }
            #expect(refusals.isEmpty, "round \(round): \(refusals)")
            let allocations = made.with { $0 }
            #expect(allocations.count { !$0.followed } == 1 && allocations.count { $0.followed } == 1)
            #expect(Set(allocations.map(\.draw)) == [Int(round)])
            #expect(Set(allocations.map(\.provider)).count == 1)
        }
        let published = try await desk.store.read { try DrawRegisterQuery.page(of: area, in: $0) }
        #expect(published.map(\.draw.number) == [1, 2, 3, 4])
        #expect(try await held(.draw, in: desk.store) == 4)
        try await other.close()
        try await desk.close()
    }

    /// Does something in each of two offices at once, for the first customer and for the second.
    /// - Returns: what stopped those that did not succeed.
    private func atOnce(
        _ first: Office, _ second: Office, _ body: @escaping @Sendable (Office, UInt64) async throws -> Void
    ) async -> [any Error] {
        await withTaskGroup(of: (any Error)?.self) { group in
            for (office, customer) in [(first, UInt64(1)), (second, 2)] {
                group.addTask {
                    do {
                        try await body(office, customer)
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: [any Error]()) { if let error = $1 { $0.append(error) } }
        }
    }

    /// How many claims of a kind stand.
    private func held(_ kind: GuardKind, in store: TestStore) async throws -> Int {
        try await store.read { connection in
            try connection.first("SELECT count(*) FROM guards WHERE kind = $1", [.text(kind.name)]) { try $0.int(0) }
                ?? 0
        }
    }
}

/// Another process on a desk's store: an office and connections of its own.
private struct SecondProcess {
    let office: Office
    private let database: any Database

    init(on desk: TestDesk) async throws {
        database = try await openDatabase(desk.store.location, connections: 2)
        office = try await Office(
            database, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: desk.office.clock,
            random: .seeded(12), erasures: desk.erasures)
    }

    func close() async throws {
        try await office.close()
        try await database.close()
    }
}
