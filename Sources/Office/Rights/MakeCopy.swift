public import Casework
public import Kernel
import Records

extension Office {
    /// Makes a copy of everything held about a person as it stands, or as it was given out. The look is on record first.
    /// - Parameter id: the request it answers.
    /// - Throws: `Refusal` when it is not theirs to open, there is no such request, or it has not been given out to the
    ///   person who asks for it.
    public func copy(
        of subject: Identifier<CaseFile>, answering id: Identifier<RightsRequest>, as actor: Author
    ) async throws -> AccessCopy {
        try await copying(subject, answering: id, as: actor) { try $0.copy() }
    }

    static let noCase = Refusal(
        "case.none",
        "There is no customer here that you can open. Check the address, or search by name or national insurance number."
    )

    /// A copy in words. One that was given out is made of what was recorded by then, so that it is the same again unless
    /// something of it has been erased since.
    func copy(
        of file: CaseFile, answering request: RightsRequest?, now: Instant, in connection: any Connection
    ) throws -> AccessCopy {
        try making(copyOf: file, answering: request, now: now, in: connection) { try $0.copy() }
    }

    /// Gathers something of a copy, in the language that it is in.
    func making<Answer>(
        copyOf file: CaseFile, answering request: RightsRequest?, now: Instant, in connection: any Connection,
        _ gather: (CopyMaker) throws -> Answer
    ) throws -> Answer {
        let release = request?.release
        let made = release?.copy.made ?? now
        let parts = try streams.parts(of: file.id, in: connection)
        var events = try streams.record(file.id, in: connection)
        if let release, let end = events.firstIndex(where: { $0.id == release.event.id }) {
            events = Array(events[..<end])
        }
        let then = CaseFile(id: file.id, folding: events)
        let maker = CopyMaker(
            office: self, file: then, events: events, parts: parts, request: request, made: made,
            names: try names(in: events, connection),
            papers: try CopyPapers(of: events.forThePerson, on: parts, in: self, connection),
            isMadeUp: try MadeUpMark.stands(in: connection), connection: connection)
        return try (then.customer?.language ?? .english).write { try gather(maker) }
    }

    /// The texts and papers of a record that may speak of somebody else.
    func textsToReview(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> [CopyText] {
        let events = try streams.record(subject, in: connection).forThePerson
        let papers = try CopyPapers(
            of: events, on: streams.parts(of: subject, in: connection), in: self, connection)
        return events.flatMap(papers.toReview)
    }
}

extension Desk {
    fileprivate func texts(of file: CaseFile) throws -> Surroundings {
        var surroundings = Surroundings()
        surroundings.textsToReview = try office.textsToReview(of: file.id, in: connection).map(\.place)
        return surroundings
    }
}

extension ReviewCopy: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.texts(of: file) }
}

extension ReleaseCopy: SurroundedCommand {
    func look(around desk: Desk, on file: CaseFile) throws -> Surroundings { try desk.texts(of: file) }
}
