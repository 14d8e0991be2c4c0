import Casework
import Foundation
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasure asked while a letter is on its way")
struct EraseWhileSendingTests {
    /// What lets a courier go on, once, and says that it has begun.
    private struct Gate: Sendable {
        private let begun = AsyncStream.makeStream(of: Void.self)
        private let opened = AsyncStream.makeStream(of: Void.self)

        func pass() async {
            begun.continuation.yield()
            for await _ in opened.stream { break }
        }

        func open() { opened.continuation.yield() }

        func reached() async { for await _ in begun.stream { break } }
    }

    @Test(
        "The letter goes before the erasure is done, and nothing of it goes or is left after (UK GDPR article 17)",
        arguments: Engine.allCases)
    func waits(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        let folder = TestStore.newPath(".mail")
        desk.office.letterFolder.with { $0 = folder }
        let files = FileCourier(folder: folder, from: try MailAddress("post@northway.example"))
        let (gate, order) = (Gate(), Locked<[String]>([]))
        let courier = try TestCourier { message in
            await gate.pass()
            let delivery = await files.deliver(message)
            order.with { $0.append("given over") }
            return delivery
        }
        let sending = Task { try await desk.worker(courier).sendAll() }
        await gate.reached()
        let erasing = Task {
            _ = try await desk.office.erase(desk.newCase(1))
            order.with { $0.append("erased") }
        }
        try await Task.sleep(for: .milliseconds(150))
        #expect(try await desk.office.open(desk.newCase(1), as: desk.adviser).seen.identity?.name == "Rosa Parr")
        gate.open()
        #expect(try await sending.value == 1)
        try await erasing.value
        #expect(order.with { $0 } == ["given over", "erased"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        #expect(try await desk.worker(courier).sendAll() == 0)
        #expect(courier.messages.count == 1)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await desk.close()
    }

    @Test(
        "While a worker that has a letter says nothing, nothing is erased, and that is said",
        arguments: Engine.allCases)
    func says(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        let now = desk.office.clock.now
        let taken = try await desk.store.write { try Outbox.take(1, now: now, in: $0) }
        #expect(taken.count == 1)
        let refused = await refusal { try await desk.office.erase(desk.newCase(1)) }
        #expect(refused?.code == "erase.letter" && refused?.sentence.hasSuffix("Try again in five minutes.") == true)
        #expect(try await desk.office.open(desk.newCase(1), as: desk.adviser).seen.identity?.name == "Rosa Parr")
        #expect(try desk.erasures.erasures().isEmpty)
        // The worker is gone: nothing more comes of what it had.
        desk.time.with { $0 = $0.adding(seconds: Outbox.leaseSeconds) }
        _ = try await desk.office.erase(desk.newCase(1))
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 0)
        #expect(courier.messages.isEmpty)
        try await desk.close()
    }

    @Test(
        "A letter that only waits, for the first time or for another try, holds up no erasure",
        arguments: Engine.allCases)
    func waiting(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.giveNotice(try await desk.bookedWithEmail(1), 1)
        let courier = try TestCourier { _ in .notNow("The mail server could not be reached.") }
        #expect(try await desk.worker(courier).sendAll() == 1)
        try await desk.giveNotice(try await desk.bookedWithEmail(2), 2)
        #expect(try await desk.letterStates() == ["waiting", "waiting"])
        _ = try await desk.office.erase(desk.newCase(1))
        _ = try await desk.office.erase(desk.newCase(2))
        #expect(try await desk.letterStates().isEmpty)
        try await desk.close()
    }
}
