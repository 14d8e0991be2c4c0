import Crypto
public import Kernel

extension Keyring {
    /// The key that somebody's authenticator shares with the store: 160 bits (RFC 4226 §4, R6), worked out from the master
    /// key, so that none is stored.
    public func codeKey(_ key: Identifier<SignInKey>, of person: Identifier<Person>) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("sign-in codes \(person) \(key)".utf8), using: SymmetricKey(data: draws)
            ).prefix(20))
    }

    /// What a recovery code of somebody's is known by. Without the master key nobody can try codes against it.
    public func recoveryHash(_ code: String, of person: Identifier<Person>) -> String {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("recovery code \(person) \(code)".utf8), using: SymmetricKey(data: draws))
        ).hexadecimal
    }
}
