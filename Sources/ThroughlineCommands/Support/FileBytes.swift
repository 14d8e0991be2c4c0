import Foundation
import Insight
import Kernel

/// A file, or standard input, a piece at a time.
final class FileBytes: ByteReader, Sendable {
    private let name: String
    private let descriptor: Int32

    init(_ path: String) throws(Refusal) {
        name = path == "-" ? "Standard input" : path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.refusal(name) }
    }

    /// How many bytes there are in all; nil where that is not known, as of a pipe.
    var size: Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// The next bytes; none at the end.
    func next() throws(Refusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = Foundation.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw Self.refusal(name) }
        return Array(bytes.prefix(count))
    }

    /// As much as there is to be had; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw Self.refusal(name) }
        return count
    }

    /// All of it.
    /// - Refuses: more than a limit of bytes, or what is not UTF-8.
    func text(atMost limit: Int) throws(Refusal) -> String {
        var all: [UInt8] = []
        while true {
            let more = try next()
            if more.isEmpty { break }
            all += more
            guard all.count <= limit else { throw Refusal("file.long", "\(name) is too long to be what is asked for.") }
        }
        guard let text = String(validating: all, as: UTF8.self) else {
            throw Refusal("file.not-text", "\(name) is not text in UTF-8. Check that it is the right file.")
        }
        return text
    }

    private static func refusal(_ name: String) -> Refusal {
        Refusal("file.unreadable", "\(name) cannot be read: \(String(cString: strerror(errno))). Check its name.")
    }
}
