import Casework
import Kernel
import Records

extension Office {
    /// What commits with facts about a customer's own page: ways in, links in the outbox, and sessions that end.
    func follow(
        _ fact: AccessFact, because event: Event<CaseFile>, after: CaseFile, in connection: any Connection
    ) throws {
        switch fact {
        case .invited(let invitation, let supporter, let route):
            try IdentityRegister.findable(
                after.id, byEmail: after.customer?.identity.value?.email, keyring: keyring, in: connection)
            let person = supporter.map { Identifier<Person>($0) } ?? Identifier(after.id)
            try open(
                invitation, route, for: person, supporter == nil ? .customer : .supporter, because: event,
                minutes: AccessLimits.invitationDays * 24 * 60, in: connection)
        case .linkAsked(let invitation):
            try open(
                invitation, .email, for: Identifier(after.id), .customer, because: event,
                minutes: AccessLimits.askedMinutes, in: connection)
        case .closed:
            let parts = try sources(of: after, in: connection)
            for part in parts { try EntryRegister.removeAll(to: part, in: connection) }
            for person in parts.map({ Identifier<Person>($0) }) + after.access.supporters.map(\.person) {
                try SessionRegister.closeAll(of: person, in: connection)
            }
        case .supporterNamed(let supporter, _, _, _):
            try Guards.claim(.supporter, supporter.description, for: after.id, in: connection)
        // Their session goes on, so that they are told on the next page that it has ended.
        case .supporterEnded(let supporter, _):
            try EntryRegister.removeAll(of: Identifier(supporter), in: connection)
        }
    }

    private func open(
        _ invitation: Identifier<Invitation>, _ route: InvitationRoute, for person: Identifier<Person>, _ role: Role,
        because event: Event<CaseFile>, minutes: Int, in connection: any Connection
    ) throws {
        let secret = EntrySecret(of: invitation, route, key: keyring.entryKey)
        try EntryRegister.add(
            .init(
                invitation: invitation, subject: event.subject, person: person, role: role, place: secret.place,
                secretHash: secret.hash, made: event.recorded, expires: event.recorded.adding(minutes: minutes)),
            in: connection)
        guard route == .email else { return }
        try Outbox.add(
            LetterKind.invitation.rawValue, because: event, payload: invitation.description, due: event.recorded,
            in: connection)
    }
}
