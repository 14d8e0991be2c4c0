public import Casework
public import Kernel
public import Records

extension Office {
    /// The exact text of a notice that was served, or the photograph kept with a proof of work, with the look on record
    /// first.
    /// - Throws: `Refusal` when the case is not the reader's to open, when they do not see appointments or work with their
    ///   words, or when no notice or proof of the case has this digest.
    public func notice(
        _ digest: String, of subject: Identifier<CaseFile>, as actor: Author
    ) async throws -> (document: StoredDocument, content: [UInt8]) {
        let opened = try await open(subject, as: actor)
        let notices = opened.seen.appointments.flatMap(\.notices)
        let proofs = opened.seen.employment?.proofs ?? []
        let isTheirs =
            opened.seen.sight.opensSealed
            && (notices.contains { $0.notice.digest == digest } || proofs.contains { $0.proof.document == digest })
        let found = try await database.read { [self] connection in
            isTheirs ? try document(digest, of: file(opened.seen.id, in: connection), in: connection) : nil
        }
        guard let found else {
            throw Refusal(
                "document.none", "There is no such document here that you can open. Open it from the customer's page.")
        }
        return found
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
