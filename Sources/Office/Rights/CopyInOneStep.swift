public import Casework
public import Kernel
import Records

extension Office {
    /// Makes and gives out a copy where the key is kept: the request goes on record, unless one waits, and so does the copy.
    /// - Parameter covering: whether texts that nobody has decided on are covered; where not, they stop it.
    /// - Throws: `Refusal` when there is no such case, or texts wait to be decided on.
    public func copyInOneStep(
        of subject: Identifier<CaseFile>, covering: Bool, writing: CopyWriting
    ) async throws -> AccessCopy {
        let file = try await recordToCopy(subject)
        let system = Author.system(at: file.customer?.keepers.leading ?? Identifier(high: 0, low: 0))
        var request = file.rights.open.first { $0.asked.kind == .access }?.id
        if request == nil {
            let command = newCommand()
            try await perform(
                AskRight(RightsAsked(kind: .access, on: clock.today, how: .signed)), on: file.id, as: system,
                id: command)
            request = Identifier(command)
        }
        guard let id = request else { throw Self.noCase }
        let waiting = try await database.read { [self] connection in
            let decided = try self.file(file.id, in: connection).rights.find(id)?.decisions ?? [:]
            return try textsToReview(of: file.id, in: connection).map(\.place).filter { decided[$0] == nil }
        }
        if !waiting.isEmpty {
            guard covering else {
                throw Refusal(
                    "copy.unread",
                    "\(waiting.count == 1 ? "1 text" : "\(waiting.count) texts") may speak of somebody else. An information governance lead decides on each, on the page of the request; or add --cover to cover them, or --draft to see the rest.",
                    rule: "UK GDPR article 15(4)")
            }
            let decisions = waiting.map { CopyDecision(place: $0, isCovered: true, reason: .somebodyElse) }
            try await perform(ReviewCopy(request: id, decisions: decisions), on: file.id, as: system, id: newCommand())
        }
        try await giveCopy(of: file.id, answering: id, writing: writing, as: system, command: newCommand())
        return try await database.read { [self] connection in
            let file = try self.file(file.id, in: connection)
            return try copy(of: file, answering: file.rights.find(id), now: clock.now, in: connection)
        }
    }

    /// A copy as it stands, with every text covered that nobody has decided on.
    public func draftCopy(of subject: Identifier<CaseFile>) async throws -> AccessCopy {
        let file = try await recordToCopy(subject)
        return try await database.read { [self] connection in
            try copy(
                of: file, answering: file.rights.open.first { $0.asked.kind == .access }, now: clock.now,
                in: connection)
        }
    }

    private func recordToCopy(_ subject: Identifier<CaseFile>) async throws -> CaseFile {
        let file = try await database.read { [self] connection in
            try self.file(survivor(of: subject, in: connection), in: connection)
        }
        guard file.customer != nil else {
            throw Refusal("sar.none", "There is no case \(subject) in this store. Check its reference.")
        }
        return file
    }
}
