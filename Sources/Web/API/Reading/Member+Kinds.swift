import Kernel

/// The members that most shapes have: text, whole numbers, flags and lists of one shape.
extension Member {
    /// - Parameter optional: whether it is left out when there is nothing to say.
    static func text(
        _ name: String, optional: Bool = false, _ about: String? = nil, _ read: @escaping @Sendable (Value) -> String?
    ) -> Member {
        Member(name, .text, optional: optional, about) { value in read(value).map { .string($0) } }
    }

    static func whole(
        _ name: String, optional: Bool = false, _ about: String? = nil, _ read: @escaping @Sendable (Value) -> Int?
    ) -> Member {
        Member(name, .whole, optional: optional, about) { value in read(value).map { .int($0) } }
    }

    static func flag(
        _ name: String, _ about: String? = nil, _ read: @escaping @Sendable (Value) -> Bool
    ) -> Member {
        Member(name, .flag, about) { .bool(read($0)) }
    }

    /// Things of one shape.
    static func list<Part>(
        _ name: String, _ shape: Shape<Part>, _ about: String? = nil,
        _ read: @escaping @Sendable (Value) -> [Part]
    ) -> Member {
        Member(name, .list(shape.type), about) { shape.list(read($0)) }
    }
}
