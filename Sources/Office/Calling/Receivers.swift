public import Casework
public import Kernel
public import Records

/// A receiver and what has become of the calls to it.
public struct KeptReceiver: Sendable {
    public let receiver: Receiver
    public let counts: [Outbox.CallCount]
    /// Why the latest call that failed or waits did.
    public let reason: String?

    public func count(_ stage: OutboxState.Stage) -> Int { counts.first { $0.stage == stage }?.count ?? 0 }
}

extension Office {
    /// Has a program of the actor's organisation told of events.
    /// - Returns: the receiver, and the secret it checks signatures with.
    /// - Refuses: a role that may not, an address that may not be called, and nothing to be told of.
    public func addReceiver(
        at address: ReceiverAddress, categories: [Casework.Category], as actor: Author,
        id: Identifier<Receiver>? = nil
    ) async throws -> (receiver: Receiver, secret: String) {
        try Powers.require(.manageReceivers, of: actor.role, as: .none)
        guard !categories.isEmpty else {
            throw Refusal("receiver.nothing", "Choose at least one thing it is told of.", field: "categories")
        }
        let now = clock.now
        let receiver = Receiver(
            id: id ?? Identifier(at: now, random: random), organisation: actor.organisation, address: address.text,
            categories: categories, made: now, madeBy: actor.person)
        let added = try await telling { [database] in
            try await database.write { connection in
                // Sent twice, it is the one that was made.
                if let made = try ReceiverRegister.find(receiver.id, in: connection) {
                    return made.organisation == receiver.organisation ? made : nil
                }
                let open = try ReceiverRegister.all(of: actor.organisation, in: connection).filter { $0.ended == nil }
                guard open.count < 10 else {
                    throw Refusal("receiver.many", "Your organisation has 10 receivers. End one that is not needed.")
                }
                try ReceiverRegister.add(receiver, in: connection)
                return receiver
            }
        }
        guard let added else { throw Refusal("receiver.taken", "Reload the page and add this receiver again.") }
        return (added, keyring.callSecret(of: added.id))
    }

    /// The receivers of the actor's organisation, and how they do.
    public func receivers(as actor: Author) async throws -> [KeptReceiver] {
        try Powers.require(.manageReceivers, of: actor.role, as: .none)
        return try await database.read { connection in
            try ReceiverRegister.all(of: actor.organisation, in: connection).map { receiver in
                KeptReceiver(
                    receiver: receiver, counts: try Outbox.counts(of: receiver.kind, in: connection),
                    reason: try Outbox.lastReason(of: receiver.kind, in: connection))
            }
        }
    }

    /// Ends a receiver; what waits for it is not sent.
    /// - Refuses: when the organisation has no such receiver that is not ended.
    public func endReceiver(_ id: Identifier<Receiver>, as actor: Author) async throws {
        try Powers.require(.manageReceivers, of: actor.role, as: .none)
        let now = clock.now
        let ended = try await telling { [database] in
            try await database.write { try ReceiverRegister.end(id, of: actor.organisation, at: now, in: $0) }
        }
        guard ended else {
            throw Refusal("receiver.none", "There is no such receiver that is not ended. Choose one from the list.")
        }
    }
}
