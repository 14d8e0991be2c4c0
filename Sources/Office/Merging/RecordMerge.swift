import Casework
import Kernel
import Records

extension GuardKind {
    /// The record that another is part of, for lists that find people by name.
    static let partOf = GuardKind("part-of")
}

extension Office {
    /// Records what a command about two records decided, on both of their streams, and puts right what stands beside them:
    /// who somebody is in the register, advisers' time, ways in to the person's own page, and every list.
    func record(
        _ command: any PairedCommand, deciding facts: [Fact], on before: CaseFile, as actor: Author, context: Context,
        in connection: any Connection
    ) throws -> Performed {
        let otherBefore = try file(command.other, in: connection)
        let events = try streams.append(
            facts, to: before.id, expecting: before.sequence, by: actor, at: context.now, random: random, in: connection
        )
        try streams.append(
            command.factsOnOther(facts, of: before.id), to: command.other, expecting: otherBefore.sequence, by: actor,
            at: context.now, random: random, in: connection)
        let after = try streams.file(before.id, in: connection)
        let otherAfter = try streams.file(command.other, in: connection)
        guard let event = events.first else { return Performed(file: after, events: [], isRepeat: false) }
        if otherAfter.merges.into == nil {
            try takeApart(after, before: before, otherAfter, event, in: connection)
        } else {
            try makeOne(after, before: before, otherBefore, event, in: connection)
        }
        // A row moves from the one to the other, so none of either is left before the new ones are written.
        for one in [after, otherAfter] { try Projections.drop(one.id, in: connection) }
        for one in [after, otherAfter] {
            try Projections.update(one, before: nil, programmes: programmes, in: connection)
        }
        return Performed(file: after, events: events, isRepeat: false)
    }

    private func makeOne(
        _ after: CaseFile, before: CaseFile, _ other: CaseFile, _ event: Event<CaseFile>, in connection: any Connection
    ) throws {
        try Guards.claim(.partOf, other.id.description, for: after.id, in: connection)
        if let identity = after.customer?.identity.value, identity != before.customer?.identity.value {
            try register(identity, before: before, event, in: connection)
        }
        try move(other.appointments, from: other.id, to: after.id, in: connection)
    }

    private func takeApart(
        _ after: CaseFile, before: CaseFile, _ other: CaseFile, _ event: Event<CaseFile>, in connection: any Connection
    ) throws {
        try Guards.release(.partOf, other.id.description, by: after.id, in: connection)
        if let identity = after.customer?.identity.value, identity != before.customer?.identity.value {
            try register(identity, before: before, event, in: connection)
        }
        if let theirs = other.customer?.identity.value {
            if let number = theirs.nationalInsurance {
                try Guards.claim(.nationalInsuranceNumber, hash(number), for: other.id, in: connection)
            }
            try IdentityRegister.put(
                theirs, for: other.id, by: event.by.person, at: event.recorded, keyring: keyring, in: connection)
        }
        if let made = before.merges.absorbed.first(where: { $0.other == other.id })?.event {
            try IdentityRegister.forget(after.id, since: made.recorded, in: connection)
        }
        try move(other.appointments, from: after.id, to: other.id, in: connection)
        try giveBack(from: after.id, to: other.id, event, in: connection)
        for supporter in other.access.supporters {
            let key = supporter.id.description
            if try Guards.release(.supporter, key, by: after.id, in: connection) {
                try Guards.claim(.supporter, key, for: other.id, in: connection)
            }
        }
        // Nobody can tell any more which of two people was let in: both are let in anew.
        for id in [after.id, other.id] {
            try EntryRegister.removeAll(to: id, in: connection)
            try SessionRegister.closeAll(of: Identifier(id), in: connection)
        }
    }

    /// Gives the documents of entries that go back, and what is still to be sent because of them, to the record that the
    /// entries are of.
    private func giveBack(
        from: Identifier<CaseFile>, to: Identifier<CaseFile>, _ event: Event<CaseFile>, in connection: any Connection
    ) throws {
        guard case .merge(.gaveBack(_, let given, _)) = event.fact else { return }
        let entries = try sealedStreams.read(from, in: connection)
        let staying = Set(entries.filter { !given.contains($0.id) }.compactMap(\.fact.document))
        for entry in entries where given.contains(entry.id) {
            try Outbox.give(entry.id, to: to, in: connection)
            guard let digest = entry.fact.document else { continue }
            try documents.give(digest, of: from, to: to, keeping: staying.contains(digest), in: connection)
        }
    }

    /// Moves what advisers' time is held by with the record that the appointments are on.
    private func move(
        _ appointments: [Appointment], from: Identifier<CaseFile>, to: Identifier<CaseFile>,
        in connection: any Connection
    ) throws {
        for key in appointments.compactMap(\.slotKey) {
            if try Guards.release(.slot, key, by: from, in: connection) {
                try Guards.claim(.slot, key, for: to, in: connection)
            }
        }
    }
}

extension Desk {
    /// What two records are made of, for somebody who may make them one.
    /// - Throws: `Refusal` when the other is not theirs to touch.
    func pair(_ file: CaseFile, _ other: Identifier<CaseFile>) throws -> RecordPair {
        let found = try office.file(other, in: connection)
        // One that is part of the first is under the same roof.
        if found.merges.into != file.id {
            do throws(any Error) {
                guard found.customer != nil else { throw Office.noCase }
                try office.authorise(.mergeRecords, of: actor, on: found, at: now, in: connection)
            } catch let refusal as Refusal where refusal.code == "power.none" {
                throw Refusal(
                    "merge.kept-elsewhere",
                    "The other record is kept by others, so it is not yours to make part of this one. If the person is with you, take that record up first: find them by a search, and say that they are with you now. Then compare the two again.",
                    rule: "G-004")
            }
        }
        return RecordPair(
            own: try office.streams.record(file.id, in: connection),
            other: try office.streams.record(other, in: connection))
    }
}

extension MergeRecords: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.surroundings(file, other) }
}

extension SeparateRecords: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.surroundings(file, other) }
}

extension Desk {
    fileprivate func surroundings(_ file: CaseFile, _ other: Identifier<CaseFile>) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.pair = try pair(file, other)
        return surroundings
    }
}
