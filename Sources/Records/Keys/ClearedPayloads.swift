/// Which clear payloads go when a class of a case is erased (design §3.4). Envelopes and digests stay, so that the chain
/// still verifies.
public enum ClearedPayloads: Sendable, Hashable {
    case none
    /// The payloads of these kinds of event.
    case kinds(Set<String>)
    /// Every payload of the stream.
    case all

    func covers(_ kind: String) -> Bool {
        switch self {
        case .none: false
        case .kinds(let kinds): kinds.contains(kind)
        case .all: true
        }
    }

    func union(_ other: ClearedPayloads) -> ClearedPayloads {
        switch (self, other) {
        case (.all, _), (_, .all): .all
        case (.none, let some), (let some, .none): some
        case (.kinds(let some), .kinds(let more)): .kinds(some.union(more))
        }
    }

    /// The form that is stored: nothing, a star, or the kinds between commas.
    var text: String {
        switch self {
        case .none: ""
        case .kinds(let kinds): kinds.sorted().joined(separator: ",")
        case .all: "*"
        }
    }

    init(_ text: String) {
        switch text {
        case "": self = .none
        case "*": self = .all
        default: self = .kinds(Set(text.split(separator: ",").map(String.init)))
        }
    }
}
