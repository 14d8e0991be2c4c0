import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("The letter about the end of a programme, on the customer's page")
struct EndingLetterTests {
    @Test("What became of it is said: on its way, and not delivered with why (A-013, C13)")
    func state() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let ben = try await town.browser(town.adviser)
        func shown() async throws -> String {
            try await ben.get(SiteURL.customer(subject).address).page().root.text
        }
        let none = try await shown()
        #expect(!none.contains("Letter about the end"))
        let attached = try #require(try await town.file(subject).referral?.attachment?.event.id)
        let now = town.now
        _ = try await town.store.write { connection in
            try Outbox.add(
                "ending", because: attached, of: subject, payload: now.description, due: now, in: connection)
        }
        let waiting = try await shown()
        #expect(waiting.contains("Letter about the end") && waiting.contains("On its way by e-mail"))
        try await town.store.write { connection in
            for item in try Outbox.take(10, now: now, in: connection) where item.kind == "ending" {
                _ = try Outbox.failed(item, "The mailbox is full.", retryAt: nil, at: now, in: connection)
            }
        }
        #expect(try await shown().contains("Not delivered by e-mail, so they have to be told. The mailbox is full."))
        try await town.close()
    }

    @Test("Once the time is over the page says so, and takes a return that is told late until weeks after (D-032)")
    func over() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let until = try #require(try await town.file(subject).referral?.attachment?.until)
        let cases: [(days: Int, over: Bool, back: Bool)] = [(0, false, true), (3, true, true), (29, true, false)]
        for (days, over, back) in cases {
            town.move(to: until.adding(days: days))
            // Signed in anew, as a session is over by then.
            let dana = try await town.browser(town.jobcentreAdviser)
            let page = try await dana.get(SiteURL.customer(subject).address).page().root.text
            #expect(page.contains("Over since \(until.written)") == over, "\(days)")
            #expect(page.contains("Back on benefit") == back, "\(days)")
        }
        try await town.close()
    }
}
