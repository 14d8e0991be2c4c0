import Foundation
public import Insight

/// Bytes that a thread of its own reads before they are asked for: a packed log is unpacked on one core while another reads
/// what was unpacked. A quarter of a megabyte at most waits in each of four buffers.
public struct ReadAhead: ByteReader {
    private let queue: AheadQueue
    private let ending: EndOfReading

    public init(_ source: any ByteReader) {
        let queue = AheadQueue(source)
        self.queue = queue
        ending = EndOfReading(queue)
        Thread.detachNewThread { queue.fill() }
    }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try queue.take(into: buffer) }
}

/// Lets the thread go once nobody reads any longer, whether or not it came to the end.
private final class EndOfReading: Sendable {
    private let queue: AheadQueue

    init(_ queue: AheadQueue) { self.queue = queue }

    deinit { queue.stop() }
}

/// What has been read and not yet taken. Everything in it is touched under its lock, but the source, which one thread alone
/// reads.
private final class AheadQueue: @unchecked Sendable {
    private static let buffers = 4
    private static let size = 1 << 18

    private var source: any ByteReader
    private let changed = NSCondition()
    private var waiting: [[UInt8]] = []
    /// How much of the first has been taken.
    private var taken = 0
    private var end: Result<Void, any Error>?
    private var isStopped = false

    init(_ source: any ByteReader) { self.source = source }

    /// Reads until the end, or until nobody wants more.
    func fill() {
        do {
            while try put(next()) {}
        } catch {
            finish(.failure(error))
        }
    }

    private func next() throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, count in
            count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// - Returns: whether more is wanted.
    private func put(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else {
            finish(.success(()))
            return false
        }
        changed.lock()
        defer { changed.unlock() }
        while waiting.count == Self.buffers, !isStopped { changed.wait() }
        waiting.append(bytes)
        changed.signal()
        return !isStopped
    }

    private func finish(_ result: Result<Void, any Error>) {
        changed.lock()
        defer { changed.unlock() }
        end = result
        changed.signal()
    }

    func take(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        changed.lock()
        defer { changed.unlock() }
        while waiting.isEmpty, end == nil { changed.wait() }
        guard let first = waiting.first else {
            try end?.get()
            return 0
        }
        let count = min(buffer.count, first.count - taken)
        first.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
        }
        taken += count
        if taken == first.count {
            waiting.removeFirst()
            taken = 0
            changed.signal()
        }
        return count
    }

    func stop() {
        changed.lock()
        defer { changed.unlock() }
        isStopped = true
        changed.signal()
    }
}
