import Kernel

/// Writes everything that a log in OCEL 2.0 (JSON) holds again: its members in their order, an element of a list a
/// line.
///
/// Values stay as they are written, but for the blanks between their parts, so that what `OCELWriter` wrote comes out
/// as the same bytes. The whole file is in memory while it is read, at most 1 GB.
public enum OCELCopy {
    /// - Parameters:
    ///   - source: the bytes of a log in OCEL 2.0.
    ///   - put: takes each line as it is made.
    /// - Throws: `LogFault` with the line, for what is not JSON or lacks what OCEL requires, and for an event or an object
    ///   that the reader would refuse by itself; and whatever the source or `put` throw.
    public static func write(_ source: any ByteReader, to put: (String) throws -> Void) throws {
        var source = source
        var cursor = try JSONCursor(try source.whole(atMost: 1 << 30))
        var found: Set<ExactName> = []
        var ids = OCELIdentities()
        // What the line before it leaves open.
        var open = "{"
        try cursor.object("The log") { cursor, name in
            guard found.insert(ExactName(name)).inserted else { throw cursor.fault("“\(name)” stands twice.") }
            let member = open + JSON.string(name).text + ":"
            guard cursor.isAtArray() else {
                try put(member + cursor.written())
                open = ","
                return
            }
            try put(member + "[")
            var comma = ""
            try cursor.array("The list “\(name)”") { cursor in
                try check(name, at: cursor, &ids)
                try put(comma + cursor.written())
                comma = ","
            }
            open = "],"
        }
        try cursor.end()
        try OCELReader.require(found)
        try put(open == "]," ? "]}" : "}")
    }

    /// Reads an event or an object as the reader does, from where the cursor stands, which stays there.
    private static func check(_ list: String, at cursor: JSONCursor, _ ids: inout OCELIdentities) throws {
        var ahead = cursor
        switch list {
        case "events": try ids.add(try OCELReader.event(&ahead), ahead)
        case "objects": try ids.add(try OCELReader.object(&ahead), ahead)
        default: break
        }
    }
}
