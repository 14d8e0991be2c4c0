import Casework
public import Kernel

/// An e-mail address as it may stand in a header and on the wire, and the name shown with it.
public struct MailAddress: Sendable, Equatable {
    public let name: String?
    /// `post@northway.example`
    public let address: String

    /// Reads `post@northway.example` or `Northway <post@northway.example>`.
    ///
    /// Only plain characters are taken in the address itself (RFC 5321 §4.1.2, without quoted names): nothing that could
    /// end a header, a command or a word of a configuration.
    /// - Refuses: anything else.
    public init(_ text: some StringProtocol) throws(Refusal) {
        var (name, address) = ("", String(text).trimmed)
        if address.hasSuffix(">"), let open = address.lastIndex(of: "<") {
            name = String(address[..<open]).trimmed
            address = String(address[address.index(after: open)...].dropLast())
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let labels = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        let isName = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "@" && $0 != "<" }
        guard isName, parts.count == 2, address.utf8.count <= 254, parts[0].utf8.count <= 64,
            Self.isAtoms(parts[0], "!#$%&'*+-/=?^_`{|}~."), Self.isAtoms(parts[1], "-."),
            labels.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") }),
            !parts[0].hasPrefix("."), !parts[0].hasSuffix("."), !parts[0].contains("..")
        else {
            throw Refusal(
                "mail.address",
                "“\(text.prefix(60))” is not an e-mail address that mail can be sent to. Write it as name@example.org.")
        }
        self.name = name.isEmpty ? nil : name
        self.address = address
    }

    private init(name: String?, address: String) {
        self.name = name
        self.address = address
    }

    private static func isAtoms(_ text: some StringProtocol, _ others: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || others.contains($0)) }
    }

    /// The same address under a name, unless it has one of its own.
    func named(_ name: String) -> MailAddress { MailAddress(name: self.name ?? name, address: address) }

    public var domain: Substring { address.split(separator: "@").last ?? "" }
}
