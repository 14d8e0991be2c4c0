public import Kernel

extension Streams {
    /// Adds facts to the end of a stream, as one link of its chain each.
    ///
    /// The ids come from `random`, so that a seed gives the same ids; salts, nonces and keys always come from the system's
    /// random source, so sealed bytes and digests differ from one run of a seed to the next.
    /// - Parameter sequence: the last event its writer saw; 0 to open the stream.
    /// - Throws: `StreamConflict` when the stream does not end there; `Refusal` when a class of the subject's has been
    ///   erased and a fact would be sealed in it.
    @discardableResult
    public func append<S: EventSubject>(
        _ facts: [S.Fact], to subject: Identifier<S>, expecting sequence: Int, by author: Author, at recorded: Instant,
        random: RandomSource, in connection: any Connection
    ) throws -> [Event<S>] {
        let name = subject.description
        let head = try StreamHead(stream: S.stream, subject: name, in: connection)
        guard head?.sequence ?? 0 == sequence else { throw StreamConflict(found: head?.sequence ?? 0) }
        guard !facts.isEmpty else { return [] }
        let isSealed = facts.contains { $0.sealed != nil }
        var keys = try isSealed ? self.keys.map { try SubjectKeys(of: name, $0, in: connection) } : nil
        var previous = head?.digest
        var events: [Event<S>] = []
        for (offset, fact) in facts.enumerated() {
            let event = Event<S>(
                id: Identifier(at: recorded, random: random), subject: subject, sequence: sequence + offset + 1,
                occurred: fact.occurred ?? .instant(recorded), recorded: recorded, by: author, fact: fact)
            var stored = StoredEvent(event)
            if let part = fact.sealed {
                try stored.seal(part, with: &keys, in: connection)
            }
            let digest = stored.link(after: previous)
            stored.digest = digest
            try connection.run(Self.insert, stored.values)
            previous = digest
            events.append(event)
        }
        try connection.run(
            head == nil ? Self.open : Self.advance,
            [.text(S.stream), .text(name), .int(sequence + facts.count), .bytes(previous ?? [])])
        return events
    }

    static let insert = SQL(
        stringLiteral: """
            INSERT INTO events (\(StoredEvent.columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            """)
    static let open: SQL = "INSERT INTO streams (stream, subject, head, digest) VALUES ($1, $2, $3, $4)"
    static let advance: SQL = "UPDATE streams SET head = $3, digest = $4 WHERE stream = $1 AND subject = $2"
}

extension StoredEvent {
    /// The envelope and the clear payload of an event, not yet sealed nor linked.
    init<S: EventSubject>(_ event: Event<S>) {
        let clear = event.fact.clear.text
        let salt = [UInt8].random(count: 16)
        self.init(
            stream: S.stream, subject: event.subject.description, sequence: event.sequence, id: event.id.description,
            kind: event.fact.kind, version: event.fact.version, occurred: event.occurred.description,
            recorded: event.recorded.description, person: event.by.person.description,
            organisation: event.by.organisation.description, role: event.by.role.rawValue, clear: clear, sealed: nil,
            retention: event.fact.sealed?.retention.rawValue, salt: salt,
            clearDigest: StoredEvent.digest(ofClear: clear, salt: salt), sealedDigest: nil, digest: [])
    }

    fileprivate mutating func seal(
        _ part: SealedPart, with keys: inout SubjectKeys?, in connection: any Connection
    ) throws {
        guard let key = try keys?.key(toSeal: part.retention, in: connection) else {
            throw RecordsFault.fault("A fact with a sealed part (\(kind)) was appended without keys.")
        }
        let sealed = try key.seal(Array(part.json.text.utf8), of: subject, sealContext)
        self.sealed = sealed
        sealedDigest = Self.digest(ofSealed: sealed)
    }
}

extension [UInt8] {
    /// Bytes from the system's random source.
    static func random(count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count { Swift.withUnsafeBytes(of: source.next()) { bytes.append(contentsOf: $0) } }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
