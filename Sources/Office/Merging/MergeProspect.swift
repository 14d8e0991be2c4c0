public import Casework
public import Kernel
public import Records

/// Two records side by side, for whoever considers making them one.
public struct MergeProspect: Sendable {
    public let other: Identifier<CaseFile>
    public let otherSequence: Int
    public let own: Identity
    public let their: Identity
    /// When each was registered.
    public let registered: (own: CalendarDay, their: CalendarDay)
    public let consequences: MergeConsequences

    /// The details in which they differ, in the order of the form.
    public var differing: [IdentityDetail] { own.details(unlike: their) }

    public init(
        other: Identifier<CaseFile>, otherSequence: Int, own: Identity, their: Identity,
        registered: (own: CalendarDay, their: CalendarDay), consequences: MergeConsequences
    ) {
        self.other = other
        self.otherSequence = otherSequence
        self.own = own
        self.their = their
        self.registered = registered
        self.consequences = consequences
    }
}

extension Office {
    /// Compares two records for somebody who may make them one. The look at the other is on record first.
    /// - Throws: `Refusal` when either is not theirs to touch, or the two cannot be made one.
    public func prospect(
        of subject: Identifier<CaseFile>, absorbing other: Identifier<CaseFile>, as actor: Author
    ) async throws -> MergeProspect {
        let now = clock.now
        return try await telling { [self] in
            try await database.write { [self] connection in
                let file = try survivingFile(of: subject, in: connection)
                try authorise(.mergeRecords, of: actor, on: file, at: now, in: connection)
                let desk = Desk(office: self, actor: actor, now: now, connection: connection)
                let pair = try desk.pair(file, other)
                let context = Context(
                    now: now, random: random, actor: actor, command: newCommand(), programmes: programmes, tools: tools,
                    sharing: sharing)
                let consequences = try MergeConsequences(
                    of: file, absorbing: other, pair, names: names(in: pair.own + pair.other, connection), in: context)
                let found = try self.file(other, in: connection)
                guard let own = file.customer, let their = found.customer, let identity = own.identity.value,
                    let theirs = their.identity.value
                else { throw Self.noCase }
                try Looks.record(
                    Look(
                        at: now, by: actor, subject: other.description, act: Act.mergeRecords.rawValue,
                        reason: "to see whether two records are of one person",
                        relation: file.relation(of: actor, on: now.day, by: sharing).rawValue),
                    random: random, in: connection)
                return MergeProspect(
                    other: other, otherSequence: found.sequence, own: identity, their: theirs,
                    registered: (own.registered.day, their.registered.day), consequences: consequences)
            }
        }
    }

    /// Records that may be of the same person: the same number, or the same birth date with the same family or first name.
    /// - Parameters:
    ///   - subject: the person's own record, where there is one.
    ///   - act: for what they are looked for.
    public func alike(
        _ identity: Identity, but subject: Identifier<CaseFile>? = nil, as actor: Author, to act: Act = .findCustomer
    ) async throws -> [IdentityRegister.Entry] {
        try await list(act, as: actor) { [self] connection in
            try surviving(
                IdentityRegister.possibleDuplicates(of: identity, keyring: keyring, in: connection), in: connection
            ).filter { $0.subject != subject }
        }
    }

    /// Somebody by the reference of their record, or of one that is part of it.
    public func entry(
        of subject: Identifier<CaseFile>, as actor: Author
    ) async throws -> IdentityRegister.Entry? {
        try await list(.findCustomer, as: actor) { [self] connection in
            try surviving(
                IdentityRegister.entry(of: subject, in: connection).map { [$0] } ?? [], in: connection
            ).first
        }
    }

    /// The records that are part of one, with the names they were known by.
    public func parts(
        of subject: Identifier<CaseFile>, in merges: Merges
    ) async throws -> [(absorption: Merges.Absorption, name: String?)] {
        let names = try await database.read { connection in
            try IdentityRegister.names(of: merges.absorbed.map(\.other), in: connection)
        }
        return merges.absorbed.map { ($0, names[$0.other]) }
    }

    /// The looks at a record, and at those that are part of it: the latest first.
    /// - Parameter reader: whose own looks are left out; nil for nobody's.
    public func looks(
        at subject: Identifier<CaseFile>, before: Identifier<Look>?, limit: Int, but reader: Identifier<Person>? = nil
    ) async throws -> [(id: Identifier<Look>, look: Look)] {
        try await database.read { [self] connection in
            let file = try survivingFile(of: subject, in: connection)
            let parts =
                file.merges.absorbed.isEmpty ? [file.id] : try sealedStreams.parts(of: file.id, in: connection)
            let found = try parts.flatMap { part -> [(id: Identifier<Look>, look: Look)] in
                guard let reader else { return try Looks.at(part, before: before, limit: limit, in: connection) }
                // To a record that became part of theirs they came as the person it was of.
                return try Looks.byOthers(
                    than: reader == Identifier(file.id) ? Identifier(part) : reader, at: part, before: before,
                    limit: limit, in: connection)
            }
            return Array(found.sorted { $0.id > $1.id }.prefix(limit))
        }
    }
}
