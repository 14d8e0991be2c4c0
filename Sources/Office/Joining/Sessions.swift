public import Casework
public import Kernel
public import Records

/// An information session on a list, with how many of its places are taken.
public struct ListedSession: Sendable {
    public let session: InformationSession
    public let host: String
    public let taken: Int
}

/// A session with the part of its register that is for the reader.
public struct SessionOnPage: Sendable {
    public let listed: ListedSession
    public let places: [SessionPlaceRow]
    /// Whether the reader's organisation holds it.
    public let isOwn: Bool
    /// The places of those whom the reader may invite, and so write to: whose record their jobcentre keeps.
    public let mayInvite: Set<Identifier<SessionInvitation>>
    /// The places of which the reader may record whether the person came.
    public let mayRecord: Set<Identifier<SessionInvitation>>
    /// How to meet somebody safely, by their place, for whoever runs the session while it is to come (K-003).
    public let safety: [Identifier<SessionInvitation>: [SafetyNotice]]
    /// The name of whoever runs it; nil where nobody is named.
    public let runner: String?

    /// - Refuses: a place that is not on the reader's part of the register.
    public func place(_ invitation: String?) throws(Refusal) -> SessionPlaceRow {
        guard let place = places.first(where: { $0.invitation.description == invitation }) else {
            throw Refusal("session.not-invited", "Nobody has that place. Choose from the register.")
        }
        return place
    }
}

extension Office {
    /// The sessions to come that concern whoever asks, the soonest first, and those their organisation held lately.
    /// Jobcentres see everybody's that are to come, to invite to; providers their own.
    public func sessions(as actor: Author) async throws -> (coming: [ListedSession], held: [ListedSession]) {
        let now = clock.now
        return try await list(.readSessions, as: actor) { connection in
            let coming = try InformationSessions.coming(after: now, in: connection).filter {
                actor.role.invites || $0.host == actor.organisation
            }
            let held = try InformationSessions.held(
                by: actor.organisation, from: now.adding(minutes: -60 * 24 * InformationSession.recordWithin),
                to: now, in: connection)
            return (
                try coming.map { try Office.listed($0, in: connection) },
                try held.map { try Office.listed($0, in: connection) }
            )
        }
    }

    /// One session. Its host reads the whole register; others only the people whose record they keep.
    /// - Refuses: a session that is not there, or is another provider's.
    public func session(
        _ id: Identifier<InformationSession>, as actor: Author
    ) async throws -> SessionOnPage {
        try await list(.readSessions, as: actor) { connection in
            guard let session = try InformationSessions.find(id, in: connection),
                actor.role.invites || session.host == actor.organisation
            else { throw Refusal("session.none", "There is no such session. Choose one from the list.") }
            let isOwn = session.host == actor.organisation
            let register = try SessionPlaceRow.register(of: id, in: connection)
            let kept = register.filter { $0.keeper == actor.organisation }
            let places = isOwn ? register : kept
            let (mayRecord, safety) = try self.ties(of: actor, to: places, in: connection)
            let invites =
                try actor.role.invites
                && OrganisationRegister.find(actor.organisation, in: connection)?.kind == .jobcentre
            return SessionOnPage(
                listed: try Office.listed(session, in: connection), places: places, isOwn: isOwn,
                mayInvite: invites ? Set(kept.map(\.invitation)) : [], mayRecord: mayRecord,
                safety: session.runner == actor.person ? safety : [:],
                runner: try session.runner.flatMap { try AccountRegister.name(of: $0, in: connection) })
        }
    }

    /// Of which places of a register somebody may record who came, and what they see of meeting each person safely.
    private func ties(
        of actor: Author, to places: [SessionPlaceRow], in connection: any Connection
    ) throws -> (mayRecord: Set<Identifier<SessionInvitation>>, safety: [Identifier<SessionInvitation>: [SafetyNotice]])
    {
        let today = clock.today
        var mayRecord: Set<Identifier<SessionInvitation>> = []
        var safety: [Identifier<SessionInvitation>: [SafetyNotice]] = [:]
        for place in places {
            let file = try file(place.subject, in: connection)
            let relation = try relation(of: actor, to: file, on: today, in: connection)
            if Powers.grant(.recordSession, to: actor.role, as: relation) != nil { mayRecord.insert(place.invitation) }
            let seen = file.sight(of: actor, as: relation, matrix: sharing, on: today).see(file)
            let notices = seen.safety?.holding(on: today) ?? []
            if !notices.isEmpty { safety[place.invitation] = notices }
        }
        return (mayRecord, safety)
    }

    /// Puts a session of the actor's own organisation on. The same one again changes nothing.
    /// Whoever puts it on runs it, unless they name somebody else.
    /// - Refuses: a time that has passed or is more than half a year off, a programme nobody joins by choice, and somebody
    ///   to run it who does not work there.
    public func hold(_ session: InformationSession, as actor: Author) async throws {
        try Powers.require(.holdSession, of: actor.role, as: .none)
        let now = clock.now
        guard now < session.starts, session.day <= now.day.adding(months: 6) else {
            throw Refusal(
                "session.time", "Choose a time from now on, within six months.", rule: "ours", field: "day")
        }
        guard let programme = programmes[session.programme], programme.isJoinedByChoice else {
            throw Refusal(
                "session.programme", "Nobody joins that programme by choice. Choose one from the list.",
                field: "programme")
        }
        guard session.host == actor.organisation else {
            throw Refusal("session.host", "You can hold sessions of your own organisation alone.")
        }
        let session = session.run(by: actor.person)
        try await telling { [database] in
            try await database.write { connection in
                let hosts = try Office.hosts(of: session.host, in: connection)
                guard session.runner == actor.person || hosts.contains(where: { $0.person == session.runner }) else {
                    throw Refusal(
                        "session.runner", "Choose somebody who works at your own organisation.", rule: "K-003",
                        field: "runner")
                }
                if let before = try InformationSessions.find(session.id, in: connection) {
                    guard before == session else { throw CommandAnswers.usedAlready }
                    return
                }
                try InformationSessions.add(session, in: connection)
            }
        }
    }

    /// Calls a session off.
    /// - Refuses: another organisation's, and one that somebody is still invited to.
    public func callOff(_ id: Identifier<InformationSession>, as actor: Author) async throws {
        try Powers.require(.holdSession, of: actor.role, as: .none)
        let today = clock.today
        try await telling { [database] in
            try await database.write { connection in
                guard let session = try InformationSessions.find(id, in: connection),
                    session.host == actor.organisation,
                    session.calledOff == nil
                else { throw Refusal("session.none", "There is no such session. Choose one from the list.") }
                let invited = try InformationSessions.taken(id, in: connection)
                guard invited == 0 else {
                    throw Refusal(
                        "session.invited",
                        "\(invited) \(invited == 1 ? "person is" : "people are") invited. Have each told and their place taken back, or invite them to another; then call it off.",
                        rule: "ours")
                }
                try InformationSessions.callOff(id, on: today, in: connection)
            }
        }
    }

    /// Who can run a session of the actor's own organisation.
    /// - Refuses: when the role may not put one on.
    public func hosts(as actor: Author) async throws -> [(person: Identifier<Person>, name: String)] {
        try Powers.require(.holdSession, of: actor.role, as: .none)
        return try await database.read { try Self.hosts(of: actor.organisation, in: $0) }
    }

    private static func hosts(
        of organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [(person: Identifier<Person>, name: String)] {
        var found: [(person: Identifier<Person>, name: String)] = []
        for role in [Role.adviser, .teamManager, .providerAdviser, .providerManager] {
            for staff in try AccountRegister.staff(of: organisation, role: role, in: connection)
            where !found.contains(where: { $0.person == staff.person }) {
                found.append(staff)
            }
        }
        return found
    }

    private static func listed(
        _ session: InformationSession, in connection: any Connection
    ) throws -> ListedSession {
        ListedSession(
            session: session,
            host: try OrganisationRegister.find(session.host, in: connection)?.name ?? "An organisation",
            taken: try InformationSessions.taken(session.id, in: connection))
    }
}

extension Role {
    /// Whether somebody in this role invites people to sessions of others.
    fileprivate var invites: Bool { Powers.grant(.inviteToSession, to: self, as: .jobcentre) != nil }
}
