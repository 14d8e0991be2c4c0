public import Kernel

/// One person anybody may sign in as to see the demonstration.
public struct DemonstrationSignIn: Sendable, Equatable {
    public let user: String
    public let password: String
    /// The person's made-up name.
    public let who: String
    public let role: Role
    public let organisation: String
}
