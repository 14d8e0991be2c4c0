import Crypto
import Foundation
import Kernel

/// Writes a backup under another name until it is whole and on the disk.
final class BackupWriter {
    private let path: String
    private let partial: String
    private let descriptor: Int32
    private var digest = SHA256()
    private var buffer: [UInt8] = []
    private var isWhole = false

    /// - Throws: `Refusal` when there is such a file already, or it cannot be written.
    init(_ path: String) throws(Refusal) {
        self.path = path
        partial = path + ".partial"
        if access(path, F_OK) == 0 {
            errno = EEXIST
            throw DurableFile.refusal(path)
        }
        descriptor = open(partial, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DurableFile.refusal(path) }
        buffer = BackupFile.firstLine
    }

    deinit {
        close(descriptor)
        if !isWhole { unlink(partial) }
    }

    func add(_ tag: BackupFile.Tag, _ body: [UInt8]) throws(Refusal) {
        buffer.append(tag.rawValue)
        buffer.append(bigEndian: UInt32(body.count))
        buffer.append(contentsOf: body)
        if buffer.count >= 1 << 18 { try flush() }
    }

    func end() throws(Refusal) {
        try flush()
        try add(.end, Array(digest.finalize()))
        try flush()
        try DurableFile.sync(descriptor, path)
        guard rename(partial, path) == 0 else { throw DurableFile.refusal(path) }
        isWhole = true
        try DurableFile.syncFolder(of: path)
    }

    private func flush() throws(Refusal) {
        digest.update(data: buffer)
        try DurableFile.write(buffer, to: descriptor, path)
        buffer.removeAll(keepingCapacity: true)
    }
}
