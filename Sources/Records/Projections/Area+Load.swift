public import Casework
public import Kernel

extension Area {
    /// An area as its stream has it, without reading its draws: there may be a million of them, and only the last counts.
    /// - Returns: an area that has not been opened when there is no stream of this name.
    public static func load(
        _ id: Identifier<Area>, streams: Streams, in connection: any Connection
    ) throws -> Area {
        var area = Area(id: id)
        let select =
            switch connection.engine {
            case .sqlite: selectTermsOnSQLite
            case .postgres: selectTerms
            }
        for stored in try connection.all(select, [.text(of: id)], StoredEvent.init) {
            if let event: Event<Area> = try stored.event(opening: nil) { area.apply(event) }
        }
        area.advance(
            toDraw: try lastDraw(of: id, in: connection), sequence: try streams.head(of: id, in: connection))
        return area
    }

    /// The number of the last draw on the area's stream; 0 when there is none.
    static func lastDraw(of id: Identifier<Area>, in connection: any Connection) throws -> Int {
        let stored = try connection.first(selectLastDraw, [.text(of: id)], StoredEvent.init)
        guard let event: Event<Area> = try stored?.event(opening: nil), case .drawn(let draw) = event.fact else {
            return 0
        }
        return draw.number
    }

    private static let terms = "stream = 'area' AND kind <> 'draw.made' AND subject = $1 ORDER BY sequence"
    /// Left to itself SQLite takes the key of the table, and walks through every draw there is.
    static let selectTermsOnSQLite = SQL(
        stringLiteral: "SELECT \(StoredEvent.columns) FROM events INDEXED BY events_of_areas WHERE \(terms)")
    static let selectTerms = SQL(stringLiteral: "SELECT \(StoredEvent.columns) FROM events WHERE \(terms)")
    static let selectLastDraw = SQL(
        stringLiteral: """
            SELECT \(StoredEvent.columns) FROM events
            WHERE stream = 'area' AND subject = $1 AND kind = 'draw.made' ORDER BY sequence DESC LIMIT 1
            """)
}
