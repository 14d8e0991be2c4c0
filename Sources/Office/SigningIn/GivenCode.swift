import Kernel

/// A code as somebody gives it.
public enum GivenCode: Sendable, Equatable {
    /// What their authenticator shows.
    case shown(String)
    /// One of their recovery codes.
    case recovery(String)

    /// What somebody is told whose code is not taken.
    var wrong: Refusal {
        switch self {
        case .shown:
            Refusal(
                "sign-in.wrong-code",
                "This code is not right, or was used already. Wait for the next one, and check that the clock of your device is right.",
                field: "code")
        case .recovery:
            Refusal(
                "sign-in.wrong-code", "This recovery code is not right, or was used already. Check it, or use another.",
                field: "recovery")
        }
    }
}
