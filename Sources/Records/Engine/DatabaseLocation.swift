public import Kernel

/// Where a store is: `sqlite:PATH`, a path that ends in `.sqlite`, or `postgres://…`. Described without its password.
public enum DatabaseLocation: Sendable, Hashable, CustomStringConvertible {
    case sqlite(path: String)
    case postgres(PostgresAddress)

    /// - Throws: a refusal that does not repeat the text, which may hold a password.
    public init(_ text: String) throws(Refusal) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(try PostgresAddress(text))
            return
        }
        let isNamed = text.hasPrefix("sqlite:")
        let path = isNamed ? String(text.dropFirst("sqlite:".count)) : text
        guard isNamed || path.hasSuffix(".sqlite") else {
            throw Refusal(
                "database.address",
                "A database is given as sqlite:PATH, a path that ends in .sqlite, or postgres://user@host/name.",
                field: "database")
        }
        guard !path.isEmpty, !path.hasPrefix(":"), !path.utf8.contains(0) else {
            throw Refusal(
                "database.path", "Give the path of a file after sqlite: to keep the store in.", field: "database")
        }
        self = .sqlite(path: path)
    }

    public var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let address): address.description
        }
    }
}
