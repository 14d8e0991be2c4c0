public import Casework
public import Kernel
import Records

extension Office {
    /// Takes a person off the computer for somebody who may erase their record (K-001, J-063).
    ///
    /// Unlike any other erasure it asks for no request of the person's, and makes no look: the erasure that is
    /// left is signed as any other of theirs.
    /// - Refuses: a case that is not there or is nothing of theirs, which are told alike; whoever may not erase it; an
    ///   officer or area that is not there, a reference in use. Then nothing is erased.
    public func moveToPaper(
        _ subject: Identifier<CaseFile>, _ paper: NewPaperFile, as actor: Author
    ) async throws {
        let now = clock.now
        try await database.read { [self] connection in
            let file = try survivingFile(of: subject, in: connection)
            guard file.customer != nil, try relation(of: actor, to: file, on: now.day, in: connection) != .none else {
                throw Self.noCase
            }
            _ = try authorise(.eraseRecord, of: actor, on: file, at: now, in: connection)
        }
        try await moveToPaper(subject, paper, by: actor.person, acting: actor)
    }
}
