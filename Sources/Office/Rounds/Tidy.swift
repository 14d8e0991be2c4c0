import Kernel
import Records

extension Office {
    /// Takes away sessions that are over. A demonstration whose clock was moved keeps them, as its sign-in does.
    func clearSessions(settings: SignInSettings = SignInSettings()) async throws -> Int {
        guard !clock.isMoved else { return 0 }
        let idle = clock.now.adding(minutes: -settings.idleMinutes)
        let now = clock.now
        return try await database.write { connection in
            try EntryRegister.removeExpired(before: now, in: connection)
            try SignInSteps.removeExpired(before: now, in: connection)
            return try SessionRegister.closeIdle(since: idle, in: connection)
        }
    }

    /// Takes away the answers to commands recorded so many days ago. What opened a case is kept: its id is never free.
    func clearAnswers(olderThan days: Int) async throws -> Int {
        let limit = Instant(london: clock.today.adding(days: -days), hour: 0, minute: 0)
        var count = 0
        while true {
            let (cleared, isLast) = try await database.write { try CommandAnswers.clear(before: limit, in: $0) }
            count += cleared
            if isLast { return count }
        }
    }
}
