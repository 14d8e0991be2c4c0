import Casework
import Kernel
import Records

/// Where the commands of made-up people go: to the store, or no further than memory. Whatever they do, they do by
/// commands.
protocol CaseDriver {
    /// The newest file of a case.
    func file(_ subject: Identifier<CaseFile>) throws -> CaseFile

    /// Decides a command as at a moment and records what follows.
    /// - Returns: the file after it.
    @discardableResult
    func perform<C: CaseCommand>(
        _ command: C, _ id: Identifier<Command>, on subject: Identifier<CaseFile>, as actor: Author, at moment: Instant,
        document: AttachedDocument?
    ) throws -> CaseFile
}

/// Performs commands in one transaction of an office's store.
///
/// While it has the transaction nobody else writes to its cases, so each is read once, and its rows in the lists are
/// written once, at the end.
final class StoreDriver: CaseDriver {
    private let office: Office
    private let connection: any Connection
    /// Each case as it stands, and as it was before the transaction.
    private var held: [Identifier<CaseFile>: (now: CaseFile, before: CaseFile)] = [:]
    /// How many events were recorded.
    private(set) var events = 0

    init(_ office: Office, in connection: any Connection) {
        self.office = office
        self.connection = connection
    }

    func file(_ subject: Identifier<CaseFile>) throws -> CaseFile {
        if let held = held[subject] { return held.now }
        let file = try office.file(subject, in: connection)
        held[subject] = (file, file)
        return file
    }

    func perform<C: CaseCommand>(
        _ command: C, _ id: Identifier<Command>, on subject: Identifier<CaseFile>, as actor: Author, at moment: Instant,
        document: AttachedDocument?
    ) throws -> CaseFile {
        let performed = try office.perform(
            command, on: file(subject), as: actor, id: id, seen: nil, documents: document.map { [$0] } ?? [],
            asked: Array(C.act.rawValue.utf8), now: moment, in: connection)
        held[subject]?.now = performed.file
        events += performed.events.count
        return performed.file
    }

    /// Brings the lists up to date with what was recorded.
    /// - Returns: the cases as they stand.
    func finish() throws -> [CaseFile] {
        for (file, before) in held.values.sorted(by: { $0.now.id < $1.now.id }) where file.sequence > before.sequence {
            try Projections.updateLists(
                file, before: before.sequence == 0 ? nil : before, programmes: office.programmes, in: connection)
        }
        return held.values.map(\.now)
    }
}

extension Office {
    /// Runs the commands of made-up people as one transaction.
    /// - Returns: what the closure does, and how many events were recorded.
    @discardableResult
    func drive<Answer: Sendable>(
        at now: Instant, _ body: @escaping @Sendable (StoreDriver) throws -> Answer
    ) async throws -> (Answer, events: Int) {
        let (answer, events, files) = try await telling {
            try await database.write { [self] connection in
                let driver = StoreDriver(self, in: connection)
                let answer = try body(driver)
                return (answer, driver.events, try driver.finish())
            }
        }
        for file in files { cases.keep(file) }
        try await checkpointer.recorded(events, at: now)
        return (answer, events)
    }
}
