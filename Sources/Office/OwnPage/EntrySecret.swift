import Casework
import Crypto
import Kernel

/// What lets somebody in once: worked out from the store's key and the invitation, so that it can be written down again
/// while it works and stands nowhere.
struct EntrySecret: Equatable {
    /// Which entry is meant. Four characters of a code, or sixteen of a link.
    let place: String
    let secret: String

    private static let placeLength = 4

    init(of invitation: Identifier<Invitation>, _ route: InvitationRoute, key: [UInt8]) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(route.rawValue) \(invitation)".utf8), using: SymmetricKey(data: key))
        switch route {
        case .paper:
            self.init(TypedCode(of: code))
        case .email:
            let text = code.prefix(28).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            self.init(place: String(text.prefix(16)), secret: String(text.dropFirst(16)))
        }
    }

    private init(place: String, secret: String) {
        self.place = place
        self.secret = secret
    }

    private init(_ code: TypedCode) {
        self.init(
            place: String(code.characters.prefix(Self.placeLength)),
            secret: String(code.characters.dropFirst(Self.placeLength)))
    }

    /// A code as a person types it: in any case, with spaces or dashes or none.
    /// - Returns: nil when it cannot be one.
    init?(code text: String) {
        guard let code = TypedCode(typed: text) else { return nil }
        self.init(code)
    }

    /// The last part of a link's address.
    init?(link text: String) {
        guard text.utf8.count == 56, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        place = String(text.prefix(16))
        secret = String(text.dropFirst(16))
    }

    /// All of it: `KM4R7 PXWHT`, or the last part of a link's address.
    var written: String {
        let all = place + secret
        return TypedCode(typed: all)?.written ?? all
    }

    var hash: String {
        SHA256.hash(data: Array("throughline entry \(place) \(secret)".utf8)).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }
}
