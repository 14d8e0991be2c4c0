public import Casework
public import Kernel
import Records

/// How a copy is written, for its digests to be taken: the room that writes pages knows.
public struct CopyWriting: Sendable {
    /// The copy as a page to print, in UTF-8.
    public let html: @Sendable (AccessCopy) -> [UInt8]

    public init(html: @escaping @Sendable (AccessCopy) -> [UInt8]) { self.html = html }

    /// The copy as JSON, in UTF-8.
    public func json(_ copy: AccessCopy) -> [UInt8] { Array((copy.json.pretty + "\n").utf8) }

    func release(_ copy: AccessCopy) -> CopyRelease {
        CopyRelease(
            html: Documents.digest(of: html(copy)), json: Documents.digest(of: json(copy)), covered: copy.covered,
            made: copy.made)
    }
}

extension Office {
    /// Gives out the copy that a request asks for, with its digests on record.
    /// - Throws: `Refusal` when texts wait to be decided on, or the actor may not answer requests.
    @discardableResult
    public func giveCopy(
        of subject: Identifier<CaseFile>, answering id: Identifier<RightsRequest>, writing: CopyWriting,
        as actor: Author, command: Identifier<Command>
    ) async throws -> Performed {
        let (file, made) = try await database.read { [self] connection -> (CaseFile, AccessCopy) in
            let file = try self.file(survivor(of: subject, in: connection), in: connection)
            guard let request = file.rights.find(id) else {
                throw Refusal("rights.none", "There is no such request on this record. Open it from the list.")
            }
            return (file, try self.copy(of: file, answering: request, now: clock.now, in: connection))
        }
        return try await perform(
            ReleaseCopy(request: id, release: writing.release(made), sequence: made.sequence), on: file.id, as: actor,
            id: command)
    }

    /// Asks for a copy, and has it at once where there is nothing that somebody has to read through first.
    /// - Returns: the request, and whether the copy has been given out.
    public func askForCopy(
        of subject: Identifier<CaseFile>, asked: RightsAsked, words: Words? = nil, writing: CopyWriting,
        as actor: Author, command: Identifier<Command>
    ) async throws -> (performed: Performed, isGivenOut: Bool) {
        let performed = try await perform(AskRight(asked, words: words), on: subject, as: actor, id: command)
        return (performed, try await giveAtOnce(performed.file, Identifier(command), writing))
    }

    /// Gives out a copy that nobody has to read through first.
    /// - Returns: whether it was given out.
    public func giveAtOnce(
        _ file: CaseFile, _ id: Identifier<RightsRequest>, _ writing: CopyWriting
    ) async throws -> Bool {
        // The same asked twice has the same answer.
        guard file.rights.find(id)?.release == nil else { return true }
        let waits = try await database.read { [self] in try !textsToReview(of: file.id, in: $0).isEmpty }
        guard !waits, let keeper = file.customer?.keepers.leading, file.rights.find(id)?.answer == nil else {
            return false
        }
        do {
            try await giveCopy(
                of: file.id, answering: id, writing: writing, as: .system(at: keeper),
                command: Identifier(derivedFrom: ["throughline copy 1", id.description]))
            return true
        } catch let refusal as Refusal where refusal.code == "copy.older" || refusal.code == "copy.unread" {
            // Something was written meanwhile: then somebody reads it through.
            return false
        }
    }
}
