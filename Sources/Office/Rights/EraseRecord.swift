public import Casework
import Foundation
public import Kernel
import Records

/// What an erasure left behind, for whoever asked for it.
public struct Erased: Sendable, Equatable {
    /// In the order in which classes are declared.
    public let classes: [RetentionClass]
    public let at: Instant
    /// Events that stay in their chain, as codes and days.
    public let events: Int
    /// The day from which the evidence may go too; nil when it went.
    public let evidenceUntil: CalendarDay?
    public let proof: ErasureProof

    /// The language the person read, as the record had it before anything went.
    public let language: Language

    /// What the person is told, a sentence or two each, in their language.
    public var toldToThePerson: [String] { Self.told(of: classes, evidenceUntil: evidenceUntil, in: language) }

    /// What a person is told of an erasure: what went, and what stays until when.
    public static func told(
        of classes: [RetentionClass], evidenceUntil: CalendarDay?, in language: Language
    ) -> [String] {
        language.write {
            var told = [ErasureWords.erased(classes.map { GivenWords.of($0.title) }.joined(separator: "; "))]
            if let evidenceUntil {
                told.append(ErasureWords.proof(evidenceUntil))
                if classes.contains(.identity) { told.append(ErasureWords.details()) }
                told.append(ErasureWords.papers())
            }
            return told + [ErasureWords.complain()]
        }
    }
}

extension Office {
    /// Erases classes of a record for good. The proof of what was earned stays until its time is over, apart from the
    /// person's details; papers and words that were kept with it stay sealed as long, and may show a name. The counts of
    /// each month stay for good.
    ///
    /// The register of erasures has it first, so that an older backup cannot bring it back. The record remembers that
    /// something was erased, by which every process that serves the store folds it anew. Records that were made one with
    /// it go with it.
    /// - Parameters:
    ///   - classes: nil for all that may go now.
    ///   - seen: the sequence of the record that whoever decided it had before them; nil for a program.
    ///   - actor: nil for the system itself.
    /// - Throws: `Refusal` when there is no such case, something has come to it since it was seen, nothing is left to
    ///   erase, the evidence is asked for too soon, or a letter to the person does not leave the hands of its worker.
    @discardableResult
    public func erase(
        _ subject: Identifier<CaseFile>, _ classes: Set<RetentionClass>? = nil, why: ErasureReason = .asked,
        seen: Int? = nil, by actor: Author? = nil
    ) async throws -> Erased {
        guard erasures != nil else { throw Self.noRegister }
        let now = clock.now
        let found = try await database.read { [self] in try erasable(subject, in: $0) }
        guard let found else {
            throw Refusal("erase.none", "There is no case \(subject) in this store. Check its reference.")
        }
        guard found.isAsSeen(seen, of: subject) else { throw Self.changedSinceSeen }
        let retention = tools.rules.retention
        let until = retention.ends(.evidence, after: found.last)
        let mayEraseEvidence = until <= now.day
        if classes?.contains(.evidence) == true, !mayEraseEvidence {
            throw Refusal(
                "erase.evidence",
                "The proof of what was earned is kept until \(until.written), \(retention.written(.evidence)) after the last entry. Leave it out, and the rest is erased now.",
                rule: "M-060")
        }
        let asked = (classes ?? [.identity, .support, .safety]).subtracting(found.erased)
        guard !asked.isEmpty else {
            throw Refusal("erase.already", "That has been erased already. Nothing was left to erase.")
        }
        let plan = ErasurePlan(
            found: found, classes: asked, why: why, by: actor ?? .system(at: found.keeper),
            evidenceUntil: asked.union(found.erased).contains(.evidence) ? nil : until)
        guard let erased = try await erase([plan], at: now).first else { throw Self.changedSinceSeen }
        return erased
    }

    /// Makes several erasures in one transaction, and whatever else belongs to them in the same. A record to which
    /// something has come since it was planned is left as it is: what was decided was decided of another.
    /// - Parameters:
    ///   - requires: what has to hold, told which plans still do; asked before anything stands in the register of
    ///     erasures, which outlives a transaction that is given up.
    ///   - besides: what belongs to them.
    func erase(
        _ plans: [ErasurePlan], at now: Instant,
        requires: @escaping @Sendable ([ErasurePlan], any Connection) throws -> Void = { _, _ in },
        besides: @escaping @Sendable (any Connection) throws -> Void = { _ in }
    ) async throws -> [Erased] {
        guard let erasures else { throw Self.noRegister }
        try Folder.make(URL(fileURLWithPath: erasures.path).deletingLastPathComponent().path, mode: 0o700)
        let custody = Custody(database, keys: keyring, register: erasures, programmes: programmes)
        let (erased, files) = try await tellingAfterLetters { [self] in
            try await custody.erase { [self] connection in
                let current = try plans.filter { try erasable($0.found.subject, in: connection) == $0.found }
                try requires(current, connection)
                for plan in current { try requireNoLetterInHand(plan, at: now, in: connection) }
                // Once the proof has gone nobody is tied to the record any more, so whoever is told is found before.
                let told: [(ErasurePlan, [Receiver])] = try current.map { plan in
                    let file = try streams.file(plan.found.subject, in: connection)
                    return (plan, try erasureReceivers(of: file, at: now, in: connection))
                }
                return (current.flatMap { $0.erasures(at: now) }, told)
            } then: { [self] plans, connection in
                var erased: [Erased] = []
                var files: [CaseFile] = []
                for (plan, receivers) in plans {
                    let (one, left) = try remember(plan, telling: receivers, at: now, in: connection)
                    erased.append(one)
                    files += left
                }
                // Before the erasure stands: one that is stopped here is asked for again, and finds the rest.
                if let folder = letterFolder.with({ $0 }) {
                    try FileCourier.remove(
                        following: try plans.reduce(into: []) { try $0.formUnion(entries(of: $1.0, in: connection)) },
                        from: folder)
                }
                // Maps that were read before are not shown any more, whichever process holds them.
                if let last = erased.last {
                    try Settings.set(Self.lastErasure, to: last.proof.digest, in: connection)
                }
                try besides(connection)
                return (erased, files)
            }
        }
        for file in files {
            cases.forget(file.id)
            cases.keep(file)
        }
        journeyReadings.forget()
        try await checkpointer.recorded(erased.count, at: now)
        return erased
    }

    /// The entries that are the person's own, wherever they stand. They outlive the outbox's rows, and so find a letter.
    private func entries(of plan: ErasurePlan, in connection: any Connection) throws -> Set<String> {
        var own = Set(plan.found.elsewhere.map(\.description))
        for (stream, others) in zip(plan.found.streams, plan.found.others) {
            let entries = try streams.entries(of: stream, in: connection)
            own.formUnion(entries.filter { !others.contains($0) }.map(\.description))
        }
        return own
    }

    /// Has a record remember what was just erased of it, and makes its lists again of what is left.
    private func remember(
        _ plan: ErasurePlan, telling receivers: [Receiver], at now: Instant, in connection: any Connection
    ) throws -> (Erased, files: [CaseFile]) {
        let (subject, parts) = (plan.found.subject, plan.found.streams)
        let proof = try ErasureProof(
            of: subject, streams: parts, at: now, by: plan.by, why: plan.why, keyring: keyring, in: connection)
        let fact = CustomerFact.Erasure(
            classes: plan.classes, why: plan.why, evidenceUntil: plan.evidenceUntil, proof: proof.digest)
        let told = try streams.append(
            [.customer(.erased(fact))], to: subject, expecting: streams.head(of: subject, in: connection),
            by: plan.by, at: now, random: random, in: connection)
        var events = 0
        var files: [CaseFile] = []
        for part in parts {
            // What is left is folded anew: the file in memory still holds the words.
            let left = try streams.file(part, in: connection)
            try Projections.drop(part, in: connection)
            try Projections.update(left, before: nil, programmes: programmes, in: connection)
            events += try streams.head(of: part, in: connection)
            files.append(left)
        }
        // The record's own stream is the first of its parts.
        if files.first?.customer != nil {
            try announce(Performed(file: files[0], events: told, isRepeat: false), at: now, in: connection)
        } else {
            for receiver in receivers {
                for event in told {
                    try Outbox.add(receiver.kind, because: event, payload: "", due: now, in: connection)
                }
            }
        }
        return (
            Erased(
                classes: fact.classes, at: now, events: events, evidenceUntil: fact.evidenceUntil, proof: proof,
                language: plan.found.language), files
        )
    }

    /// The erasures of a record, each with its proof, in order.
    public func erasureProofs(of subject: Identifier<CaseFile>) async throws -> [ErasureProof] {
        try await database.read { [self] connection in
            let events = try sealedStreams.read(subject, in: connection)
            let streams = try sealedStreams.parts(of: subject, in: connection)
            return try events.compactMap { event in
                guard case .customer(.erased(let erasure)) = event.fact else { return nil }
                return try ErasureProof(
                    of: subject, streams: streams, at: event.recorded, by: event.by, why: erasure.why,
                    keyring: keyring, in: connection)
            }
        }
    }

    /// What an erasure has to know of a record; nil when there is none.
    func erasable(_ subject: Identifier<CaseFile>, in connection: any Connection) throws -> Erasable? {
        let survivor = try survivor(of: subject, in: connection)
        let parts = try sealedStreams.parts(of: survivor, in: connection)
        guard let last = try parts.compactMap({ try sealedStreams.lastActivity(of: $0, in: connection) }).max() else {
            return nil
        }
        let file = try sealedStreams.file(survivor, in: connection)
        let own = file.isOfSeveralStreams ? try sealedStreams.record(survivor, in: connection) : []
        let known = Set(own.map(\.id))
        let others = try parts.map { part in
            file.isOfSeveralStreams
                ? try sealedStreams.read(part, in: connection).map(\.id).filter { !known.contains($0) } : []
        }
        let erased = try parts.map { try keyring.erasedClasses(of: $0, in: connection) }
        return Erasable(
            subject: survivor, streams: parts, heads: try parts.map { try streams.head(of: $0, in: connection) },
            others: others, elsewhere: own.filter { !parts.contains($0.subject) }.map(\.id),
            details: try leftDetails(of: parts, in: connection),
            last: last.day,
            erased: erased.dropFirst().reduce(erased.first ?? []) { $0.intersection($1) },
            lastReview: file.safety.lastReview, language: file.customer?.language ?? .english,
            keeper: file.customer?.keepers.leading ?? Identifier(high: 0, low: 0))
    }

    /// Entries on other streams that hold details of a record which was part of them once.
    private func leftDetails(
        of parts: [Identifier<CaseFile>], in connection: any Connection
    ) throws -> [Identifier<Event<CaseFile>>] {
        var left: [Identifier<CaseFile>] = []
        for part in parts {
            let merges = CaseFile(id: part, folding: try sealedStreams.read(part, in: connection)).merges
            for from in merges.leftFrom where !left.contains(from) && !parts.contains(from) { left.append(from) }
        }
        return try left.flatMap { try LeftDetails.entries(of: parts, in: sealedStreams.read($0, in: connection)) }
    }

    /// The proof of what was erased last.
    static let lastErasure = "erasures.last"

    /// What is said where a record is not as whoever decided it had it before them.
    static let changedSinceSeen = Refusal(
        "erase.stale",
        "Something was recorded about this person meanwhile, so nothing was erased. Read what is there now, then decide."
    )
    private static let noRegister = Refusal(
        "erase.register",
        "Nothing can be erased from here, because the register of erasures is not at hand. Use `throughline erase` where the key is kept."
    )
}

/// A record as an erasure finds it.
struct Erasable: Sendable, Equatable {
    let subject: Identifier<CaseFile>
    /// Its own stream first, then those that are part of it.
    let streams: [Identifier<CaseFile>]
    /// The last entry of each.
    let heads: [Int]
    /// The entries of each that are another's, since two records were taken apart.
    let others: [[Identifier<Event<CaseFile>>]]
    /// Entries of its own that stand on another's stream, since the two were taken apart.
    let elsewhere: [Identifier<Event<CaseFile>>]
    /// Entries of another's, made while the two records were one, that hold details of this person.
    let details: [Identifier<Event<CaseFile>>]
    /// The day of its last entry, erasures apart.
    let last: CalendarDay
    /// The classes that are gone from all of them.
    let erased: Set<RetentionClass>
    /// The last day that any safety notice held or was to be looked at again; nil where there never was one.
    let lastReview: CalendarDay?
    /// The language the person reads; English where nobody has said.
    let language: Language
    let keeper: Identifier<Organisation>

    /// Whether it is what was seen at a sequence of one record; nil is for whoever saw none.
    func isAsSeen(_ sequence: Int?, of record: Identifier<CaseFile>) -> Bool {
        sequence.map { subject == record && heads.first == $0 } ?? true
    }
}

/// One erasure that is about to be made.
struct ErasurePlan: Sendable {
    let found: Erasable
    let classes: Set<RetentionClass>
    let why: ErasureReason
    let by: Author
    let evidenceUntil: CalendarDay?

    func erasures(at moment: Instant) -> [Erasure] {
        zip(found.streams, found.others).map { Erasure(of: $0, classes, keeping: $1, at: moment) }
            + found.elsewhere.map { Erasure(of: $0, classes, at: moment) }
            + (classes.contains(.identity) ? found.details.map { Erasure(of: $0, [.identity], at: moment) } : [])
    }
}
