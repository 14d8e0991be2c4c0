public import Kernel

/// How sign-in behaves. Ours.
public struct SignInSettings: Sendable {
    /// Wrong tries in a row, at a password or at a code, that shut an account for a while.
    public var failures = 5
    public var lockMinutes = 15
    /// Minutes without a request after which a session is over.
    public var idleMinutes = 120
    /// The same for a customer or a supporter, whose phone others may pick up.
    public var ownPageIdleMinutes = 30
    /// Days for which a customer or a supporter stays signed in who asks for it on a phone or computer of their own.
    public static let ownPageDays = 30
    /// Minutes for the code after a right password, and for setting codes up.
    public var codeMinutes = 10
    public var setUpMinutes = 30
    /// Whoever may act in one of these roles anywhere signs in with codes, or sets them up before anything else.
    public var codesRequiredOf: Set<Role> = []
    public init() {}

    /// What anybody is told who does not come in: the same for a name nobody has, a wrong password and an account that is
    /// shut.
    var wrong: Refusal {
        Refusal(
            "sign-in.wrong",
            "The user name or password is not right. Check both and try again. After \(failures) wrong tries an account is shut for \(lockMinutes) minutes, or until an administrator sets a new password."
        )
    }

    /// What somebody is told whose account is shut, once they gave its password.
    var locked: Refusal {
        Refusal(
            "sign-in.locked",
            "This account is shut for a while after too many wrong tries. Try again in \(lockMinutes) minutes, or ask an administrator."
        )
    }

    func idle(_ role: Role) -> Int { [.customer, .supporter].contains(role) ? ownPageIdleMinutes : idleMinutes }
}
