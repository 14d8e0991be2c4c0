import Crypto
import Foundation
public import Kernel

/// Every key the program uses, worked out from the master key: the key that wraps each case's own, the one that signs
/// checkpoints, and those of the hashes by which a person is found.
public final class Keyring: Sendable {
    /// What a value that cannot be stored clear is found by.
    public enum Lookup: String, Sendable, CaseIterable {
        case nationalInsuranceNumber = "national-insurance-number"
        case birthDate = "birth-date"
        case email
    }

    let wrapping: SymmetricKey
    private let signing: Curve25519.Signing.PrivateKey
    private let lookups: [Lookup: SymmetricKey]
    private let contents: SymmetricKey
    private let erasures: SymmetricKey
    let draws: [UInt8]
    /// A name for the master key that gives nothing of it away.
    let fingerprint: String
    let cache: KeyCache

    /// - Parameter remembered: how many cases' keys are kept unwrapped in memory.
    /// - Throws: `Refusal` only when the system's cryptography does not work.
    public init(_ master: MasterKey, remembering remembered: Int = 10_000) throws(Refusal) {
        func derived(_ label: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: master.bytes), info: Array("throughline \(label) 1".utf8),
                outputByteCount: 32)
        }
        guard let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: derived("checkpoint").rawBytes) else {
            throw Refusal("key.unusable", "The signing key could not be made. Check the machine's cryptography.")
        }
        self.signing = signing
        wrapping = derived("wrapping")
        contents = derived("command")
        erasures = derived("erasure")
        draws = derived("draw").rawBytes
        lookups = Dictionary(uniqueKeysWithValues: Lookup.allCases.map { ($0, derived("lookup \($0.rawValue)")) })
        fingerprint = Array(derived("fingerprint").rawBytes.prefix(8)).hexadecimal
        cache = KeyCache(limit: remembered)
    }

    // MARK: Hashes

    /// The keyed hash by which an exact value is found without being stored, in hexadecimal. Spaces are left out and
    /// letters taken as capitals: `qq 12 34 56 c` is `QQ123456C`.
    public func lookupHash(_ lookup: Lookup, _ text: String) -> String {
        let folded = text.uppercased().filter { !$0.isWhitespace }
        return authenticated(Array(folded.utf8), by: lookups[lookup] ?? contents)
    }

    /// A keyed digest of what a command asked, so that a repeat is known without its words being kept.
    public func contentDigest(_ content: [UInt8]) -> String { authenticated(content, by: contents) }

    /// Proof that an erasure was made with this key at hand, and not by somebody who can merely write to the store.
    func erasureProof(_ transcript: Transcript) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: transcript.bytes, using: erasures))
    }

    private func authenticated(_ bytes: [UInt8], by key: SymmetricKey) -> String {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key)).hexadecimal
    }

    // MARK: Checkpoints

    /// The public half of the checkpoint key, in hexadecimal: with it anybody can check a checkpoint's signature.
    public var verifyingKey: String { Array(signing.publicKey.rawRepresentation).hexadecimal }

    func sign(_ digest: [UInt8]) throws -> [UInt8] { Array(try signing.signature(for: digest)) }

    func isSignature(_ signature: [UInt8], of digest: [UInt8]) -> Bool {
        signing.publicKey.isValidSignature(signature, for: digest)
    }

    // MARK: The store it belongs to

    /// Ties this master key to a new store, or checks that it is the one the store was made with.
    /// - Throws: `Refusal` when the store was made with another.
    public func unlock(_ connection: any Connection) throws {
        try connection.run(Self.claim, [.text(fingerprint)])
        try check(connection)
    }

    /// Checks that this is the master key the store was made with; a store that has none yet takes any.
    /// - Throws: `Refusal` when the store was made with another.
    public func check(_ connection: any Connection) throws {
        guard let known = try connection.first(Self.select, [], { try $0.text(0) }), known != fingerprint else {
            return
        }
        throw Refusal(
            "key.other",
            "This is not the master key the store was made with (it has \(known), this is \(fingerprint)). "
                + "Give the key file that belongs to the store.")
    }

    static let claim: SQL = """
        INSERT INTO master_keys (name, fingerprint) VALUES ('master', $1) ON CONFLICT (name) DO NOTHING
        """
    static let forget: SQL = "DELETE FROM master_keys"
    static let select: SQL = "SELECT fingerprint FROM master_keys WHERE name = 'master'"
}

extension SymmetricKey {
    var rawBytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
