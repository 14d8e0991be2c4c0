public import Kernel

extension Documents {
    /// Whether a document of a case can still be opened, found out without opening it: it is there, and its key is.
    public static func isKept<S>(
        _ digest: String, of subject: Identifier<S>, in connection: any Connection
    ) throws -> Bool {
        let name = subject.description
        guard let retention = try connection.first(select, [.text(name), .text(digest)], { try $0.text(0) })
        else { return false }
        return try connection.first(Keyring.selectKey, [.text(name), .text(retention)], { try $0.text(0) }) != nil
    }
}
