public import Casework
public import Kernel

/// The contract package areas there are.
public enum AreaQuery {
    public struct Entry: Sendable, Equatable {
        public let id: Identifier<Area>
        public let name: String
        public let nation: Nation
        public let commissioner: Identifier<Organisation>
    }

    /// Every area, by name.
    public static func all(in connection: any Connection) throws -> [Entry] {
        try connection.all(selectAll, [], entry)
    }

    /// The areas that an organisation commissions, by name.
    public static func commissioned(
        by organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [Entry] {
        try connection.all(selectCommissioned, [.text(of: organisation)], entry)
    }

    public static func find(_ id: Identifier<Area>, in connection: any Connection) throws -> Entry? {
        try connection.first(selectOne, [.text(of: id)], entry)
    }

    static func put(_ id: Identifier<Area>, _ opening: AreaFact.Opening, in connection: any Connection) throws {
        try connection.run(
            upsert,
            [.text(of: id), .text(opening.name), .text(opening.nation.rawValue), .text(of: opening.commissioner)])
    }

    private static func entry(_ row: any Row) throws -> Entry {
        guard let nation = Nation(rawValue: try row.text(2)) else {
            throw RecordsFault.fault("An area is in a nation this program does not know: \(try row.text(2)).")
        }
        return Entry(
            id: try Identifier(row.text(0)), name: try row.text(1), nation: nation,
            commissioner: try Identifier(row.text(3)))
    }

    static let upsert: SQL = """
        INSERT INTO areas (id, name, nation, commissioner) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, nation = excluded.nation,
            commissioner = excluded.commissioner
        """
    static let selectAll: SQL = "SELECT id, name, nation, commissioner FROM areas ORDER BY name, id"
    static let selectCommissioned: SQL = """
        SELECT id, name, nation, commissioner FROM areas WHERE commissioner = $1 ORDER BY name, id
        """
    static let selectOne: SQL = "SELECT id, name, nation, commissioner FROM areas WHERE id = $1"
}
