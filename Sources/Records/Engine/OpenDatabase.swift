import Foundation

/// Opens a store of record. Its tables are not looked at: `Migrator.migrate` comes next.
/// - Parameters:
///   - connections: how many transactions may run at once.
///   - creating: whether a SQLite file that is not there is made; a PostgreSQL database is never made.
/// - Throws: `RecordsFault.storage` when the file or server cannot be reached, `.unreadable` when it is not a database.
public func openDatabase(
    _ location: DatabaseLocation, connections: Int = 8, creating: Bool = true
) async throws -> any Database {
    switch location {
    case .sqlite(let path):
        guard creating || FileManager.default.fileExists(atPath: path) else {
            throw RecordsFault.storage("There is no store at \(path). Check the path.")
        }
        return try SQLiteDatabase(path: path, connections: connections)
    case .postgres(let address):
        return try await PostgresDatabase(address, connections: connections)
    }
}
