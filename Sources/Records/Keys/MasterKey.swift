import Foundation
public import Kernel

/// The 32 secret bytes that everything sealed depends on. They are kept in a file or the environment, outside the store
/// and its backups, and are never taken from a command's arguments, which other users of a machine can see.
///
/// Written as 64 hexadecimal digits, as `openssl rand -hex 32` prints them.
public struct MasterKey: Sendable {
    public static let length = 32
    let bytes: [UInt8]

    /// - Throws: `Refusal` when there are not 32 bytes, or they are plainly not random.
    public init(bytes: [UInt8]) throws(Refusal) {
        guard bytes.count == Self.length else { throw Self.unreadable("It has \(bytes.count) bytes.") }
        // Thirty-two random bytes hold fewer than 16 different values once in 10¹³ keys.
        guard Set(bytes).count >= 16 else {
            throw Refusal(
                "key.weak", "The master key is not random. Make one with: openssl rand -hex 32", rule: "design §3.4")
        }
        self.bytes = bytes
    }

    /// Reads the written form, as a file or an environment variable holds it.
    /// - Throws: `Refusal` when it is not 64 hexadecimal digits or is weak. No part of it is repeated.
    public init(text: String) throws(Refusal) {
        guard let bytes = [UInt8](hexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Self.unreadable("It holds something else.")
        }
        try self.init(bytes: bytes)
    }

    /// Reads a key file.
    /// - Throws: `Refusal` when there is none, it cannot be read, others on the machine may read or change it, or it does
    ///   not hold a key.
    public init(file path: String) throws(Refusal) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Refusal(
                "key.absent",
                "The key file \(path) cannot be read: \(String(cString: strerror(errno))). Check its name.")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal("key.absent", "\(path) is not a file. Give the name of the key file.")
        }
        guard status.st_mode & (S_IRWXO | S_IWGRP) == 0 else {
            throw Refusal(
                "key.exposed",
                "Others on this machine may read or change the key file \(path). Run: chmod 600 \(path)",
                rule: "design §3.4")
        }
        let text = (try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).read(upToCount: 4096)) ?? Data()
        try self.init(text: String(decoding: text, as: UTF8.self))
    }

    /// Makes a new key and its file, which its owner alone may read; for a new data directory.
    /// - Throws: `Refusal` when there is such a file already, or it cannot be written.
    public static func make(file path: String) throws(Refusal) -> MasterKey {
        let key = try MasterKey(bytes: .random(count: length))
        try DurableFile.make(path, holding: Array((key.bytes.hexadecimal + "\n").utf8))
        return key
    }

    private static func unreadable(_ detail: String) -> Refusal {
        Refusal(
            "key.unreadable",
            "The master key must be 64 hexadecimal digits. \(detail) Make one with: openssl rand -hex 32",
            rule: "design §3.4")
    }
}
