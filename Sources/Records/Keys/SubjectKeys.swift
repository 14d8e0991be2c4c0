import Crypto
import Foundation
import Kernel

/// The keys of one subject, one for each class of retention, as one transaction finds them (design §3.4).
struct SubjectKeys {
    let subject: String
    private let keyring: Keyring
    private var rows: [String: Row] = [:]

    private enum Row {
        case wrapped([UInt8])
        case destroyed
    }

    init(of subject: String, _ keyring: Keyring, in connection: any Connection) throws {
        self.subject = subject
        self.keyring = keyring
        var rows: [String: Row] = [:]
        try connection.each(Self.select, [.text(subject)]) { row in
            rows[try row.text(0)] = try row.optionalBytes(1).map(Row.wrapped) ?? .destroyed
        }
        self.rows = rows
    }

    /// The key of a class, made if there is none yet. Support and safety are begun again when somebody comes back whose
    /// time for them was over: a new key opens nothing of what was erased.
    /// - Throws: `Refusal` when it has been destroyed and is not begun again: who the person is, or what was earned.
    mutating func key(toSeal retention: RetentionClass, in connection: any Connection) throws -> SymmetricKey {
        if case .destroyed = rows[retention.rawValue] {
            if retention == .support || retention == .safety, !isDestroyed(.identity) {
                return try begin(retention, in: connection)
            }
            throw Refusal(
                "key.destroyed",
                "The \(retention.rawValue) records of this case have been erased, so nothing can be added to them. "
                    + "Register the person again if they have come back.", rule: "design §3.4")
        }
        if let key = try key(toOpen: retention.rawValue) { return key }
        let (key, wrapped) = try made(retention)
        try connection.run(Self.insert, [.text(subject), .text(retention.rawValue), .bytes(wrapped)])
        return key
    }

    private func isDestroyed(_ retention: RetentionClass) -> Bool {
        if case .destroyed = rows[retention.rawValue] { true } else { false }
    }

    private mutating func made(_ retention: RetentionClass) throws -> (SymmetricKey, wrapped: [UInt8]) {
        let key = SymmetricKey(size: .bits256)
        let wrapped = try keyring.wrapping.seal(key.rawBytes, of: subject, ["key", retention.rawValue])
        rows[retention.rawValue] = .wrapped(wrapped)
        return (key, wrapped)
    }

    /// Makes a new key where one was destroyed; what proves that it was moves to `key_erasures`.
    private mutating func begin(_ retention: RetentionClass, in connection: any Connection) throws -> SymmetricKey {
        let (key, wrapped) = try made(retention)
        try connection.run(Self.keepErasure, [.text(subject), .text(retention.rawValue)])
        try connection.run(Self.beginAgain, [.text(subject), .text(retention.rawValue), .bytes(wrapped)])
        return key
    }

    /// The key of a class; nil when it has been destroyed or was never made.
    /// - Throws: `RecordsFault.unreadable` when it was not wrapped with the master key at hand.
    func key(toOpen retention: String) throws -> SymmetricKey? {
        guard case .wrapped(let wrapped) = rows[retention] else { return nil }
        return try keyring.cache.key(for: .init(bytes: wrapped, subject: subject, retention: retention)) {
            guard let key = try? keyring.wrapping.open(wrapped, of: subject, ["key", retention]) else {
                throw RecordsFault.unreadable(
                    "The \(retention) key of \(subject) is damaged, or was wrapped with another master key.")
            }
            return SymmetricKey(data: key)
        }
    }

    static let select: SQL = "SELECT retention, wrapped FROM keys WHERE subject = $1"
    static let insert: SQL = "INSERT INTO keys (subject, retention, wrapped) VALUES ($1, $2, $3)"
    static let keepErasure: SQL = """
        INSERT INTO key_erasures (subject, retention, destroyed, cleared, proof)
        SELECT subject, retention, destroyed, cleared, proof FROM keys WHERE subject = $1 AND retention = $2
        """
    static let beginAgain: SQL = """
        UPDATE keys SET wrapped = $3, destroyed = NULL, cleared = NULL, proof = NULL
        WHERE subject = $1 AND retention = $2
        """
}

// MARK: Sealing

extension SymmetricKey {
    /// AES-256-GCM: a form byte, the nonce, the sealed bytes and the tag. The bytes open only for the same subject and
    /// context.
    func seal(_ clear: [UInt8], of subject: String, _ context: [String]) throws -> [UInt8] {
        let box = try AES.GCM.seal(clear, using: self, authenticating: Self.bound(subject, context))
        return [Self.form] + box.nonce + box.ciphertext + box.tag
    }

    /// - Throws: `SealBroken` when the bytes are not those that were sealed with this key for this subject and context.
    func open(_ sealed: [UInt8], of subject: String, _ context: [String]) throws -> [UInt8] {
        guard sealed.first == Self.form, let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst()),
            let clear = try? AES.GCM.open(box, using: self, authenticating: Self.bound(subject, context))
        else { throw SealBroken() }
        return Array(clear)
    }

    private static let form: UInt8 = 1

    private static func bound(_ subject: String, _ context: [String]) -> [UInt8] {
        var transcript = Transcript("throughline seal 1")
        transcript.add(subject)
        for part in context { transcript.add(part) }
        return transcript.bytes
    }
}

/// Sealed bytes that do not open: altered, moved from elsewhere, or sealed with another key.
struct SealBroken: Error, CustomStringConvertible {
    var description: String { "its sealed bytes do not open with the key at hand" }
}
