public import Kernel

/// One screenful of a list, and where the next and the one before begin.
public struct Page<Row: Sendable>: Sendable {
    public let rows: [Row]
    public let next: Cursor?
    public let previous: Cursor?

    public init(rows: [Row], next: Cursor? = nil, previous: Cursor? = nil) {
        self.rows = rows
        self.next = next
        self.previous = previous
    }

    /// - Parameters:
    ///   - found: one row more than a page when there are more, in the order they were read.
    ///   - cursor: where reading began; nil at the start of the list.
    init(_ found: [Row], limit: Int, from cursor: Cursor?, _ place: (Row) -> (key: String, id: String)) {
        let isBackward = cursor?.isBackward ?? false
        let hasMore = found.count > limit
        let rows = isBackward ? found.prefix(limit).reversed() : Array(found.prefix(limit))
        func at(_ row: Row?, backward: Bool) -> Cursor? {
            row.map { row in
                let place = place(row)
                return Cursor(key: place.key, id: place.id, isBackward: backward)
            }
        }
        self.init(
            rows: rows, next: isBackward || hasMore ? at(rows.last, backward: false) : nil,
            previous: (isBackward ? hasMore : cursor != nil) ? at(rows.first, backward: true) : nil)
    }
}

/// A place in a list: after one row of it, or before one. Its text goes in an address.
public struct Cursor: Sendable, Hashable, CustomStringConvertible {
    let key: String
    let id: String
    let isBackward: Bool

    init(key: String, id: String, isBackward: Bool = false) {
        self.key = key
        self.id = id
        self.isBackward = isBackward
    }

    public var description: String { "\(isBackward ? "before" : "after")~\(key)~\(id)" }

    /// - Throws: `Refusal` when the text is not a place in a list.
    public init(_ text: some StringProtocol) throws(Refusal) {
        let parts = String(text).split(separator: "~" as Character, omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 3, parts[0] == "after" || parts[0] == "before", !parts[2].isEmpty, text.count <= 400,
            !text.utf8.contains(0)
        else {
            throw Refusal("list.place", "The address of this page is not complete. Go back to the start of the list.")
        }
        self.init(key: parts[1], id: parts[2], isBackward: parts[0] == "before")
    }
}
