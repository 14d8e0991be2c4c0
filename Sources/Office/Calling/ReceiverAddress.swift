import Foundation
public import Kernel

/// Where a receiver is: an `https://` address, or a plain one of this machine where people are made up.
public struct ReceiverAddress: Sendable, Equatable {
    public let text: String
    let host: String
    let port: Int
    let isSecure: Bool

    /// - Parameter isMadeUp: whether the store's people are made up; then a program on this machine may listen.
    /// - Refuses: anything that is not such an address, and one with a user, a password or a fragment.
    public init(_ text: String, isMadeUp: Bool) throws(Refusal) {
        let wrong = Refusal(
            "receiver.address",
            isMadeUp
                ? "Write an https address, as https://events.example.org/throughline, or http://127.0.0.1 and a port of this machine."
                : "Write an https address, as https://events.example.org/throughline, with no user, password or fragment.",
            field: "address")
        guard text.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }),
            let parts = URLComponents(string: text), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil, let scheme = parts.scheme?.lowercased(),
            (1...65_535).contains(parts.port ?? 443)
        else { throw wrong }
        isSecure = scheme == "https"
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let isHere = bare == "localhost" || bare == "127.0.0.1" || bare == "::1"
        guard isSecure || scheme == "http" && isMadeUp && isHere else { throw wrong }
        self.text = text
        self.host = bare
        port = parts.port ?? (isSecure ? 443 : 80)
    }
}

/// One address of the network, to tell whether it is anybody's on the open network or one that only we can reach.
struct NetworkAddress: Equatable {
    /// 4 bytes or 16.
    let bytes: [UInt8]

    /// Whether it is reached over the open network, so that calling it opens no door to what is beside us: not this
    /// machine, not a private or link-local network, not a group (the IANA special-purpose registries).
    var isPublic: Bool {
        if bytes.count == 4 { return Self.isPublic(bytes[0], bytes[1], bytes[2]) }
        guard bytes.count == 16 else { return false }
        // An IPv4 address in IPv6 clothes, or behind a translator, is what is inside (RFC 4291 §2.5.5, RFC 6052).
        if bytes.prefix(10).allSatisfy({ $0 == 0 })
            || bytes.prefix(12) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        {
            return NetworkAddress(bytes: Array(bytes.suffix(4))).isPublic && bytes[15] != 1
        }
        // Global unicast alone, without documentation, 6to4 and Teredo.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return false }
        if bytes[0] == 0x20, bytes[1] == 0x01 { return bytes[2] >= 0x02 && !(bytes[2] == 0x0D && bytes[3] == 0xB8) }
        return !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10)
    }

    private static func isPublic(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0, _, _), (10, _, _), (127, _, _), (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _),
            (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113), (224..., _, _):
            false
        default: true
        }
    }

    /// As curl's `resolve` takes it.
    var text: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        return "["
            + stride(from: 0, to: 16, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":") + "]"
    }

    /// Every address that a name has now. Blocks until the name is found, or not.
    static func all(of host: String) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var found: [NetworkAddress] = []
        var next = first
        while let entry = next {
            if let address = NetworkAddress(entry.pointee) { found.append(address) }
            next = entry.pointee.ai_next
        }
        return found
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    private init?(_ entry: addrinfo) {
        guard let raw = entry.ai_addr else { return nil }
        switch entry.ai_family {
        case AF_INET:
            bytes = raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }
}
