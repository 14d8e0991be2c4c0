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
                count += try await goThrough { (last: FinalPaymentQuery.Entry?, connection: any Connection) in
                    try FinalPaymentQuery.due(
                        line, programme: programme.id, group: group, by: today, after: last?.subject, in: connection)
                } doing: { entry in
                    try await end(entry)
                }
            }
        }
        return count
    }

    private func end(_ entry: FinalPaymentQuery.Entry) async throws -> Bool {
        let file = try await database.read { [self] connection in
            try self.file(entry.subject, in: connection)
        }
        // What falls due for work that ran past the allotted time ends nothing: the time did.
        guard let referral = file.referral, referral.exit == nil, let attachment = referral.attachment,
            entry.dueOn <= attachment.until
        else { return false }
        return try await end(
            file, .finalPayment, on: entry.dueOn,
            because: ["throughline final payment 1", referral.id.description, entry.dueOn.description])
    }

    /// Records the end of a programme as the system's own act, for the jobcentre that the person goes back to.
    /// - Parameter because: what the command's id is made of, so that one end is recorded once.
    /// - Returns: false when it is recorded already, was taken back as recorded in error, or is so no more.
    func end(
        _ file: CaseFile, _ reason: ExitReason, on day: CalendarDay, because: [String]
    ) async throws -> Bool {
        guard let jobcentre = file.customer?.keepers.leading, file.referral?.hasTakenBack(reason, on: day) != true
        else { return false }
        do {
            let performed = try await perform(
                EndReferral(reason: reason, on: day), on: file.id, as: .system(at: jobcentre),
                id: Identifier(derivedFrom: because))
            return !performed.events.isEmpty
        } catch let refusal as Refusal where !refusal.code.hasPrefix("store.") {
            // The past was changed meanwhile: something can be earned again, or somebody recorded another end.
            return false
        }
    }
}
