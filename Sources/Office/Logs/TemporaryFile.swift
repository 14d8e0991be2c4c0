import Foundation
public import Insight
public import Kernel

/// A file in the system's temporary folder with no name, gone when the program ends: room for what does not fit in memory.
public final class TemporaryFile: SpillStore, Sendable {
    private let descriptor: Int32
    private let size = Locked(0)

    /// - Refuses: when no file can be made there.
    public init() throws(Refusal) {
        let folder = FileManager.default.temporaryDirectory.path
        var path = Array("\(folder)/throughline-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Self.refusal(folder) }
        unlink(path)
    }

    deinit { close(descriptor) }

    public func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        let start = size.with { size in
            defer { size += bytes.count }
            return size
        }
        var written = 0
        while written < bytes.count {
            let count = pwrite(
                descriptor, bytes.baseAddress! + written, bytes.count - written, off_t(start + written))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.refusal(FileManager.default.temporaryDirectory.path) }
            written += count
        }
        return start
    }

    public func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        var filled = 0
        while filled < buffer.count {
            let count = pread(
                descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(position + filled))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.refusal(FileManager.default.temporaryDirectory.path) }
            filled += count
        }
    }

    private static func refusal(_ folder: String) -> Refusal {
        Refusal(
            "temporary.file",
            "The log is too large for memory and the folder \(folder) cannot hold the rest: "
                + "\(String(cString: strerror(errno))). Set TMPDIR to a folder with room.")
    }
}
