public import Kernel

/// What kind of thing must hold across cases: one holder for each key of a kind (design §4.1).
public struct GuardKind: Sendable, Hashable {
    public let name: String
    /// The class with which the claim is erased, when its key says something of a person.
    public let retention: RetentionClass?

    public init(_ name: String, erasedWith retention: RetentionClass? = nil) {
        self.name = name
        self.retention = retention
    }

    /// One case for each national insurance number; its keys are `Keyring.lookupHash`es.
    public static let nationalInsuranceNumber = GuardKind("national-insurance-number", erasedWith: .identity)
    /// One stream opened by each command id.
    public static let opening = GuardKind("opening-command")
}

/// Another holds what was to be claimed.
public struct GuardHeld: Error, Sendable, Hashable {
    public let kind: GuardKind
    /// Who holds it.
    public let holder: String

    public init(kind: GuardKind, holder: String) {
        self.kind = kind
        self.holder = holder
    }
}

/// Rows whose unique key keeps a promise that spans streams, written in the transaction that makes it.
public enum Guards {
    /// Claims a key for a subject. Claiming what it holds already changes nothing.
    /// - Throws: `GuardHeld` when another holds it; the transaction can still go on.
    public static func claim<S>(
        _ kind: GuardKind, _ key: String, for subject: Identifier<S>, in connection: any Connection
    ) throws {
        let claimed = try connection.run(
            insert, [.text(kind.name), .text(key), .text(of: subject), .text(of: kind.retention?.rawValue)])
        if claimed > 0 { return }
        let holder = try connection.first(select, [.text(kind.name), .text(key)]) { try $0.text(0) } ?? ""
        if holder != subject.description { throw GuardHeld(kind: kind, holder: holder) }
    }

    /// Gives up a claim.
    /// - Returns: whether the subject held it.
    @discardableResult
    public static func release<S>(
        _ kind: GuardKind, _ key: String, by subject: Identifier<S>, in connection: any Connection
    ) throws -> Bool {
        try connection.run(delete, [.text(kind.name), .text(key), .text(of: subject)]) > 0
    }

    /// Who holds a key.
    public static func holder<S>(
        _ kind: GuardKind, _ key: String, as subject: S.Type = S.self, in connection: any Connection
    ) throws -> Identifier<S>? {
        try connection.first(select, [.text(kind.name), .text(key)]) { try Identifier(try $0.text(0)) }
    }

    static let insert: SQL = """
        INSERT INTO guards (kind, key, subject, retention) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, key) DO NOTHING
        """
    static let select: SQL = "SELECT subject FROM guards WHERE kind = $1 AND key = $2"
    static let delete: SQL = "DELETE FROM guards WHERE kind = $1 AND key = $2 AND subject = $3"
}
