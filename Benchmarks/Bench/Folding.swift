import Casework
import Kernel
import Office
import Programmes
import Records

/// What a case file costs to make from its events, and what a programme owes on it.
enum Folding {
    private static let attachments = 100_000
    /// The most events held in memory at once.
    private static let most = 400_000

    static func measure(_ location: String) async throws {
        let store = try await OpenStore.open(StoreRequest(DatabaseLocation(location)))
        let programme = try OpenStore.catalogue(adding: nil).programme("work-programme-2011")
        let ((events, count), read) = try await seconds { try await self.events(of: store.database) }
        let (files, folded) = await seconds { events.map { CaseFile(id: $0[0].subject, folding: $0) } }
        let attached = files.filter { $0.referral?.attachment != nil }
        guard let end = files.flatMap(\.appointments).map(\.slot.day).max(), !attached.isEmpty else { return }
        let ledger = PaymentLedger(programme)
        let (lines, due) = await seconds {
            (0..<attachments).reduce(0) { $0 + ledger.lines(for: attached[$1 % attached.count], until: end).count }
        }
        print(
            JSON.fields([
                "events": .int(count), "cases": .int(files.count), "read": .real(Double(count) / read),
                "folded": .real(Double(count) / folded), "attached": .int(attached.count), "due": .real(due),
                "lines": .int(lines),
            ]).text)
        try await store.close()
    }

    /// The events of each case in turn.
    private static func events(of database: any Database) async throws -> ([[Event<CaseFile>]], Int) {
        try await database.read { connection in
            let streams = Streams(keys: nil)
            var cases: [[Event<CaseFile>]] = []
            var count = 0
            var position: StreamPosition<CaseFile>?
            repeat {
                let page = try streams.page(of: CaseFile.self, after: position, in: connection)
                for event in page.events {
                    if cases.last?.first?.subject != event.subject { cases.append([]) }
                    cases[cases.count - 1].append(event)
                }
                count += page.events.count
                position = page.next
            } while position != nil && count < most
            return (cases, count)
        }
    }
}
