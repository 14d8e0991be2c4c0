import Foundation
import Kernel
import Office

/// Whoever read standard output has gone, as `head` does when it has enough. Nothing is wrong, and there is nothing to say.
struct ReaderGone: Error {}

/// Where a command writes its answer: standard output, or a file that appears when it is whole.
final class Output: Sendable {
    private let descriptor: Int32
    private let name: String
    /// The file's own name, and the one it has while it is being written.
    private let file: (path: String, partial: String)?
    private let waiting = Locked<[UInt8]>([])
    /// Packs what is written, where that was asked for; used under the lock of `waiting`.
    private let packer: GzipPacker?

    static let standard = Output(descriptor: STDOUT_FILENO, name: "standard output", file: nil)

    private init(
        descriptor: Int32, name: String, file: (path: String, partial: String)?, packer: GzipPacker? = nil
    ) {
        self.descriptor = descriptor
        self.name = name
        self.file = file
        self.packer = packer
    }

    /// - Parameters:
    ///   - path: nil or `-` for standard output.
    ///   - isPacked: whether it is packed with gzip on its way.
    /// - Throws: `Refusal` when the file cannot be made.
    static func to(_ path: String?, packed isPacked: Bool = false) throws(Refusal) -> Output {
        let packer = try isPacked ? GzipPacker() : nil
        guard let path, path != "-" else {
            return isPacked
                ? Output(descriptor: STDOUT_FILENO, name: "standard output", file: nil, packer: packer) : standard
        }
        var status = stat()
        let isOther = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        // A device is written as it is; a file takes the place of the earlier one only when it is whole.
        let partial = isOther ? path : "\(path).part"
        let descriptor = open(partial, O_WRONLY | O_CLOEXEC | (isOther ? 0 : O_CREAT | O_TRUNC), 0o644)
        guard descriptor >= 0 else { throw refusal(path) }
        return Output(descriptor: descriptor, name: path, file: isOther ? nil : (path, partial), packer: packer)
    }

    func line(_ text: String) throws {
        let isFull = waiting.with { waiting in
            waiting.append(contentsOf: text.utf8)
            waiting.append(UInt8(ascii: "\n"))
            return waiting.count >= 1 << 16
        }
        if isFull { try flush() }
    }

    func bytes(_ bytes: [UInt8]) throws {
        let isFull = waiting.with { waiting in
            waiting += bytes
            return waiting.count >= 1 << 16
        }
        if isFull { try flush() }
    }

    func lines(_ lines: [String]) throws { for one in lines { try line(one) } }

    func flush() throws {
        try waiting.with { waiting in
            defer { waiting = [] }
            try put(packer?.pack(waiting) ?? waiting)
        }
    }

    private func put(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress! + written, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EPIPE { throw ReaderGone() }
            guard count > 0 else { throw Self.refusal(name) }
            written += count
        }
    }

    /// Writes what is left and puts the file in its place.
    func finish() throws {
        try flush()
        if let packer { try waiting.with { _ in try put(packer.end()) } }
        guard let file else { return }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(file.partial, file.path) == 0 else {
            throw Self.refusal(name)
        }
    }

    /// Runs a body that writes, and finishes; a file that could not be finished is taken away.
    static func writing<Answer>(
        to path: String?, packed isPacked: Bool = false, _ body: (Output) async throws -> Answer
    ) async throws -> Answer {
        let output = try Output.to(path, packed: isPacked)
        do {
            let answer = try await body(output)
            try output.finish()
            return answer
        } catch {
            if let file = output.file { unlink(file.partial) }
            throw error
        }
    }

    private static func refusal(_ name: String) -> Refusal {
        let reason = String(cString: strerror(errno))
        return Refusal("output.unwritable", "\(name) cannot be written: \(reason). Check the name and the space left.")
    }
}
