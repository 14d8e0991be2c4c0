public import Casework
public import Kernel

/// What a token may be used for: to read, to write, for one act alone, or for what somebody's own page can do.
public enum TokenScope: Sendable, Hashable {
    case read
    case write
    /// What a customer can do on a page of their own. Nobody can ask for it: it comes with their code alone.
    case own
    case act(Act)

    public var code: String {
        switch self {
        case .read: "read"
        case .write: "write"
        case .own: "own"
        case .act(let act): act.rawValue
        }
    }

    /// - Refuses: a code that is none of these.
    public init(_ code: String) throws(Refusal) {
        switch code {
        case "read": self = .read
        case "write": self = .write
        default:
            guard let act = Act(rawValue: code) else {
                throw Refusal(
                    "token.scope",
                    "“\(code.prefix(40))” is nothing a token can be used for. Choose read, write, or an act, as book-appointment.",
                    field: "scopes")
            }
            self = .act(act)
        }
    }
}

extension Act {
    /// Whether it changes nothing but the log of looks.
    public var isReading: Bool { self == .findCustomer || rawValue.hasPrefix("read-") }

    /// Whether a person may do it to their own record.
    var isOwn: Bool { Powers.grant(self, to: .customer, as: .oneself) != nil }
}

extension Set<TokenScope> {
    /// Whether they let somebody do something that they have the power for.
    public func allow(_ act: Act) -> Bool {
        contains(act.isReading ? .read : .write) || contains(.act(act)) || contains(.own) && act.isOwn
    }
}
