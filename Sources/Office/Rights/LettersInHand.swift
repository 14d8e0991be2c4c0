import Kernel
import Records

extension Office {
    /// How often an erasure is tried while a letter is in hand, and the time between: three seconds in all (ours).
    private static let tries = 30
    private static let betweenTries = Duration.milliseconds(100)

    /// Makes an erasure once no worker has a letter about the person in hand. What it hands over was written from the
    /// record before, so it goes before the erasure is done or not at all.
    /// - Throws: what `telling` throws, and a `Refusal` when it has not gone in a few seconds.
    func tellingAfterLetters<Answer>(_ erase: () async throws -> Answer) async throws -> Answer {
        for _ in 0..<Self.tries {
            do {
                return try await telling(erase)
            } catch let refusal as Refusal where refusal.code == Self.letterInHand.code {
                try await Task.sleep(for: Self.betweenTries)
            }
        }
        return try await telling(erase)
    }

    /// - Refuses: while a worker has a letter about the person in hand. Until the transaction is over none is taken.
    func requireNoLetterInHand(_ plan: ErasurePlan, at now: Instant, in connection: any Connection) throws {
        for stream in plan.found.streams {
            guard try Outbox.keepBack(lettersOf: stream.description, now: now, in: connection) else {
                throw Self.letterInHand
            }
        }
    }

    private static let letterInHand = Refusal(
        "erase.letter",
        "An e-mail to this person is being sent at this moment, so nothing was erased. Try again in five minutes.",
        rule: "ours")
}
