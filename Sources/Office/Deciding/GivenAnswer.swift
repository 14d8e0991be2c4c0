public import Casework
public import Kernel
import Records

/// What was answered to a command: how far the case went with it, and the events that it recorded.
public struct GivenAnswer: Sendable, Equatable {
    public let sequence: Int
    public let events: [Identifier<Event<CaseFile>>]
}

extension Office {
    /// The answer already given to a command, to be given again; nil when it is new.
    /// - Parameter content: what identifies the command's content, as it was given to `perform`.
    /// - Refuses: when the id was used for something else.
    public func answer(
        to id: Identifier<Command>, asking content: String, on subject: Identifier<CaseFile>
    ) async throws -> GivenAnswer? {
        try await telling { [self] in
            try await database.read { [self] connection in
                let file = try survivingFile(of: subject, in: connection)
                guard let answer = try answered(id, asking: Array(content.utf8), on: file, in: connection) else {
                    return nil
                }
                let events = try sealedStreams.read(
                    answer.subject, after: answer.events.lowerBound - 1, in: connection)
                return GivenAnswer(
                    sequence: answer.events.upperBound - 1,
                    events: events.prefix { $0.sequence < answer.events.upperBound }.map(\.id))
            }
        }
    }
}
