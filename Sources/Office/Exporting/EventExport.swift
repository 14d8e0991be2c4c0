public import Kernel
public import Records

/// Every event as anybody may read it: who, when, what kind, and the clear part. No name, no sealed byte, and none of the
/// digests, which differ from store to store because each has salts of its own.
public enum EventExport {
    /// The kinds of stream there are, in the order they are written.
    static let streams = ["area", "case"]

    /// Hands over every event in the order of stream, subject and sequence.
    /// - Parameter progress: called now and then with the events written so far.
    /// - Returns: how many there were.
    @discardableResult
    public static func each(
        in database: any Database, progress: @escaping @Sendable (_ events: Int) -> Void = { _ in },
        _ event: @escaping @Sendable (JSON) throws -> Void
    ) async throws -> Int {
        try await database.read { connection in
            var count = 0
            for stream in streams {
                var position: (subject: String, sequence: Int)?
                repeat {
                    let page = try Streams(keys: nil).storedPage(of: stream, after: position, in: connection)
                    for stored in page { try event(try stored.written) }
                    count += page.count
                    progress(count)
                    position = page.last.map { ($0.subject, $0.sequence) }
                } while position != nil
            }
            return count
        }
    }
}

extension StoredEvent {
    /// The envelope and the clear part; the part is null once it has been erased.
    var written: JSON {
        get throws {
            [
                "stream": .string(stream), "subject": .string(subject), "sequence": .int(sequence), "id": .string(id),
                "kind": .string(kind), "version": .int(version), "occurred": .string(occurred),
                "recorded": .string(recorded), "person": .string(person), "organisation": .string(organisation),
                "role": .string(role), "clear": try clear.map { try JSON(parsing: $0) } ?? .null,
            ]
        }
    }
}
