import Kernel

/// What the keys of one subject say of its payloads.
struct HeldKeys {
    /// Classes whose key is there and was wrapped by the master key at hand.
    var usable: Set<String> = []
    /// Classes whose key was destroyed by somebody who held the master key.
    var destroyed: Set<String> = []
    /// The clear payloads that went with them.
    var cleared = ClearedPayloads.none

    init(of subject: String, _ keys: Keyring, in connection: any Connection) throws {
        let held = try SubjectKeys(of: subject, keys, in: connection)
        for retention in RetentionClass.allCases where (try? held.key(toOpen: retention.rawValue)) ?? nil != nil {
            usable.insert(retention.rawValue)
        }
        for erasure in try KeyErasure.all(of: subject, in: connection) where keys.isProven(erasure) {
            destroyed.insert(erasure.retention)
            cleared = cleared.union(ClearedPayloads(erasure.cleared))
        }
    }
}
