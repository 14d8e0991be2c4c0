public import Kernel

/// What came of a file of referrals.
public struct ImportReport: Sendable, Equatable {
    /// Customers registered and referred.
    public internal(set) var added = 0
    /// Customers who were in the record and were referred.
    public internal(set) var matched = 0
    /// Rows that had been taken in before.
    public internal(set) var repeated = 0
    public internal(set) var rejected: [RejectedRow] = []

    public var rows: Int { added + matched + repeated + rejected.count }

    /// What to tell whoever asked for it, a line each; what was refused comes first.
    public var sentences: [String] {
        rejected.map(\.sentence) + [
            "\(rows) rows: \(added) registered and referred, \(matched) matched and referred, "
                + "\(repeated) already taken in, \(rejected.count) refused."
        ]
    }

    public var json: JSON {
        [
            "rows": .int(rows), "added": .int(added), "matched": .int(matched), "repeated": .int(repeated),
            "rejected": .array(rejected.map(\.json)),
        ]
    }
}

/// A row that was not taken in, and why.
public struct RejectedRow: Sendable, Equatable {
    /// The line of the file the row begins on; the header is line 1.
    public let line: Int
    /// The column at fault; nil when it is the row as a whole.
    public let column: String?
    public let reason: String

    public var sentence: String { "Line \(line)\(column.map { ", \($0)" } ?? ""): \(reason)" }

    var json: JSON {
        ["line": .int(line), "column": column.map { .string($0) } ?? .null, "reason": .string(reason)]
    }
}
