import Foundation
import Kernel

/// Writes letters to files that any mail program opens, for a demonstration: nothing leaves the machine.
public struct FileCourier: Courier {
    /// The name of its folder, which is beside the store.
    public static let folderName = "mail"

    public let folder: String
    public let from: MailAddress

    public init(folder: String, from: MailAddress) {
        self.folder = folder
        self.from = from
    }

    public var insteadOfSending: String? {
        "The people here are made up, so nobody is written to: each e-mail is a file in \(folder)."
    }

    public func deliver(_ message: MailMessage) async -> Delivery {
        do {
            try Folder.make(folder, mode: 0o700)
            let file = URL(fileURLWithPath: folder).appending(path: "\(message.id).eml")
            try Data(message.bytes).write(to: file, options: .atomic)
            return .taken
        } catch {
            return .notNow("The folder for mail cannot be written to.")
        }
    }

    /// Takes away the letters that followed from some events. A file is named by its event and the kind of letter, so
    /// whose it was is found without anything of the person. A folder that is not there holds none.
    static func remove(following events: Set<String>, from folder: String) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return }
        for name in try files.contentsOfDirectory(atPath: folder) where name.hasSuffix(".eml") {
            guard let event = name.split(separator: ".").first, events.contains(String(event)) else { continue }
            try files.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}
