import Crypto
public import Kernel

/// One sending of a form: the id under which a command is answered once, however often the button is pressed.
public enum Submission {}

/// The hidden fields of every form that changes something.
public struct FormSeal: Component {
    /// Proof that the page came from us, for this session.
    public let csrf: String
    /// Made when the form is rendered; kept when it is shown again with errors.
    public let command: Identifier<Submission>
    /// The sequence of the case that its reader saw, where the form is about a case.
    public let seen: Int?

    public init(csrf: String, command: Identifier<Submission>, seen: Int? = nil) {
        self.csrf = csrf
        self.command = command
        self.seen = seen
    }

    public var body: some HTML {
        hidden("csrf", csrf)
        hidden("command", command.description)
        if let seen { hidden("seen", String(seen)) }
    }
}

/// Makes and checks the token that ties a form to a session: HMAC-SHA-256 of the session's id under a key of the server.
///
/// A page of another site can send a form here with the person's cookies, but cannot read the token (OWASP Cross-Site
/// Request Forgery Prevention, "HMAC based token pattern").
public struct FormGuard: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: 32 bytes or more, the same on every machine that serves the site.
    public init(key: some Sequence<UInt8>) { self.key = SymmetricKey(data: Array(key)) }

    public func token(session: String) -> String {
        Self.hexadecimal(HMAC<SHA256>.authenticationCode(for: Self.purpose(session), using: key))
    }

    /// Compares in constant time.
    /// - Throws: `form.stale` when the token is missing, altered, or of another session.
    public func check(_ fields: FormFields, session: String) throws(Refusal) {
        guard let token = fields["csrf"], let code = Self.bytes(token),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.purpose(session), using: key)
        else {
            throw Refusal(
                "form.stale",
                "This page was open for a long time, or you have signed in again or act in another role since. "
                    + "Go back, reload the page and try again. Nothing was lost and nothing was sent.")
        }
    }

    private static func purpose(_ session: String) -> [UInt8] { Array("throughline form \(session)".utf8) }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = hexadecimal.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, !digits.contains(nil) else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0]! << 4 | digits[$0 + 1]!) }
    }
}

extension FormReader {
    /// The id under which this sending is answered once.
    public var command: Identifier<Submission> { identifier("command", label: "this form") }
    /// The sequence its reader saw; nil where the form is not about a case.
    public var seen: Int? { optionalWholeNumber("seen", label: "this form", in: 0...Int.max) }
}
