public import Kernel

/// A place between two events of one kind of stream, in the order of subject and sequence.
public struct StreamPosition<S: EventSubject>: Sendable, Hashable {
    public let subject: Identifier<S>
    public let sequence: Int

    public init(subject: Identifier<S>, sequence: Int) {
        self.subject = subject
        self.sequence = sequence
    }

    public init(_ event: Event<S>) { self.init(subject: event.subject, sequence: event.sequence) }
}

extension Streams {
    /// The events of one stream after a sequence, in order, opened as far as the keys allow.
    ///
    /// A sealed part whose key has been destroyed, or that a reader without keys meets, comes as nil to the fact. An event
    /// whose clear payload has been erased is left out.
    /// - Throws: `RecordsFault.unreadable` naming the event when one cannot be read, or its sealed bytes are not those
    ///   that were sealed there.
    public func read<S: EventSubject>(
        _ subject: Identifier<S>, after sequence: Int = 0, in connection: any Connection
    ) throws -> [Event<S>] {
        try events(Self.selectStream, [.text(S.stream), .text(of: subject), .int(sequence)], in: connection)
    }

    /// The events of one stream that had been recorded by a moment: what was known then.
    public func read<S: EventSubject>(
        _ subject: Identifier<S>, recordedBy moment: Instant, in connection: any Connection
    ) throws -> [Event<S>] {
        try events(Self.selectRecordedBy, [.text(S.stream), .text(of: subject), .text(of: moment)], in: connection)
    }

    /// The next events of one kind of stream in the order of subject and sequence, at most `limit` of them, so that all
    /// of them can be read in bounded memory. The answer has fewer only at the end, or where payloads have been erased;
    /// `next` is nil at the end alone.
    public func page<S: EventSubject>(
        of kind: S.Type = S.self, after position: StreamPosition<S>? = nil, limit: Int = 1000,
        in connection: any Connection
    ) throws -> (events: [Event<S>], next: StreamPosition<S>?) {
        let stored = try storedPage(
            of: S.stream, after: position.map { ($0.subject.description, $0.sequence) }, limit: limit, in: connection)
        guard let last = stored.last, stored.count == limit else {
            return (try opened(stored, in: connection), nil)
        }
        let next = StreamPosition<S>(subject: try Identifier(last.subject), sequence: last.sequence)
        return (try opened(stored, in: connection), next)
    }

    /// Hands over every event of one kind of stream, subject by subject, in bounded memory.
    public func each<S: EventSubject>(
        of kind: S.Type = S.self, in connection: any Connection, _ body: (Event<S>) throws -> Void
    ) throws {
        var position: StreamPosition<S>?
        repeat {
            let page = try self.page(of: kind, after: position, in: connection)
            for event in page.events { try body(event) }
            position = page.next
        } while position != nil
    }

    /// The subjects of one kind of stream in the order of their ids, at most `limit` of them after one.
    public func subjects<S: EventSubject>(
        of kind: S.Type = S.self, after subject: Identifier<S>? = nil, limit: Int = 1000, in connection: any Connection
    ) throws -> [Identifier<S>] {
        try connection.all(
            Self.selectSubjects, [.text(S.stream), .text(subject?.description ?? ""), .int(limit)]
        ) { try Identifier(try $0.text(0)) }
    }

    /// The same page of events exactly as they are stored, for an export.
    public func storedPage(
        of stream: String, after position: (subject: String, sequence: Int)? = nil, limit: Int = 1000,
        in connection: any Connection
    ) throws -> [StoredEvent] {
        try connection.all(
            Self.selectPage,
            [.text(stream), .text(position?.subject ?? ""), .int(position?.sequence ?? 0), .int(limit)],
            StoredEvent.init)
    }

    private func events<S: EventSubject>(
        _ statement: SQL, _ values: [SQLValue], in connection: any Connection
    ) throws -> [Event<S>] {
        try opened(try connection.all(statement, values, StoredEvent.init), in: connection)
    }

    private func opened<S: EventSubject>(
        _ stored: [StoredEvent], in connection: any Connection
    ) throws -> [Event<S>] {
        var events: [Event<S>] = []
        events.reserveCapacity(stored.count)
        var held: SubjectKeys?
        // By place: a stored event is eighteen values, which would be copied and given back for each.
        for place in stored.indices {
            if let keys, stored[place].sealed != nil, held?.subject != stored[place].subject {
                held = try SubjectKeys(of: stored[place].subject, keys, in: connection)
            }
            let event: Event<S>? = try stored[place].event(opening: held) {
                try keys.map { try SubjectKeys(of: stored[place].id, $0, in: connection) }
            }
            if let event { events.append(event) }
        }
        return events
    }

    // The cast keeps SQLite from asking at every run whether the value makes a partial index of use, and from compiling
    // the statement again to find out.
    static let selectStream = select(
        "WHERE stream = CAST($1 AS TEXT) AND subject = $2 AND sequence > $3 ORDER BY sequence")
    static let selectRecordedBy = select(
        "WHERE stream = CAST($1 AS TEXT) AND subject = $2 AND recorded <= $3 ORDER BY sequence")
    static let selectPage = select(
        "WHERE stream = CAST($1 AS TEXT) AND (subject, sequence) > ($2, $3) ORDER BY subject, sequence LIMIT $4")
    static let selectSubjects: SQL = """
        SELECT subject FROM streams WHERE stream = $1 AND subject > $2 ORDER BY subject LIMIT $3
        """

    private static func select(_ rest: String) -> SQL {
        SQL(stringLiteral: "SELECT \(StoredEvent.columns) FROM events \(rest)")
    }
}

extension StoredEvent {
    /// The event that was stored; nil when its clear payload has been erased.
    /// - Parameter own: the keys of this entry alone, which one has that stayed when the rest of its stream was erased.
    func event<S: EventSubject>(opening keys: SubjectKeys?, or own: () throws -> SubjectKeys? = { nil }) throws
        -> Event<S>?
    {
        guard let clear else { return nil }
        do {
            guard let role = Role(rawValue: role) else { throw JSONFault("an unknown role “\(role)”") }
            return Event(
                id: try Identifier(id), subject: try Identifier(subject), sequence: sequence,
                occurred: try Occurrence(occurred), recorded: try Instant(recorded),
                by: Author(person: try Identifier(person), organisation: try Identifier(organisation), role: role),
                fact: try S.Fact(
                    kind: kind, version: version, clear: try JSON(parsing: clear), sealed: try opened(by: keys, or: own)
                ))
        } catch {
            throw RecordsFault.unreadable("The \(kind) at \(place) cannot be read: \(error)")
        }
    }

    private func opened(by keys: SubjectKeys?, or own: () throws -> SubjectKeys?) throws -> JSON? {
        guard let sealed, let retention, let keys else { return nil }
        do {
            guard let key = try keys.key(toOpen: retention) else { throw SealBroken() }
            return try JSON(parsing: try key.open(sealed, of: subject, sealContext))
        } catch let broken as SealBroken {
            guard let key = try own()?.key(toOpen: retention) else {
                if try keys.key(toOpen: retention) == nil { return nil }
                throw broken
            }
            return try JSON(parsing: try key.open(sealed, of: subject, sealContext))
        }
    }
}
