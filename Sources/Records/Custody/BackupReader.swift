import Crypto
import Foundation
import Kernel

/// Reads a backup from its beginning.
final class BackupReader {
    private let file: UnsafeMutablePointer<FILE>
    private var digest = SHA256()

    /// - Throws: `Refusal` when the file cannot be read or is no backup.
    init(_ path: String) throws(Refusal) {
        guard let file = fopen(path, "re") else { throw DurableFile.refusal(path) }
        self.file = file
        guard try take(BackupFile.firstLine.count) == BackupFile.firstLine else {
            throw Refusal("backup.other", "\(path) is not a Throughline backup. Check the name.")
        }
    }

    deinit { fclose(file) }

    /// The next record; nil after the last, once the file has been found whole.
    /// - Throws: `Refusal` when the file ends early or does not agree with its digest.
    func next() throws(Refusal) -> (tag: BackupFile.Tag, body: [UInt8])? {
        let sum = digest
        guard let first = try take(5), let tag = BackupFile.Tag(rawValue: first[0]) else { throw BackupFile.damaged }
        let length = first[1...].reduce(0) { $0 << 8 | Int($1) }
        guard length <= BackupFile.longest, let body = try take(length) else { throw BackupFile.damaged }
        guard tag == .end else { return (tag, body) }
        guard body == Array(sum.finalize()), getc(file) == EOF else { throw BackupFile.damaged }
        return nil
    }

    private func take(_ count: Int) throws(Refusal) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
        guard bytes.count == count else { return nil }
        digest.update(data: bytes)
        return bytes
    }
}
