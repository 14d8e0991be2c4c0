public import Casework
public import Kernel

extension Streams {
    /// Every event that a record is made of, in the order in which they were recorded: its own stream's, and those of
    /// records of the same person that it has absorbed (design §4.6).
    ///
    /// A record that no other has anything to do with costs one reading of its stream.
    public func record(
        _ subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> [Event<CaseFile>] {
        let own = try read(subject, in: connection)
        var waiting = MergedStreams.named(in: own)
        guard !waiting.isEmpty || own.contains(where: \.isGivenBack) else { return own }
        var streams = [own]
        var known: Set<Identifier<CaseFile>> = [subject]
        while let next = waiting.sorted().first {
            waiting.remove(next)
            guard known.insert(next).inserted else { continue }
            let events = try read(next, in: connection)
            streams.append(events)
            waiting.formUnion(MergedStreams.named(in: events))
        }
        return MergedStreams.select(MergedStreams.woven(streams), for: subject)
    }

    /// A record as it stands.
    public func file(_ subject: Identifier<CaseFile>, in connection: any Connection) throws -> CaseFile {
        CaseFile(id: subject, folding: try record(subject, in: connection))
    }
}

extension Event<CaseFile> {
    fileprivate var isGivenBack: Bool {
        if case .merge(.gaveBack) = fact { true } else { false }
    }

    /// Whether a record has to be folded from its first event once this one is in its stream: what was known may be
    /// gone, or other streams have become part of it.
    public var foldsAnew: Bool {
        switch fact {
        case .merge, .customer(.erased): true
        default: false
        }
    }
}

extension Streams {
    /// The streams that are part of a record, its own first.
    public func parts(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        var parts = [subject]
        var next = 0
        while next < parts.count {
            let merges = CaseFile(id: parts[next], folding: try read(parts[next], in: connection)).merges
            for other in merges.absorbed.map(\.other) where !parts.contains(other) { parts.append(other) }
            next += 1
        }
        return parts
    }

    /// When something was last recorded on a case, that it was erased apart; nil when there is no such case.
    public func lastActivity(of subject: Identifier<CaseFile>, in connection: any Connection) throws -> Instant? {
        try connection.first(Self.selectLastActivity, [.text(of: subject)]) { try Instant($0.text(0)) }
    }

    /// The cases after one, in the order of their ids, each with the moment of its last entry, erasures apart.
    public func activities(
        after subject: Identifier<CaseFile>?, limit: Int = 500, in connection: any Connection
    ) throws -> [(subject: Identifier<CaseFile>, last: Instant)] {
        try connection.all(Self.selectActivities, [.text(subject?.description ?? ""), .int(limit)]) { row in
            (try Identifier(row.text(0)), try Instant(row.optionalText(1) ?? "1970-01-01T00:00:00.000Z"))
        }
    }

    /// The ids of what is on a case's own stream, in order; they stay when what they were of is erased.
    public func entries(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> [Identifier<Event<CaseFile>>] {
        try connection.all(Self.selectEntries, [.text(of: subject)]) { try Identifier($0.text(0)) }
    }

    static let selectEntries: SQL = "SELECT id FROM events WHERE stream = 'case' AND subject = $1 ORDER BY sequence"
    static let selectActivities: SQL = """
        SELECT s.subject, (
            SELECT e.recorded FROM events e
            WHERE e.stream = s.stream AND e.subject = s.subject AND e.kind <> 'customer.erased'
            ORDER BY e.sequence DESC LIMIT 1)
        FROM streams s WHERE s.stream = 'case' AND s.subject > $1 ORDER BY s.subject LIMIT $2
        """
    static let selectLastActivity: SQL = """
        SELECT recorded FROM events WHERE stream = 'case' AND subject = $1 AND kind <> 'customer.erased'
        ORDER BY sequence DESC LIMIT 1
        """
}
