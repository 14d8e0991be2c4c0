/// What follows a right password.
public enum SignInAnswer: Sendable, Equatable {
    /// They are signed in: the token for their cookie, of which only a hash is stored.
    case signedIn(String)
    /// A code is asked for. The token is of the sign-in that is not finished, and opens nothing.
    case codeAsked(String)
    /// Codes are to be set up before anything else. The token is of the sign-in that is not finished, and opens nothing.
    case setUpAsked(String)

    /// The token of the session; nil where something is still asked.
    public var session: String? { if case .signedIn(let token) = self { token } else { nil } }
}
