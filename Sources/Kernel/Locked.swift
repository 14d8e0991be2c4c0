import Synchronization

/// A value that one caller at a time may see or change.
public final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    public init(_ value: Value) { mutex = Mutex(value) }

    public func with<Answer: Sendable>(_ body: (inout Value) throws -> Answer) rethrows -> Answer {
        try mutex.withLock { try body(&$0) }
    }
}
