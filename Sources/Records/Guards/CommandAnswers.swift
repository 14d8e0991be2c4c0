public import Kernel

/// What was answered to a command: the stream it wrote to, and which events.
public struct CommandAnswer<S: EventSubject>: Sendable, Hashable {
    public let subject: Identifier<S>
    /// The sequences it recorded; empty, at the place it was decided, when it recorded nothing.
    public let events: Range<Int>
}

/// The answer given to each command id, so that a command sent twice is answered as it was the first time (design §4.2).
///
/// The id is the form's, a file's name and the row's own reference, or what the sender of a message calls it.
public struct CommandAnswers: Sendable {
    private let keys: Keyring

    public init(keys: Keyring) { self.keys = keys }

    /// The answer already given to a command on a stream; nil when it is new.
    /// - Throws: `Refusal` when the id was used for something else.
    public func answer<S: EventSubject>(
        to command: String, asking content: [UInt8], on subject: Identifier<S>, in connection: any Connection
    ) throws -> CommandAnswer<S>? {
        let values: [SQLValue] = [.text(S.stream), .text(of: subject), .text(command)]
        let found = try connection.first(Self.select, values) {
            (try $0.text(0), try $0.int(1), try $0.int(2))
        }
        guard let (known, first, last) = found else { return nil }
        guard known == keys.contentDigest(content) else { throw Self.usedAlready }
        return CommandAnswer(subject: subject, events: first..<last + 1)
    }

    /// The answer already given to a command that opens a stream, wherever that was; nil when it is new.
    /// - Throws: `Refusal` when the id was used for something else.
    public func answer<S: EventSubject>(
        toOpening command: String, asking content: [UInt8], of kind: S.Type = S.self, in connection: any Connection
    ) throws -> CommandAnswer<S>? {
        guard let opened = try Guards.holder(.opening, command, as: S.self, in: connection) else { return nil }
        guard let answer = try answer(to: command, asking: content, on: opened, in: connection) else {
            throw Self.usedAlready
        }
        return answer
    }

    /// Records the answer to a new command, in the transaction that records its events. An answer that begins with event
    /// 1 opened its stream, and claims the id across the store.
    /// - Throws: `Refusal` when the id has opened another stream.
    public func record<S: EventSubject>(
        _ answer: CommandAnswer<S>, to command: String, asking content: [UInt8], in connection: any Connection
    ) throws {
        if answer.events.contains(1) {
            do {
                try Guards.claim(.opening, command, for: answer.subject, in: connection)
            } catch is GuardHeld {
                throw Self.usedAlready
            }
        }
        try connection.run(
            Self.insert,
            [
                .text(S.stream), .text(of: answer.subject), .text(command), .text(keys.contentDigest(content)),
                .int(answer.events.lowerBound), .int(answer.events.upperBound - 1),
            ])
    }

    public static let usedAlready = Refusal(
        "command.used-already",
        "This form has been sent before, with something else on it. Open it again to see what was recorded.",
        rule: "design §4.2")

    static let select: SQL = """
        SELECT content, first_sequence, last_sequence FROM commands
        WHERE stream = $1 AND subject = $2 AND command = $3
        """
    static let insert: SQL = """
        INSERT INTO commands (stream, subject, command, content, first_sequence, last_sequence)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
}

extension CommandAnswer {
    /// The answer to a command that recorded these events, decided when the stream ended at a sequence.
    public init(_ subject: Identifier<S>, recording events: [Event<S>], after sequence: Int) {
        self.init(subject: subject, events: sequence + 1..<sequence + 1 + events.count)
    }
}
