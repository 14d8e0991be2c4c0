@testable import Insight

/// A store of what does not fit, in memory, that counts what it was given.
final class HeldSpill: SpillStore {
    private(set) var bytes: [UInt8] = []

    func append(_ more: UnsafeRawBufferPointer) -> Int {
        defer { bytes += more }
        return bytes.count
    }

    func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) {
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + buffer.count]))
        }
    }
}

/// What reading a log throws, when that is a fault of the log.
func fault(of read: () throws -> Void) -> LogFault? {
    do {
        try read()
        return nil
    } catch { return error as? LogFault }
}
