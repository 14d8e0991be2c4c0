public import Casework
public import Kernel
public import Records

extension OpenedCase {
    /// The letters that the person was given, as far as the reader sees them, the newest first.
    public var keptLetters: [KeptLetter] { KeptLetter.all(in: events, of: seen) }
}

extension Office {
    /// The exact text of a letter that the person was given, or the paper kept with a proof of work or a step of the plan
    /// that is done, with the look on record first.
    /// - Throws: `Refusal` when the case is not the reader's to open, when they do not see the letter, or work or the plan
    ///   with their words, or when no letter, proof or step of the case has this digest. Whoever answers a request for a
    ///   copy opens every paper that they decide on.
    public func notice(
        _ digest: String, of subject: Identifier<CaseFile>, as actor: Author
    ) async throws -> (document: StoredDocument, content: [UInt8]) {
        let opened = try await open(subject, as: actor)
        let papers =
            (opened.seen.employment?.proofs ?? []).map(\.proof.document)
            + (opened.seen.plan?.actions ?? []).map(\.document)
        let isTheirs =
            opened.keptLetters.contains { $0.digest == digest }
            || opened.seen.sight.opensSealed && papers.contains(digest)
        let reviews = Powers.grant(.answerRight, to: actor.role, as: opened.relation) != nil
        let found = try await database.read { [self] connection -> (document: StoredDocument, content: [UInt8])? in
            let file = try self.file(opened.seen.id, in: connection)
            guard try isTheirs || reviews && isToReview(digest, of: file, in: connection) else { return nil }
            return try document(digest, of: file, in: connection)
        }
        guard let found else {
            throw Refusal(
                "document.none", "There is no such document here that you can open. Open it from the customer's page.")
        }
        return found
    }

    /// Whether somebody is to look at a paper before a copy of the record, which was asked for, is given out.
    private func isToReview(
        _ digest: String, of file: CaseFile, in connection: any Connection
    ) throws -> Bool {
        guard file.rights.open.contains(where: { $0.asked.kind == .access }) else { return false }
        return try textsToReview(of: file.id, in: connection).contains { $0.place.isPaper && $0.text == digest }
    }

    /// A document that an event of a record names, on whichever of its streams it came.
    func document(
        _ digest: String, of file: CaseFile, in connection: any Connection
    ) throws -> (document: StoredDocument, content: [UInt8])? {
        for source in try sources(of: file, in: connection) {
            if let found = try documents.read(digest, of: source, in: connection) { return found }
        }
        return nil
    }
}
