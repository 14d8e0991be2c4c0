import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Letters by e-mail")
struct SendingTests {
    @Test("A notice goes once, word for word, however many workers take from the outbox", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in UInt64(1)...6 {
            try await desk.giveNotice(try await desk.bookedWithEmail(number), number, text: "Dear No. \(number)\n")
        }
        let courier = try TestCourier { _ in
            await Task.yield()
            return .taken
        }
        let dealtWith = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 { group.addTask { try await desk.worker(courier).sendAll() } }
            return try await group.reduce(0, +)
        }
        #expect(dealtWith == 6)
        #expect(courier.messages.map(\.text).sorted() == (1...6).map { "Dear No. \($0)\n" })
        #expect(Set(courier.messages.map(\.id)).count == 6)
        #expect(courier.messages.allSatisfy { $0.to.address == "rosa@example.org" && $0.from.name == "Northway" })
        #expect(try await desk.letterStates() == Array(repeating: "sent", count: 6))
        try await desk.close()
    }

    @Test(
        "A notice of an appointment cancelled or moved since is not sent, and why is kept", arguments: Engine.allCases)
    func changedSince(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in UInt64(1)...2 {
            try await desk.giveNotice(try await desk.bookedWithEmail(number), number)
        }
        try await desk.cancelFirstAndMoveSecond(to: "2012-06-22T09:00:00.000Z")
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 2)
        #expect(courier.messages.isEmpty)
        let reasons = try await desk.store.read {
            try $0.all("SELECT reason FROM outbox WHERE state = 'withheld' ORDER BY reason") { try $0.text(0) }
        }
        #expect(
            reasons == [
                "The appointment was cancelled before it went.", "The appointment was moved before it went.",
            ])
        #expect(try await desk.appointment(2).undelivered.isEmpty)
        try await desk.close()
    }

    @Test("A refused address ends it at once, and the notice does not count as served", arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        let courier = try TestCourier { _ in .refused }
        try await desk.worker(courier).sendAll()
        try desk.move(to: "2012-06-03T09:00:00.000Z")
        try await desk.worker(courier).sendAll()
        #expect(courier.messages.count == 1)
        #expect(try await desk.letterStates() == ["failed"])
        let appointment = try await desk.appointment(1)
        #expect(Array(appointment.undelivered.values) == [.refused])
        #expect(appointment.servedNotices.isEmpty && appointment.notices.count == 1)
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        let told = try #require(opened.standing.dues.first { $0.code == .contactDoubtful })
        #expect(told.sentence.contains("e-mail address is doubtful since") && told.act == .reportChange)
        #expect(opened.seen.circumstances?.failures.map(\.reason) == [.refused])
        let report = try await Verification.verify(desk.store, desk.office.keyring)
        #expect(report.isSound)
        try await desk.close()
    }

    @Test(
        "What a mail server refuses at any step says so of the address, and tells the adviser (B-014, design §4.5)",
        .enabled(if: ChildProgram.find("curl") != nil), arguments: MailSink.Step.allCases)
    func refusedByServer(step: MailSink.Step) async throws {
        let sink = try MailSink(refusingAt: step, saying: "550 No such person here")
        defer { sink.close() }
        let desk = try await TestDesk.open(.sqlite)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        #expect(try await desk.worker(try sink.courier).sendAll() == 1)
        #expect(try await desk.letterStates() == ["failed"])
        #expect(Array(try await desk.appointment(1).undelivered.values) == [.refused])
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.standing.dues.contains { $0.code == .contactDoubtful })
        try await desk.close()
    }

    @Test(
        "What a mail server cannot take now, at any step, is tried again and says nothing of the address",
        .enabled(if: ChildProgram.find("curl") != nil), arguments: MailSink.Step.allCases)
    func notNow(step: MailSink.Step) async throws {
        let sink = try MailSink(refusingAt: step, saying: "451 Later")
        defer { sink.close() }
        let desk = try await TestDesk.open(.sqlite)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        #expect(try await desk.worker(try sink.courier).sendAll() == 1)
        #expect(try await desk.letterStates() == ["waiting"])
        #expect(try await desk.appointment(1).undelivered.isEmpty)
        try await desk.close()
    }

    @Test(
        "What is not taken is tried again after each wait, the same each time, then given up",
        arguments: Engine.allCases)
    func triedAgain(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        let courier = try TestCourier { _ in .notNow("The mail server could not be reached.") }
        let worker = desk.worker(courier)
        for (tries, wait) in (SendingSettings().waits + [9999]).enumerated() {
            #expect(try await worker.sendAll() == 1)
            #expect(try await worker.sendAll() == 0, "not before its time")
            #expect(courier.messages.count == tries + 1)
            desk.time.with { $0 = $0.adding(minutes: wait) }
        }
        #expect(try await worker.sendAll() == 0)
        #expect(Set(courier.messages.map(\.bytes)).count == 1)
        #expect(try await desk.letterStates() == ["failed"])
        #expect(Array(try await desk.appointment(1).undelivered.values) == [.noAnswer])
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.circumstances?.failures.isEmpty == true, "says nothing of the address")
        try await desk.close()
    }

    @Test("Somebody who takes back their agreement before it goes is not written to, and that is on record")
    func takenBack() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        try await desk.office.perform(
            ChooseEmail(agreed: false), on: desk.newCase(1), as: desk.adviser, id: desk.command(90))
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        #expect(courier.messages.isEmpty)
        #expect(Array(try await desk.appointment(1).undelivered.values) == [.noAddress])
        try await desk.close()
    }

    @Test("A server that never answers one letter holds up no other, and the worker still ends at once")
    func stuck() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.giveNotice(try await desk.bookedWithEmail(1, email: "stuck@example.org"), 1)
        for number in UInt64(2)...4 {
            try await desk.giveNotice(try await desk.bookedWithEmail(number), number)
        }
        let (others, told) = AsyncStream.makeStream(of: Void.self)
        let courier = try TestCourier { message in
            guard message.to.address == "stuck@example.org" else {
                told.yield()
                return .taken
            }
            try? await Task.sleep(for: .seconds(600))
            return .notNow("No answer.")
        }
        let worker = desk.worker(courier)
        let running = Task { await worker.run() }
        var count = 0
        for await _ in others {
            count += 1
            if count == 3 { break }
        }
        running.cancel()
        await running.value
        #expect(try await desk.letterStates().filter { $0 == "waiting" }.count == 1)
        let again = try TestCourier()
        #expect(try await desk.worker(again).sendAll() == 1, "given back, not kept until its lease is over")
        try await desk.close()
    }
}
