/// A store of record: SQLite in one file, or PostgreSQL. The same code runs on both.
///
/// A transaction cannot be held across an `await`: its closure is synchronous and runs on one thread with one connection.
public protocol Database: Sendable {
    var engine: Engine { get }

    /// Runs a closure on a consistent picture of the store, on a thread pool sized as the connection pool.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Answer) async throws -> Answer

    /// Runs a closure as one durable transaction: all of it is kept, or none of it.
    ///
    /// The closure may run more than once (PostgreSQL answers 40001 when two transactions cross; it is tried again, eight
    /// times at most), so it must do nothing that the transaction does not undo.
    func write<Answer: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Answer) async throws -> Answer

    /// The same, while no other program changes the tables: for migrations.
    func writeAlone<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer

    /// Sees to it that what was deleted stands in none of the store's files any longer, as far as the engine lets a
    /// program do that.
    func writeOver() async throws

    /// Waits for transactions under way, then closes every connection.
    func close() async throws
}

public enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres
}

/// One connection inside one transaction.
///
/// Once a statement has failed, nothing of the transaction can be kept on either engine, even if the failure is caught:
/// expect a conflict with `ON CONFLICT`, or go back to a savepoint.
public protocol Connection: AnyObject {
    var engine: Engine { get }

    /// Runs a statement that returns no rows.
    /// - Returns: the number of rows it changed.
    @discardableResult
    func run(_ statement: SQL, _ values: [SQLValue]) throws -> Int

    /// Runs a statement and hands each row to a closure as it comes; PostgreSQL brings the whole answer first, so a
    /// long table is read in pages, by key.
    func each(_ statement: SQL, _ values: [SQLValue], _ row: (any Row) throws -> Void) throws

    /// Runs statements that take no values: a schema, `SAVEPOINT`. Never built from input.
    func script(_ statements: SQL) throws
}

extension Connection {
    @discardableResult
    public func run(_ statement: SQL) throws -> Int { try run(statement, []) }

    /// Every row, read into a value.
    public func all<Answer>(_ statement: SQL, _ values: [SQLValue] = [], _ read: (any Row) throws -> Answer) throws
        -> [Answer]
    {
        var answers: [Answer] = []
        try each(statement, values) { answers.append(try read($0)) }
        return answers
    }

    /// The first row, read into a value; nil when there is none.
    public func first<Answer>(_ statement: SQL, _ values: [SQLValue] = [], _ read: (any Row) throws -> Answer) throws
        -> Answer?
    {
        var answer: Answer?
        try each(statement, values) { if answer == nil { answer = try read($0) } }
        return answer
    }
}

/// The text of one statement, in the subset that both engines answer alike (docs/architecture.md). Values go in as `$1`,
/// `$2` …, each bound by its number; they are never written into the text. Statements stand as static constants, so
/// that a test can prepare every one of them on both engines; one that a single engine understands has a name that ends
/// in `OnSQLite` or `OnPostgres`.
public struct SQL: Sendable, Hashable, ExpressibleByStringLiteral {
    public let text: String
    /// Worked out once, as prepared statements are found by their text each time they are run.
    private let hash: Int

    public init(stringLiteral text: String) {
        self.text = text
        hash = text.hashValue
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    public static func == (left: SQL, right: SQL) -> Bool { left.hash == right.hash && left.text == right.text }
}

/// A value bound to a statement.
public enum SQLValue: Sendable, Hashable {
    case null
    case int(Int)
    case bool(Bool)
    case text(String)
    case bytes([UInt8])
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }

    /// A value kept as its text: an identifier, a day, an instant.
    public static func text(of value: some CustomStringConvertible) -> SQLValue { .text(value.description) }
    /// The same, or null.
    public static func text(of value: (some CustomStringConvertible)?) -> SQLValue {
        value.map { .text($0.description) } ?? .null
    }
}

/// One row of an answer. Columns are read by position, from 0. A column that is null where a value is asked for is a
/// fault of ours and is thrown as `RecordsFault`.
public protocol Row {
    func isNull(_ column: Int) -> Bool
    func int(_ column: Int) throws -> Int
    func bool(_ column: Int) throws -> Bool
    func text(_ column: Int) throws -> String
    func bytes(_ column: Int) throws -> [UInt8]
}

extension Row {
    public func optionalInt(_ column: Int) throws -> Int? { isNull(column) ? nil : try int(column) }
    public func optionalText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }
    public func optionalBytes(_ column: Int) throws -> [UInt8]? { isNull(column) ? nil : try bytes(column) }
}

/// What can go wrong with the store itself. Whoever meets one as a person is shown a `Refusal` made from it.
public enum RecordsFault: Error, Sendable, Equatable {
    /// A unique key or CHECK would be broken; the name is the constraint's or the columns'.
    case constraint(String)
    /// Two transactions crossed more often than is worth trying again.
    case crossed
    /// The disk is full, or the file cannot be written.
    case storage(String)
    /// The file or server holds something that is not a Throughline store, or one that is damaged.
    case unreadable(String)
    /// The store was made by a later version of the program.
    case newer(found: Int, known: Int)
    /// A statement or a stored value that is a fault of ours.
    case fault(String)
}
