import Casework
import Kernel
import Records

extension Office {
    /// Records the end of the allotted time of those for whom it is over, with its reason, dated by its last day however
    /// late the round is made (C13, D-030, D-031).
    /// - Parameter days: whole days after the last one for which late news is waited for.
    /// - Returns: how many exits were recorded.
    func endAllottedTime(waiting days: Int) async throws -> Int {
        let today = clock.today
        return try await goThrough { (after: Identifier<CaseFile>?, connection: any Connection) in
            try AllottedTimeQuery.ending(to: today.adding(days: -1 - days), after: after, in: connection)
        } doing: { subject in
            try await endAllottedTime(of: subject, on: today)
        }
    }

    private func endAllottedTime(of subject: Identifier<CaseFile>, on today: CalendarDay) async throws -> Bool {
        let file = try await database.read { [self] connection in
            try self.file(subject, in: connection)
        }
        guard let referral = file.referral, let over = file.endOfAllottedTime(on: today) else { return false }
        return try await end(
            file, over.reason, on: over.on,
            because: ["throughline allotted time 1", referral.id.description, over.on.description])
    }
}
