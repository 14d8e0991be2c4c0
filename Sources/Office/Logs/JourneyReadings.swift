import Kernel

/// Readings of the store for maps that are not known yet. There is one for a question, however many ask it, and it goes on
/// while those who asked come again to see how far it is; it stops once nobody has for a while. What it finds is kept.
final class JourneyReadings: Sendable {
    /// What comes of one.
    struct Read: Sendable {
        let answer: SeenJourneys
        /// How many entries the store held.
        let entries: Int
    }

    let settings = Locked(JourneySettings())
    private let underWay: Locked<ReadingsUnderWay>
    private let now: @Sendable () -> ContinuousClock.Instant

    init(
        keeping cache: JourneyCache = JourneyCache(),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        underWay = Locked(ReadingsUnderWay(keeping: cache))
        self.now = now
    }

    /// How many have been begun.
    var begun: Int { underWay.with { $0.begun } }

    /// Gives all of them up, as the office closes.
    func stop() { underWay.with { $0.stop() } }

    /// Lets go of every map, held or not, and gives up those under way, as something of what they tell was erased.
    func forget() { for end in underWay.with({ $0.forget() }) { end.finish() } }

    /// The answer, where it is known or is ready before the request's patience ends; else how far its reading has come.
    /// - Parameters:
    ///   - entries: how many have been recorded.
    ///   - moment: when that was.
    ///   - read: reads the store. What it is given is told how many entries it has read so far, and throws where it is to
    ///     stop.
    /// - Throws: what the reading threw, once to each who waited for it. Whoever asks then has it begun anew.
    func answer(
        _ asking: JourneyAsking, with entries: Int, at moment: Instant, to person: Identifier<Person>,
        reading read: @escaping @Sendable (_ tell: @escaping @Sendable (Int) throws -> Void) async throws -> Read
    ) async throws -> JourneysAnswer {
        let (time, settings) = (now(), settings.with { $0 })
        let found = try underWay.with {
            try $0.find(asking, with: entries, at: moment, for: person, now: time, settings)
        }
        let number: Int
        switch found {
        case .answer(let answer): return answer
        case .underWay(let reading): number = reading
        case .toBegin(let reading):
            number = reading
            begin(reading, read)
        }
        await waitForEnd(of: number, settings.patience)
        let later = now()
        return try underWay.with {
            try $0.outcome(of: number, with: entries, for: person, now: later, settings)
        }
    }

    /// Reads in a task of its own, which no request that goes away takes with it.
    private func begin(
        _ number: Int,
        _ read: @escaping @Sendable (_ tell: @escaping @Sendable (Int) throws -> Void) async throws -> Read
    ) {
        Task {
            do {
                end(number, .success(try await read { try self.tell(number, read: $0) }))
            } catch {
                end(number, .failure(error))
            }
        }
    }

    private func tell(_ number: Int, read: Int) throws {
        let (time, settings) = (now(), settings.with { $0 })
        let goesOn = underWay.with { $0.tell(number, read: read, now: time, settings) }
        if !goesOn { throw CancellationError() }
    }

    private func end(_ number: Int, _ result: Result<Read, any Error>) {
        let (time, settings) = (now(), settings.with { $0 })
        let ends = underWay.with { $0.end(number, result, now: time, settings) }
        for end in ends { end.finish() }
    }

    /// Waits until a reading has ended, but no longer than a request does.
    private func waitForEnd(of number: Int, _ patience: Duration) async {
        let (ended, end) = AsyncStream<Void>.makeStream()
        guard underWay.with({ $0.wait(for: number, end) }) else { return }
        let timer = Task {
            try? await Task.sleep(for: patience)
            end.finish()
        }
        for await _ in ended {}
        timer.cancel()
    }
}
