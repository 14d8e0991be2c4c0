import Crypto
import Kernel

/// Unwrapped keys, found by their wrapped bytes and whose they are. What is remembered can never be out of date: a key
/// that was destroyed, or whose making was undone, has no wrapped bytes to ask with.
///
/// Two generations, the younger dropped into the older when it is full, keep those used of late for the price of a look.
final class KeyCache: Sendable {
    struct Wrapped: Hashable, Sendable {
        let bytes: [UInt8]
        let subject: String
        let retention: String
    }

    private struct Generations {
        var young: [Wrapped: SymmetricKey] = [:]
        var old: [Wrapped: SymmetricKey] = [:]
    }

    private let generations = Locked(Generations())
    private let half: Int

    /// - Parameter limit: the most keys that are kept.
    init(limit: Int) { half = max(1, limit / 2) }

    /// A key, unwrapped if it is not remembered.
    func key(for wrapped: Wrapped, unwrap: () throws -> SymmetricKey) rethrows -> SymmetricKey {
        if let known = generations.with({ $0.young[wrapped] }) { return known }
        let key = try generations.with({ $0.old[wrapped] }) ?? unwrap()
        generations.with { generations in
            if generations.young.count >= half {
                generations.old = generations.young
                generations.young = [:]
            }
            generations.young[wrapped] = key
        }
        return key
    }

    var count: Int { generations.with { $0.young.count + $0.old.count } }
}
