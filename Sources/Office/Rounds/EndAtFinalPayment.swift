import Casework
import Kernel
import Records

extension Office {
    /// Ends the support of those whose last payment has fallen due, where the programme says that it ends then (C13). The
    /// exit is dated by the day the payment fell due, however late the round is made.
    /// - Returns: how many exits were recorded.
    func endAtFinalPayment() async throws -> Int {
        let today = clock.today
        var count = 0
        for programme in programmes.values.sorted(by: { $0.id < $1.id }) where programme.finalPaymentEnds?.value == true
        {
            var asked: [(group: String, line: (kind: LineKind, ordinal: Int))] = []
            for row in programme.tariff.rows {
                guard let line = row.finalLine, !asked.contains(where: { $0.group == row.group && $0.line == line })
                else { continue }
                asked.append((row.group, line))
            }
            for (group, line) in asked {
                var after: Identifier<CaseFile>?
                while true {
                    let page = try await database.read { [after] connection in
                        try FinalPaymentQuery.due(
                            line, programme: programme.id, group: group, by: today, after: after, in: connection)
                    }
                    for entry in page { count += try await end(entry, today) ? 1 : 0 }
                    guard let last = page.last else { break }
                    after = last.subject
                }
            }
        }
        return count
    }

    private func end(_ entry: FinalPaymentQuery.Entry, _ today: CalendarDay) async throws -> Bool {
        let file = try await database.read { [self] connection in
            try self.file(entry.subject, in: connection)
        }
        guard let referral = file.referral, let prime = referral.prime, !referral.isOver(on: today) else {
            return false
        }
        do {
            let performed = try await perform(
                EndReferral(reason: .finalPayment, on: entry.dueOn), on: entry.subject, as: .system(at: prime),
                id: Identifier(
                    derivedFrom: ["throughline final payment 1", referral.id.description, entry.dueOn.description]))
            return !performed.events.isEmpty
        } catch let refusal as Refusal where !refusal.code.hasPrefix("store.") {
            // The past was changed meanwhile, and something can be earned again.
            return false
        }
    }
}
