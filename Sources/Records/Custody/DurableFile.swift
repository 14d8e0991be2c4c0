import Foundation
import Kernel

/// Files that must be whole and on the disk, readable by their owner only, before anything depends on them.
enum DurableFile {
    /// Makes a file that was not there.
    /// - Throws: `Refusal` when something is there already, or it cannot be written.
    static func make(_ path: String, holding bytes: [UInt8]) throws(Refusal) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(path) }
        defer { close(descriptor) }
        do {
            try write(bytes, to: descriptor, path)
            try sync(descriptor, path)
            try syncFolder(of: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(Refusal) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw refusal(path) }
            written += count
        }
    }

    static func sync(_ descriptor: Int32, _ path: String) throws(Refusal) {
        guard fsync(descriptor) == 0 else { throw refusal(path) }
    }

    /// Puts the name of a new file on the disk.
    static func syncFolder(of path: String) throws(Refusal) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw refusal(path) }
        defer { close(descriptor) }
        try sync(descriptor, path)
    }

    /// What the system says of the last failure, as a sentence.
    static func refusal(_ path: String) -> Refusal {
        switch errno {
        case EEXIST: Refusal("file.exists", "There is a file \(path) already. Move it away, or choose another name.")
        case ENOENT: Refusal("file.absent", "There is no file or folder for \(path). Check the name.")
        case ENOSPC, EDQUOT:
            Refusal("file.full", "The disk that holds \(path) is full. Free some space, then do it again.")
        case let code:
            Refusal(
                "file.unusable",
                "\(path) cannot be used: \(String(cString: strerror(code))). Check who may write there.")
        }
    }
}
