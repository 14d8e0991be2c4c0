public import Casework
public import Kernel

/// Jobcentres, councils, prime providers and those who work for them.
public enum OrganisationRegister {
    public enum Kind: String, Sendable, CaseIterable {
        case jobcentre, council, provider, department

        /// As what it can keep a person's record; nil where it can keep none.
        public var home: CustomerHome? {
            switch self {
            case .jobcentre: .jobcentre
            case .council: .council
            case .provider, .department: nil
            }
        }
    }

    public struct Entry: Sendable, Equatable {
        public let id: Identifier<Organisation>
        public let name: String
        public let kind: Kind
        public let address: String
        public let phone: String

        public init(id: Identifier<Organisation>, name: String, kind: Kind, address: String, phone: String) {
            self.id = id
            self.name = name
            self.kind = kind
            self.address = address
            self.phone = phone
        }
    }

    public static func put(
        _ entry: Entry, by person: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws {
        if let before = try find(entry.id, in: connection) {
            let was: JSON = [
                "name": .string(before.name), "kind": .string(before.kind.rawValue),
                "address": .string(before.address), "phone": .string(before.phone),
            ]
            try connection.run(
                insertHistory, [.text(of: entry.id), .text(of: moment), .text(of: person), .text(was.text)])
        }
        try connection.run(
            upsert,
            [
                .text(of: entry.id), .text(entry.name), .text(entry.kind.rawValue), .text(entry.address),
                .text(entry.phone),
            ])
    }

    public static func find(_ id: Identifier<Organisation>, in connection: any Connection) throws -> Entry? {
        try connection.first(selectOne, [.text(of: id)], entry)
    }

    /// Every organisation, by name.
    public static func all(in connection: any Connection) throws -> [Entry] { try connection.all(selectAll, [], entry) }

    private static func entry(_ row: any Row) throws -> Entry {
        guard let kind = Kind(rawValue: try row.text(2)) else {
            throw RecordsFault.fault("An organisation is of a kind this program does not know: \(try row.text(2)).")
        }
        return Entry(
            id: try Identifier(row.text(0)), name: try row.text(1), kind: kind, address: try row.text(3),
            phone: try row.text(4))
    }

    static let upsert: SQL = """
        INSERT INTO organisations (id, name, kind, address, phone) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, address = excluded.address,
            phone = excluded.phone
        """
    static let insertHistory: SQL = """
        INSERT INTO organisations_history (id, number, until, person, was)
        SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM organisations_history WHERE id = $1
        """
    static let selectOne: SQL = "SELECT id, name, kind, address, phone FROM organisations WHERE id = $1"
    static let selectAll: SQL = "SELECT id, name, kind, address, phone FROM organisations ORDER BY name, id"
}
