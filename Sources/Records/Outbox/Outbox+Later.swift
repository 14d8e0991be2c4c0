public import Kernel

extension Outbox {
    /// Adds an item that an event of the past calls for now that its day has come, once for each event and kind.
    /// - Returns: false when it was added before.
    public static func addLater<S: EventSubject>(
        _ kind: String, because event: Identifier<Event<S>>, of subject: Identifier<S>, payload: String, due: Instant,
        in connection: any Connection
    ) throws -> Bool {
        try connection.run(
            insert,
            [.text(of: event), .text(kind), .text(S.stream), .text(of: subject), .text(payload), .text(of: due)]) > 0
    }
}
