import Crypto
import Kernel

/// One call that tells a receiver of an event. It says codes, references and days, and nothing that a person typed.
public struct OutgoingCall: Sendable, Equatable {
    public let address: ReceiverAddress
    /// The same however often it is tried, so that a receiver takes it once.
    public let id: String
    public let body: String
    /// Seconds since 1970 at which it is tried.
    public let timestamp: Int64
    /// Hexadecimal HMAC-SHA-256, under the receiver's secret, of the timestamp, a dot and the body.
    public let signature: String

    init(address: ReceiverAddress, id: String, body: String, secret: String, at moment: Instant) {
        self.address = address
        self.id = id
        self.body = body
        timestamp = moment.milliseconds / 1000
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(timestamp).\(body)".utf8), using: SymmetricKey(data: Array(secret.utf8)))
        signature = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public var headers: [(String, String)] {
        [
            ("Content-Type", "application/json"), ("User-Agent", "Throughline"), ("Throughline-Delivery", id),
            ("Throughline-Timestamp", String(timestamp)), ("Throughline-Signature", "v1=\(signature)"),
        ]
    }
}

/// What tells a receiver.
public protocol Caller: Sendable {
    /// Bounded in time, and ends early when its task is cancelled.
    func call(_ call: OutgoingCall) async -> CallEnd
}

public enum CallEnd: Sendable, Equatable {
    case taken
    /// Not this time; why, in words that hold nothing about a customer.
    case notNow(String)
}
