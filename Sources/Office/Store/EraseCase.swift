public import Casework
import Foundation
public import Kernel
import Records

/// What an erasure left behind, for whoever asked for it.
public struct Erased: Sendable, Equatable {
    public let classes: [RetentionClass]
    public let at: Instant
    /// Events that stay in their chain, as codes and days.
    public let events: Int
    /// The day from which the evidence may go too; nil when it went.
    public let evidenceUntil: CalendarDay?
}

/// How long evidence is kept after the last activity on a case: what was paid for can be asked about until then (M-060).
public struct Retention: Sendable {
    public var evidenceYears = 6
    public init() {}
}

extension OpenedStore {
    /// Erases a person from their record for good: names, contacts, words, and what is known of their health and safety.
    /// The proof of what was earned stays until its time is over, with nobody's name on it, and so do the counts.
    ///
    /// The register of erasures has it first, so that an older backup cannot bring it back. Another process that serves
    /// the store may remember the case as it was until it is started again.
    /// - Parameter evidence: whether the evidence goes as well.
    /// - Throws: `Refusal` when there is no such case, or the evidence is asked for too soon.
    public func erase(
        _ subject: Identifier<CaseFile>, evidence: Bool, retention: Retention = Retention()
    ) async throws -> Erased {
        let now = office.clock.now
        let last = try await database.read { [office] connection -> Instant? in
            try office.streams.read(subject, in: connection).last?.recorded
        }
        guard let last else {
            throw Refusal("erase.none", "There is no case \(subject) in this store. Check its reference.")
        }
        let until = last.day.adding(years: retention.evidenceYears)
        if evidence, now.day < until {
            throw Refusal(
                "erase.evidence",
                "The proof of what was earned is kept until \(until.written), \(retention.evidenceYears) years after the last entry. Leave --evidence out, and the rest is erased now.",
                rule: "M-060")
        }
        try Folder.make(URL(fileURLWithPath: erasures.path).deletingLastPathComponent().path, mode: 0o700)
        let classes: [RetentionClass] = [.identity, .support, .safety] + (evidence ? [.evidence] : [])
        try await Custody(database, keys: keyring, register: erasures).erase(subject, Set(classes), at: now)
        let events = try await database.write { [office, keyring] connection in
            // What is left is folded anew: the file in memory still holds the words.
            try EntryRegister.removeAll(to: subject, in: connection)
            try SessionRegister.closeAll(of: Identifier(subject), in: connection)
            let events = try Streams(keys: keyring).read(subject, in: connection)
            let left = CaseFile(id: subject, folding: events)
            try Projections.drop(subject, in: connection)
            if !evidence {
                try Projections.update(left, before: nil, programmes: office.programmes, in: connection)
            }
            return events.count
        }
        return Erased(classes: classes, at: now, events: events, evidenceUntil: evidence ? nil : until)
    }
}
