public import Casework
public import Kernel
import Records

/// What somebody reads through before a copy of a record is given out: its texts and papers that may speak of somebody
/// else. The copy itself is not made for it.
public struct CopyReview: Sendable {
    /// The texts and papers that may speak of somebody else.
    public let reviewed: [CopyText]
    /// Those of them that nobody has decided on.
    public let waiting: [CopyText]
    /// How many of them are covered.
    public let covered: Int
    /// The entries they stand in, as the copy tells them.
    public let entries: [AccessCopy.Entry]
}

extension Office {
    /// The texts of a copy that somebody decides on, or decided on where it was given out. The look is on record first.
    /// - Parameter id: the request that the copy answers.
    /// - Throws: `Refusal` as `copy(of:answering:as:)` does.
    public func review(
        of subject: Identifier<CaseFile>, answering id: Identifier<RightsRequest>, as actor: Author
    ) async throws -> CopyReview {
        try await copying(subject, answering: id, as: actor) { maker in maker.review(among: maker.entries()) }
    }

    /// Puts the look at a copy on record, and then gathers what is asked of it outside of that transaction, which others
    /// wait for. Who may see it is asked again there, of the record that is read.
    func copying<Answer: Sendable>(
        _ subject: Identifier<CaseFile>, answering id: Identifier<RightsRequest>, as actor: Author,
        _ gather: @escaping @Sendable (CopyMaker) throws -> Answer
    ) async throws -> Answer {
        let now = clock.now
        return try await telling { [self] in
            try await database.write { [self] connection in
                let (file, _, relation) = try copyToOpen(subject, answering: id, as: actor, now: now, in: connection)
                try Looks.record(
                    Look(
                        at: now, by: actor, subject: file.id.description, act: Act.readCopy.rawValue,
                        reason: relation == .oneself
                            ? "their right to their own record"
                            : "to answer what the person asked about their record, under a legal obligation",
                        relation: relation.rawValue), random: random, in: connection)
            }
            return try await database.read { [self] connection in
                let (file, request, _) = try copyToOpen(subject, answering: id, as: actor, now: now, in: connection)
                return try making(copyOf: file, answering: request, now: now, in: connection, gather)
            }
        }
    }

    /// The record of a copy that somebody may open, and the request that it answers.
    private func copyToOpen(
        _ subject: Identifier<CaseFile>, answering id: Identifier<RightsRequest>, as actor: Author, now: Instant,
        in connection: any Connection
    ) throws -> (file: CaseFile, request: RightsRequest, relation: Relation) {
        let file = try file(survivor(of: subject, in: connection), in: connection)
        let relation = try relation(of: actor, to: file, on: now.day, in: connection)
        guard file.customer != nil, relation != .none else { throw Self.noCase }
        try Powers.require(.readCopy, of: actor.role, as: relation)
        guard let request = file.rights.find(id), request.asked.kind == .access else {
            throw Refusal("rights.none", "There is no such request on this record. Open it from the list.")
        }
        guard request.release != nil || relation != .oneself else {
            throw Refusal(
                "copy.not-yet",
                "Your copy is being read through and is not ready yet. You have it by \(request.due.written).")
        }
        return (file, request, relation)
    }
}
