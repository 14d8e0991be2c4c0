import Casework
public import Kernel
public import Records

/// The published register of draws: every area's periods, commitments, shares and numbered draws, in the order they were
/// recorded. It holds tokens and never identities (design §4.8).
public enum DrawExport {
    /// Hands over a line for each entry.
    /// - Returns: how many draws were among them.
    @discardableResult
    public static func each(
        in database: any Database, _ line: @escaping @Sendable (JSON) throws -> Void
    ) async throws -> Int {
        try await database.read { connection in
            var draws = 0
            try Streams(keys: nil).each(of: Area.self, in: connection) { event in
                if case .drawn = event.fact { draws += 1 }
                try line([
                    "area": .text(event.subject), "sequence": .int(event.sequence), "kind": .string(event.fact.kind),
                    "on": .text(event.recorded.day), "entry": event.fact.clear,
                ])
            }
            return draws
        }
    }
}
