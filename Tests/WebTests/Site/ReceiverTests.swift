import Casework
import Kernel
import Logging
import Office
import Testing

@testable import Web

/// A program that never answers.
private struct SilentCaller: Caller {
    static let reason = "It did not answer in time."

    func call(_ call: OutgoingCall) async -> CallEnd { .notNow(Self.reason) }
}

@Suite("A program that is told, and never answers")
struct ReceiverTests {
    /// The row of the one receiver: the words of its cells.
    private func row(_ client: WebClient<SiteContext>) async throws -> [String] {
        let page = try await client.get(SiteURL.receivers.address).page().root
        return try #require(page.first("tbody")?.first("tr")).all("td").map(\.text)
    }

    @Test("Its organisation reads that it is not answering, how much waits, and at last how much was given up")
    func silent() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        _ = try await room.office.addReceiver(
            at: try ReceiverAddress("https://never.example.org/in", isMadeUp: false), categories: [.appointments],
            as: room.manager.author)
        try await room.book(rosa, on: Partnership.monday.adding(days: 7))
        let worker = CallWorker(room.office, SilentCaller(), isMadeUp: false, logger: LogLines().logger)
        let priya = try await room.browser(room.manager)
        // Told of, taken, waiting, given up, how it does.
        let untried = try await row(priya)
        #expect(Array(untried[1...3]) == ["0", "1", "0"] && untried[4].contains("Well"))

        var minutes = 0
        for wait in SendingSettings().waits {
            try await worker.callAll()
            let cells = try await row(priya)
            #expect(Array(cells[1...3]) == ["0", "1", "0"])
            #expect(cells[4].contains("Not answering") && cells[4].contains(SilentCaller.reason))
            minutes += wait
            room.move(to: Partnership.monday, hour: 9 + minutes / 60, minute: minutes % 60)
        }
        try await worker.callAll()
        let cells = try await row(try await room.browser(room.manager))
        #expect(Array(cells[1...3]) == ["0", "0", "1"])
        #expect(cells[4].contains("Not answering") && cells[4].contains(SilentCaller.reason))
        try await room.close()
    }
}
