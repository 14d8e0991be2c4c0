/// A table that is read off the streams. Its rows are values, so that only those that changed are written.
struct ProjectedTable: Sendable {
    let name: String
    let upsert: SQL
    let delete: SQL
    /// Takes every row of the cases after one, up to another.
    let deleteRange: SQL

    /// - Parameters:
    ///   - key: the primary key, which is the first of the columns.
    ///   - subject: the column that says whose row it is.
    init(_ name: String, key: String, subject: String = "subject", columns: [String]) {
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let changes = columns.filter { $0 != key }.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        self.name = name
        upsert = SQL(
            stringLiteral: """
                INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))
                ON CONFLICT (\(key)) DO UPDATE SET \(changes)
                """)
        delete = SQL(stringLiteral: "DELETE FROM \(name) WHERE \(key) = $1")
        deleteRange = SQL(stringLiteral: "DELETE FROM \(name) WHERE \(subject) > $1 AND \(subject) <= $2")
    }

    /// Every table that is made from cases.
    static let ofCases = [
        caseload, diary, dueLines, changesTold, desk, requests, sessionPlaces, sharedWith,
        referralScores,
    ]

    /// Makes the table's rows of one subject what they are now, given what they were. The first value of a row is its key.
    func write(_ after: [[SQLValue]], before: [[SQLValue]], in connection: any Connection) throws {
        guard after != before else { return }
        let old = Dictionary(before.map { ($0[0], $0) }) { $1 }
        let keys = Set(after.map { $0[0] })
        for row in before where !keys.contains(row[0]) { try connection.run(delete, [row[0]]) }
        for row in after where old[row[0]] != row { try connection.run(upsert, row) }
    }
}
