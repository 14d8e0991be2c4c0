public import Kernel

/// The append-only streams of events: the only place where facts are written and read (design §3).
///
/// A reader made without keys reads every clear payload and finds every sealed one shut.
public struct Streams: Sendable {
    let keys: Keyring?

    public init(keys: Keyring?) { self.keys = keys }

    /// The sequence of the last event of a stream; 0 when it has none.
    public func head<S>(of subject: Identifier<S>, in connection: any Connection) throws -> Int
    where S: EventSubject {
        try StreamHead(stream: S.stream, subject: subject.description, in: connection)?.sequence ?? 0
    }
}

/// The stream has moved on since it was read, or is not where its writer thought. Decide again on the newer file.
public struct StreamConflict: Error, Sendable, Equatable {
    /// The sequence of the last event that was found.
    public let found: Int

    public init(found: Int) { self.found = found }
}

/// The end of one stream, as its own row keeps it.
struct StreamHead {
    let sequence: Int
    let digest: [UInt8]
    let signed: Int

    init?(stream: String, subject: String, in connection: any Connection) throws {
        let row = try connection.first(Self.select, [.text(stream), .text(subject)]) {
            (try $0.int(0), try $0.bytes(1), try $0.int(2))
        }
        guard let row else { return nil }
        (sequence, digest, signed) = row
    }

    static let select: SQL = "SELECT head, digest, signed FROM streams WHERE stream = $1 AND subject = $2"
}
