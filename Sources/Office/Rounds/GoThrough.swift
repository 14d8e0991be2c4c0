import Records

extension Office {
    /// Goes through a list that is read a page at a time, each page beginning after the last entry of the one before.
    /// - Parameters:
    ///   - page: the entries after one, or the first of all; empty when none are left.
    ///   - step: what to do about one; false when nothing had to be done.
    /// - Returns: about how many something was done.
    func goThrough<Entry: Sendable>(
        _ page: @escaping @Sendable (_ after: Entry?, any Connection) throws -> [Entry],
        doing step: (Entry) async throws -> Bool
    ) async throws -> Int {
        var count = 0
        var after: Entry?
        while true {
            let entries = try await database.read { [after] connection in try page(after, connection) }
            for entry in entries { count += try await step(entry) ? 1 : 0 }
            guard let last = entries.last else { return count }
            after = last
        }
    }
}
