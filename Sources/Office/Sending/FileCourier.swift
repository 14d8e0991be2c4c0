import Foundation
import Kernel

/// Writes letters to files that any mail program opens, for a demonstration: nothing leaves the machine.
public struct FileCourier: Courier {
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
}
