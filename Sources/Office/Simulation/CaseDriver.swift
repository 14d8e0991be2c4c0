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
final class StoreDriver: CaseDriver {
    private let office: Office
    private let connection: any Connection
    /// How many events were recorded.
    private(set) var events = 0

    /// - Parameter subjects: the cases the transaction will touch. The office forgets them first, so that a transaction
    ///   that is tried again never meets a file ahead of its stream.
    init(_ office: Office, touching subjects: some Sequence<Identifier<CaseFile>>, in connection: any Connection) {
        self.office = office
        self.connection = connection
        for subject in subjects { office.cases.forget(subject) }
    }

    func file(_ subject: Identifier<CaseFile>) throws -> CaseFile { try office.file(subject, in: connection) }

    func perform<C: CaseCommand>(
        _ command: C, _ id: Identifier<Command>, on subject: Identifier<CaseFile>, as actor: Author, at moment: Instant,
        document: AttachedDocument?
    ) throws -> CaseFile {
        let performed = try office.perform(
            command, on: subject, as: actor, id: id, seen: nil, documents: document.map { [$0] } ?? [],
            asked: Array(C.act.rawValue.utf8), now: moment, in: connection)
        office.cases.keep(performed.file)
        events += performed.events.count
        return performed.file
    }
}

extension Office {
    /// Runs the commands of made-up people as one transaction.
    /// - Returns: what the closure does, and how many events were recorded.
    @discardableResult
    func drive<Answer: Sendable>(
        touching subjects: [Identifier<CaseFile>], at now: Instant,
        _ body: @escaping @Sendable (StoreDriver) throws -> Answer
    ) async throws -> (Answer, events: Int) {
        do {
            let (answer, events) = try await telling {
                try await database.write { [self] connection in
                    let driver = StoreDriver(self, touching: subjects, in: connection)
                    let answer = try body(driver)
                    return (answer, driver.events)
                }
            }
            try await checkpointer.recorded(events, at: now)
            return (answer, events)
        } catch {
            for subject in subjects { cases.forget(subject) }
            throw error
        }
    }
}
