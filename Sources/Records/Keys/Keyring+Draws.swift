import Crypto
public import Kernel

extension Keyring {
    /// The secret key of one period of an area's draws, worked out from the master key, so that none is stored. It is
    /// published when the period is over, which gives nothing away of the master key (HKDF, RFC 5869).
    public func drawKey<S: EventSubject>(area: Identifier<S>, period: String) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("\(area)|\(period)".utf8), using: SymmetricKey(data: draws)))
    }
}

extension Keyring {
    /// The key that ways in to a customer's own page are worked out with, so that none is stored.
    public var entryKey: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("entries".utf8), using: SymmetricKey(data: draws)))
    }

    /// The key that seals the forms of a site to a session, the same in every process that serves it.
    public var formKey: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("forms".utf8), using: SymmetricKey(data: draws)))
    }
}

extension Keyring {
    /// The secret that a receiver of calls checks their signatures with, worked out from the master key, so that none is
    /// stored.
    public func callSecret<R>(of receiver: Identifier<R>) -> String {
        "tlw_"
            + Array(
                HMAC<SHA256>.authenticationCode(
                    for: Array("receiver \(receiver)".utf8), using: SymmetricKey(data: draws))
            ).hexadecimal
    }
}
