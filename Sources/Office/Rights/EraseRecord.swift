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

    /// What the person is told, a sentence each.
    public var toldToThePerson: [String] {
        var told = ["We have erased \(classes.map(\.title).joined(separator: "; ")). Nobody can bring it back."]
        if let evidenceUntil {
            told.append(
                "We keep the proof of what providers were paid for until \(evidenceUntil.written), with nobody's name on it, because public money has to be accounted for. Then it goes too."
            )
        }
        told.append("If you think this is wrong, you can complain to us, or to the Information Commissioner.")
        return told
    }
}

extension Office {
    /// Erases classes of a record for good. The proof of what was earned stays until its time is over, with nobody's name
    /// on it, and so do the counts of each month.
    ///
    /// The register of erasures has it first, so that an older backup cannot bring it back. The record remembers that
    /// something was erased, by which every process that serves the store folds it anew. Records that were made one with
    /// it go with it.
    /// - Parameters:
    ///   - classes: nil for all that may go now.
    ///   - actor: nil for the system itself.
    /// - Throws: `Refusal` when there is no such case, nothing is left to erase, or the evidence is asked for too soon.
    @discardableResult
    public func erase(
        _ subject: Identifier<CaseFile>, _ classes: Set<RetentionClass>? = nil, why: ErasureReason = .asked,
        retention: Retention = Retention(), by actor: Author? = nil
    ) async throws -> Erased {
        guard let erasures else {
            throw Refusal(
                "erase.register",
                "Nothing can be erased from here, because the register of erasures is not at hand. Use `throughline erase` where the key is kept."
            )
        }
        let now = clock.now
        let found = try await database.read { [self] in try erasable(subject, in: $0) }
        guard let found else {
            throw Refusal("erase.none", "There is no case \(subject) in this store. Check its reference.")
        }
        let until = retention.ends(.evidence, after: found.last)
        let mayEraseEvidence = until <= now.day
        if classes?.contains(.evidence) == true, !mayEraseEvidence {
            throw Refusal(
                "erase.evidence",
                "The proof of what was earned is kept until \(until.written), \(retention.evidenceYears) years after the last entry. Leave it out, and the rest is erased now.",
                rule: "M-060")
        }
        let asked = (classes ?? [.identity, .support, .safety]).subtracting(found.erased)
        guard !asked.isEmpty else {
            throw Refusal("erase.already", "That has been erased already. Nothing was left to erase.")
        }
        try Folder.make(URL(fileURLWithPath: erasures.path).deletingLastPathComponent().path, mode: 0o700)
        let author = actor ?? .system(at: found.keeper)
        let keepsEvidence = !asked.union(found.erased).contains(.evidence)
        let custody = Custody(database, keys: keyring, register: erasures, programmes: programmes)
        let (erased, files) = try await telling { [self] in
            try await custody.erase(found.streams, asked, at: now) { [self] connection in
                let proof = try ErasureProof(
                    of: found.subject, streams: found.streams, at: now, by: author, why: why, keyring: keyring,
                    in: connection)
                let fact = CustomerFact.Erasure(
                    classes: asked, why: why, evidenceUntil: keepsEvidence ? until : nil, proof: proof.digest)
                try streams.append(
                    [.customer(.erased(fact))], to: found.subject,
                    expecting: streams.head(of: found.subject, in: connection), by: author, at: now, random: random,
                    in: connection)
                var events = 0
                var files: [CaseFile] = []
                for stream in found.streams {
                    // What is left is folded anew: the file in memory still holds the words.
                    let left = try streams.file(stream, in: connection)
                    try Projections.drop(stream, in: connection)
                    try Projections.update(left, before: nil, programmes: programmes, in: connection)
                    events += try streams.head(of: stream, in: connection)
                    files.append(left)
                }
                return (
                    Erased(
                        classes: fact.classes, at: now, events: events, evidenceUntil: fact.evidenceUntil, proof: proof),
                    files
                )
            }
        }
        for file in files {
            cases.forget(file.id)
            cases.keep(file)
        }
        try await checkpointer.recorded(1, at: now)
        return erased
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
        let erased = try parts.map { try keyring.erasedClasses(of: $0, in: connection) }
        return Erasable(
            subject: survivor, streams: parts, last: last.day,
            erased: erased.dropFirst().reduce(erased.first ?? []) { $0.intersection($1) },
            keeper: file.customer?.jobcentre ?? Identifier(high: 0, low: 0))
    }

    /// The record that everything about a person is on: the one asked about, or the one it became part of.
    func survivor(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> Identifier<CaseFile> {
        var subject = subject
        while let into = try file(subject, in: connection).merges.into { subject = into }
        return subject
    }
}

/// A record as an erasure finds it.
struct Erasable: Sendable {
    let subject: Identifier<CaseFile>
    /// Its own stream first, then those that are part of it.
    let streams: [Identifier<CaseFile>]
    /// The day of its last entry, erasures apart.
    let last: CalendarDay
    /// The classes that are gone from all of them.
    let erased: Set<RetentionClass>
    let keeper: Identifier<Organisation>
}
