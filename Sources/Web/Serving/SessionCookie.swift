import HTTPTypes
public import Hummingbird

/// How the session travels: one cookie that scripts cannot read and other sites cannot send with a form.
public struct SessionCookie: Sendable {
    private let name: String
    private let secure: Bool
    var isSecure: Bool { secure }

    /// `__Host-` binds the cookie to this host and path and needs `Secure` (RFC 6265bis §4.1.3.2): for every real service.
    ///
    /// Chromium 156 and curl 7.88 take it over http from 127.0.0.1 and localhost as well; Safari does not.
    public static let secure = SessionCookie(name: "__Host-throughline", secure: true)

    /// For a demonstration over http on the person's own machine, where a browser may refuse `Secure`.
    public static let loopback = SessionCookie(name: "throughline", secure: false)

    /// The cookie of a sign-in that waits for a code: bound as that of a session is, and never taken for one.
    var unfinished: SessionCookie { SessionCookie(name: "\(name)-unfinished", secure: secure) }

    private init(name: String, secure: Bool) {
        self.name = name
        self.secure = secure
    }

    /// What the request brought; nil when it brought none.
    public func value(in request: Request) -> String? {
        guard let value = request.cookies[name]?.value, !value.isEmpty else { return nil }
        return value
    }

    /// Sets the cookie until the browser is closed.
    /// - Parameter value: letters, digits and `-_.` only.
    public func set(_ value: String, on response: inout Response) { write(value, ending: "", on: &response) }

    /// Sets the cookie for so many days, for somebody who stays signed in.
    public func set(_ value: String, days: Int, on response: inout Response) {
        write(value, ending: "; Max-Age=\(days * 86_400)", on: &response)
    }

    public func clear(on response: inout Response) { write("", ending: "; Max-Age=0", on: &response) }

    /// Has the browser remember a choice that is no secret, as the language, for a year.
    /// - Parameter value: letters only; nil to forget it.
    public func remember(_ choice: String, _ value: String?, on response: inout Response) {
        write(value ?? "", of: choice, ending: "; Max-Age=\(value == nil ? 0 : 31_536_000)", on: &response)
    }

    private func write(_ value: String, of name: String? = nil, ending: String, on response: inout Response) {
        response.headers[values: .setCookie].append(
            "\(name ?? self.name)=\(value); Path=/; HttpOnly; SameSite=Lax\(secure ? "; Secure" : "")\(ending)")
    }
}
