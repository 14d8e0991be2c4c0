import Casework
import Kernel
import Records

extension Office {
    /// Tells those who agreed to e-mail when their time on a programme ends and what follows, once, some weeks before
    /// what comes next is what people do not know). Whoever did not agree hears it from their adviser, whose list
    /// asks from the same day for the summary to hand back with.
    /// - Returns: how many letters were put in the outbox.
    func tellOfEnding(within days: Int) async throws -> Int {
        let now = clock.now
        return try await goThrough { (after: Identifier<CaseFile>?, connection: any Connection) in
            try AllottedTimeQuery.ending(from: now.day, to: now.day.adding(days: days), after: after, in: connection)
        } doing: { subject in
            try await tellOfEnding(subject, at: now)
        }
    }

    /// The letter follows from the attachment, which set the day: one attachment, one letter.
    private func tellOfEnding(_ subject: Identifier<CaseFile>, at now: Instant) async throws -> Bool {
        let file = try await database.read { [self] connection in
            try self.file(subject, in: connection)
        }
        guard file.customer?.agreedEmail != nil, let attached = file.referral?.attachment?.event.id else {
            return false
        }
        return try await database.write { connection in
            try Outbox.add(
                LetterKind.ending.rawValue, because: attached, of: subject, payload: now.description, due: now,
                in: connection)
        }
    }
}
