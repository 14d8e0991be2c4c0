import Crypto
import Kernel

/// Sign-ins that setting up codes has just finished, so that a second press of the same button leads to its session.
///
/// A browser shows the answer to the last press, and by then the first has finished the sign-in and shown the recovery
/// codes to nobody. What was sent tells it again, code and all, and only its digest is kept; of the answer the session
/// alone, in this process and for a minute (ours).
actor FinishedSetUps {
    private struct Finished {
        let number: Int
        let session: Task<String, any Error>
        let until: Instant
    }

    private static let seconds = 60
    private var finished: [[UInt8]: Finished] = [:]
    private var count = 0

    /// Finishes a sign-in, or waits for an earlier press that does.
    /// - Parameter sent: what the form sent.
    /// - Returns: the token for the cookie, and the recovery codes; no codes where an earlier press was answered with them.
    func finish(
        _ sent: String, at now: Instant,
        by work: @escaping @Sendable () async throws -> (session: String, recovery: [String])
    ) async throws -> (session: String, recovery: [String]?) {
        let key = Self.digest(of: sent)
        finished = finished.filter { $0.value.until > now }
        if let session = try? await finished[key]?.session.value { return (session, nil) }
        let whole = Task { try await work() }
        count += 1
        let number = count
        finished[key] = Finished(
            number: number, session: Task { try await whole.value.session }, until: now.adding(seconds: Self.seconds))
        do {
            let done = try await whole.value
            Task { await self.dropLater(number, of: key) }
            return (done.session, done.recovery)
        } catch {
            drop(number, of: key)
            throw error
        }
    }

    /// Whether an earlier press opened this session, whose cookie the browser has by now in place of the sign-in's.
    func opened(_ session: String, by sent: String, at now: Instant) async -> Bool {
        guard let earlier = finished[Self.digest(of: sent)], earlier.until > now else { return false }
        return (try? await earlier.session.value) == session
    }

    private func dropLater(_ number: Int, of key: [UInt8]) async {
        try? await Task.sleep(for: .seconds(Self.seconds))
        drop(number, of: key)
    }

    /// Drops one of them, and none that another press has put in its place.
    private func drop(_ number: Int, of key: [UInt8]) {
        if finished[key]?.number == number { finished[key] = nil }
    }

    private static func digest(of sent: String) -> [UInt8] { Array(SHA256.hash(data: Array(sent.utf8))) }
}
