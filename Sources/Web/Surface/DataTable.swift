/// Rows of like things, with a heading for each column; on a narrow screen each row stands as a block with its labels.
///
/// A row is made and written as it is reached, so a table costs no memory beyond its bytes.
public struct DataTable<Row: Sendable>: HTML {
    private let heading: String
    private let columns: [Column<Row>]
    private let rows: [Row]
    private let sort: Sort?
    private let captionIsUnseen: Bool
    private let rowID: (@Sendable (Row) -> String?)?

    /// - Parameters:
    ///   - heading: the caption: what the rows are, and how many.
    ///   - sort: how the rows are sorted, where a person can choose.
    ///   - captionIsUnseen: whether the caption is for listeners only, because a heading just above says the same.
    ///   - rowID: the id of a row, where something leads to it.
    public init(
        _ heading: String, rows: [Row], sort: Sort? = nil, captionIsUnseen: Bool = false,
        rowID: (@Sendable (Row) -> String?)? = nil, columns: [Column<Row>]
    ) {
        self.heading = heading
        self.rows = rows
        self.sort = sort
        self.captionIsUnseen = captionIsUnseen
        self.rowID = rowID
        self.columns = columns
    }

    public func write(to page: inout HTMLOutput) {
        page.open("table", [.class("data")])
        caption(.class(captionIsUnseen ? "unseen" : nil)) { heading }.write(to: &page)
        thead {
            tr { for column in columns { column.header(sort) } }
        }.write(to: &page)
        page.markup("<tbody>")
        for row in rows {
            if let rowID { page.open("tr", [.id(rowID(row))]) } else { page.markup("<tr>") }
            for column in columns { column.write(row, &page) }
            page.markup("</tr>")
        }
        page.markup("</tbody></table>")
    }
}

/// Which column a table is sorted by, and the address that sorts it by another.
public struct Sort: Sendable {
    let key: String
    let descending: Bool
    let address: @Sendable (_ key: String, _ descending: Bool) -> String

    public init(
        by key: String, descending: Bool = false,
        address: @escaping @Sendable (_ key: String, _ descending: Bool) -> String
    ) {
        self.key = key
        self.descending = descending
        self.address = address
    }
}

/// One column of a table: its heading and what stands in it for a row.
public struct Column<Row: Sendable>: Sendable {
    public enum Kind: Sendable {
        case text
        /// Set to the right, figures of one width.
        case number
        /// Names the row.
        case heading
        /// What can be done about the row; not printed.
        case action
    }

    private let title: String
    private let kind: Kind
    private let key: String?
    let write: @Sendable (Row, inout HTMLOutput) -> Void

    /// - Parameter key: what the column is sorted by, where it can be.
    public init<Content: HTML>(
        _ title: String, _ kind: Kind = .text, sortedBy key: String? = nil,
        @HTMLBuilder cell: @escaping @Sendable (Row) -> Content
    ) {
        self.title = title
        self.kind = kind
        self.key = key
        write = { row, page in
            switch kind {
            case .text: td(.dataLabel(title)) { cell(row) }.write(to: &page)
            case .number: td(.class("number"), .dataLabel(title)) { cell(row) }.write(to: &page)
            case .action: td(.class("action"), .dataLabel(title)) { cell(row) }.write(to: &page)
            case .heading: th(.scope(.row)) { cell(row) }.write(to: &page)
            }
        }
    }

    private var style: String? {
        switch kind {
        case .number: "number"
        case .action: "action"
        case .text, .heading: nil
        }
    }

    func header(_ sort: Sort?) -> ColumnHeader {
        ColumnHeader(heading: title, style: style, key: key, sort: sort)
    }
}

/// The head of a column; where the rows can be sorted by it, a link that does.
struct ColumnHeader: Component {
    let heading: String
    let style: String?
    let key: String?
    let sort: Sort?

    private var order: Attribute.Sorted? {
        guard let sort, let key, sort.key == key else { return nil }
        return sort.descending ? .descending : .ascending
    }

    var body: some HTML {
        th(.scope(.column), .class(style), .ariaSort(order)) {
            if let sort, let key {
                a(.href(sort.address(key, order == .ascending))) {
                    heading
                    if let order { span(.ariaHidden()) { order == .ascending ? " ↑" : " ↓" } }
                }
            } else {
                heading
            }
        }
    }
}
