import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("An office decides and records")
struct PerformTests {
    @Test("A command sent twice is answered once (design §4.2)", arguments: Engine.allCases)
    func repeated(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let first = try await desk.register(1)
        let second = try await desk.register(1)
        #expect(first.events.count == 1 && !first.isRepeat)
        #expect(second.isRepeat && second.events.isEmpty && second.file.sequence == 1)
        try await desk.close()
    }

    @Test("The same command id with something else on it is refused", arguments: Engine.allCases)
    func altered(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let refused = await refusal {
            try await desk.office.perform(
                CorrectCustomer(identity: try desk.identity("Rose")), on: desk.newCase(1), as: desk.adviser,
                id: desk.command(1))
        }
        #expect(refused?.code == "command.used-already")
        try await desk.close()
    }

    @Test("Nobody acts without the power, and the sentence says who may (A-130)", arguments: Engine.allCases)
    func powers(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let refused = await refusal {
            try await desk.office.perform(
                RegisterCustomer(identity: try desk.identity()), on: desk.newCase(1), as: desk.provider,
                id: desk.command(1))
        }
        #expect(refused?.code == "power.none")
        #expect(refused?.sentence.contains("adviser") == true)
        try await desk.close()
    }

    @Test("A form on a file that has moved on is asked again, and names who changed it", arguments: Engine.allCases)
    func stale(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let correct = CorrectCustomer(identity: try desk.identity("Rose"))
        try await desk.office.perform(correct, on: desk.newCase(1), as: desk.adviser, id: desk.command(2), seen: 1)
        let again = CorrectCustomer(identity: try desk.identity("Rosalind"))
        let refused = await refusal {
            try await desk.office.perform(again, on: desk.newCase(1), as: desk.adviser, id: desk.command(3), seen: 1)
        }
        #expect(refused?.code == "form.stale")
        #expect(refused?.sentence.contains("Dana Adviser") == true)
        let fresh = try await desk.office.perform(
            again, on: desk.newCase(1), as: desk.adviser, id: desk.command(4), seen: 2)
        #expect(fresh.file.customer?.identity.value?.given == "Rosalind")
        try await desk.close()
    }

    @Test(
        "One national insurance number is one record, however many register at once (G-004)", arguments: Engine.allCases
    )
    func oneNumber(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in UInt64(1)...4 {
                group.addTask { (try? await desk.register(number, nationalInsurance: "QQ123456C")) != nil }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter(\.self).count == 1)
        try await desk.close()
    }

    @Test("One adviser has one customer at a time, however many book at once", arguments: Engine.allCases)
    func oneSlot(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in UInt64(1)...3 { try await desk.register(number) }
        let slot = try Slot(starts: try Instant("2012-06-12T09:00:00.000Z"), minutes: 60, mode: .faceToFace)
        let booking = BookAppointment(
            purpose: .interview, adviser: desk.adviser.person, office: desk.adviser.organisation, slot: slot)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in UInt64(1)...3 {
                group.addTask {
                    (try? await desk.office.perform(
                        booking, on: desk.newCase(number), as: desk.adviser, id: desk.command(50 + number))) != nil
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter(\.self).count == 1)
        try await desk.close()
    }

    @Test(
        "Every draw takes the next number of the area's register, with no gaps (C03, K-031)", arguments: Engine.allCases
    )
    func draws(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in UInt64(1)...5 {
                group.addTask { try await desk.refer(number).file.referral?.allocation?.draw }
            }
            return try await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        #expect(numbers.sorted() == [1, 2, 3, 4, 5])
        let published = try await desk.store.read { connection in
            try DrawRegisterQuery.page(of: desk.area, after: 0, limit: 10, in: connection)
        }
        let key = DrawKey(desk.office.keyring.drawKey(area: desk.area, period: "2012"))
        for entry in published {
            #expect(
                key.value(programme: entry.draw.programme, area: desk.area, token: entry.draw.token) == entry.draw.value
            )
        }
        try await desk.close()
    }

    @Test("What an office records verifies, and its projections are the same made again", arguments: Engine.allCases)
    func verifies(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let report = try await Verification.verify(desk.store, desk.office.keyring)
        #expect(report.isSound)
        #expect(report.events == 6 + 3)
        try await desk.close()
    }
}
