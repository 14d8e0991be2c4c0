import Crypto
import Foundation
import Kernel
import Records

/// Where the master key of a store comes from (design §3.4): the file that is named, the environment, or the file beside
/// a SQLite store. A simulated store's comes from its seed.
struct StoreKeys {
    let request: StoreRequest

    /// `keys/master.key` in the folder of the SQLite file; nil for a server, whose folder is not ours.
    private var usualFile: String? {
        guard case .sqlite(let path) = request.location else { return nil }
        return URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: "keys/master.key").path
    }

    /// The key of a store that may be new; for a new one with no key, one is made.
    func key(isNew: Bool) throws -> MasterKey {
        if let file = request.keyFile { return try MasterKey(file: file) }
        if let text = request.keyText, !text.isEmpty { return try MasterKey(text: text) }
        guard let file = usualFile else {
            throw Refusal(
                "key.needed",
                "A store on a server needs its master key from you. Give --key-file FILE, or set "
                    + "\(StoreRequest.keyVariable); make a key with: openssl rand -hex 32",
                rule: "design §3.4")
        }
        guard isNew, request.creating, !FileManager.default.fileExists(atPath: file) else {
            return try MasterKey(file: file)
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        try Folder.make(folder, mode: 0o700)
        return try MasterKey.make(file: file)
    }

    /// The key of a store of made-up people: SHA-256 of words and the seed, so that anybody can make it again.
    static func key(seed: UInt64) throws(Refusal) -> MasterKey {
        try MasterKey(bytes: Array(SHA256.hash(data: Array("throughline simulation \(seed)".utf8))))
    }

    /// The erasure register beside the key file; beside the SQLite file's own where the key came another way.
    func erasures(_ keyring: Keyring) -> ErasureRegister {
        if let file = request.keyFile ?? usualFile { return ErasureRegister(besideKeyFile: file, keys: keyring) }
        return ErasureRegister(path: "throughline.erasures", keys: keyring)
    }
}

enum Folder {
    /// Makes a folder and those above it.
    /// - Throws: `Refusal` when that cannot be done.
    static func make(_ path: String, mode: Int = 0o755) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
        } catch {
            throw Refusal(
                "folder.unusable",
                "The folder \(path) cannot be made. Check its name, and that you may write where it is to be.")
        }
    }
}
