public import Casework
public import Kernel

/// A program of an organisation that is told of events.
public struct Receiver: Sendable, Equatable {
    public let id: Identifier<Receiver>
    public let organisation: Identifier<Organisation>
    /// The `https://` address that is called.
    public let address: String
    /// What it is told of, as far as its organisation sees it.
    public let categories: [Category]
    public let made: Instant
    public let madeBy: Identifier<Person>
    /// When it was ended; it is told of nothing since.
    public let ended: Instant?

    public init(
        id: Identifier<Receiver>, organisation: Identifier<Organisation>, address: String, categories: [Category],
        made: Instant, madeBy: Identifier<Person>, ended: Instant? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.address = address
        self.categories = categories
        self.made = made
        self.madeBy = madeBy
        self.ended = ended
    }

    /// The kind of the outbox items that are calls to it.
    public var kind: String { "\(Outbox.callPrefix)\(id)" }
}

/// The programs that are told of events.
public enum ReceiverRegister {
    public static func add(_ receiver: Receiver, in connection: any Connection) throws {
        try connection.run(
            insert,
            [
                .text(of: receiver.id), .text(of: receiver.organisation), .text(receiver.address),
                .text(receiver.categories.map(\.rawValue).joined(separator: " ")), .text(of: receiver.made),
                .text(of: receiver.madeBy),
            ])
    }

    /// Those that are not ended.
    public static func open(in connection: any Connection) throws -> [Receiver] {
        try connection.all(selectOpen, [], receiver)
    }

    public static func find(_ id: Identifier<Receiver>, in connection: any Connection) throws -> Receiver? {
        try connection.first(selectOne, [.text(of: id)], receiver)
    }

    /// An organisation's, the latest first; 100 at most.
    public static func all(
        of organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [Receiver] {
        try connection.all(selectOfOrganisation, [.text(of: organisation)], receiver)
    }

    /// - Returns: false when the organisation has no such receiver that is not ended.
    public static func end(
        _ id: Identifier<Receiver>, of organisation: Identifier<Organisation>, at moment: Instant,
        in connection: any Connection
    ) throws -> Bool {
        try connection.run(updateEnded, [.text(of: moment), .text(of: id), .text(of: organisation)]) > 0
    }

    private static func receiver(_ row: any Row) throws -> Receiver {
        Receiver(
            id: try Identifier(row.text(0)), organisation: try Identifier(row.text(1)), address: try row.text(2),
            categories: try row.text(3).split(separator: " ").compactMap { Category(rawValue: String($0)) },
            made: try Instant(row.text(4)), madeBy: try Identifier(row.text(5)),
            ended: try row.optionalText(6).map { try Instant($0) })
    }

    static let insert: SQL = """
        INSERT INTO receivers (id, organisation, address, categories, made, made_by) VALUES ($1, $2, $3, $4, $5, $6)
        """
    static let selectOpen: SQL = """
        SELECT id, organisation, address, categories, made, made_by, ended FROM receivers
        WHERE ended IS NULL ORDER BY id
        """
    static let selectOne: SQL = """
        SELECT id, organisation, address, categories, made, made_by, ended FROM receivers WHERE id = $1
        """
    static let selectOfOrganisation: SQL = """
        SELECT id, organisation, address, categories, made, made_by, ended FROM receivers
        WHERE organisation = $1 ORDER BY id DESC LIMIT 100
        """
    static let updateEnded: SQL = """
        UPDATE receivers SET ended = $1 WHERE id = $2 AND organisation = $3 AND ended IS NULL
        """
}
