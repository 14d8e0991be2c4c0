public import Casework
public import Kernel
public import Records

/// For whom somebody is on a customer's own page.
public struct OwnPageVisitor: Sendable, Equatable {
    public let subject: Identifier<CaseFile>
    /// The customer's name.
    public let customer: String
    /// The last day a supporter may act; nil for the customer.
    public let until: CalendarDay?
    /// What a supporter may do; nil for the customer, who may do everything here.
    public let rights: [SupporterRight]?
    /// The language on the customer’s record; nil where it says none, and for a supporter.
    public let language: Language?
    /// When they last looked before they signed in this time; nil on the first time.
    public let lastHere: Instant?
}

extension Office {
    /// Who a session of a customer or a supporter is; nil when the page was closed or the record erased.
    func ownPageVisitor(_ session: SessionRegister.Session, in connection: any Connection) throws -> SignedIn? {
        let position = session.position
        let found: Identifier<CaseFile>? =
            position.role == .customer
            ? Identifier(position.person)
            : try Guards.holder(.supporter, position.person.description, in: connection)
        guard let found else { return nil }
        let file = try survivingFile(of: found, in: connection)
        let subject = file.id
        guard let name = file.customer?.identity.value?.name else { return nil }
        // Another may keep the record since they came in.
        let keeper = file.customer?.keepers.leading ?? position.organisation
        let home = position.role == .customer ? keeper : position.organisation
        let organisation = try OrganisationRegister.find(home, in: connection)?.name ?? ""
        let supporter = file.supporter(as: position.person)
        guard position.role == .supporter ? supporter != nil : file.access.isOpen else { return nil }
        let author =
            position.role == .customer
            ? Author(person: Identifier(subject), organisation: home, role: .customer)
            : position.author
        return SignedIn(
            author: author, name: supporter?.name ?? name, organisation: organisation, positions: [],
            ownPage: OwnPageVisitor(
                subject: subject, customer: name, until: supporter?.terms.until, rights: supporter?.terms.rights,
                language: supporter == nil ? file.customer?.language : nil,
                lastHere: try lastLook(of: position.person, before: session.made, in: connection)))
    }
}

/// The last look of somebody before a moment; ids sort by time, so an id that begins with it is where to look from.
private func lastLook(
    of person: Identifier<Person>, before moment: Instant, in connection: any Connection
) throws -> Instant? {
    let first = Identifier<Look>(high: UInt64(bitPattern: moment.milliseconds) << 16, low: 0)
    return try Looks.by(person, before: first, limit: 1, in: connection).first?.look.at
}

/// A code that was made for somebody, to be printed or read out.
public struct WrittenCode: Sendable, Equatable {
    public let code: String
    public let expires: Instant
    /// Whom it lets in: the customer, or a supporter by name.
    public let supporter: String?
    /// The language the customer reads, in which the sheet is written.
    public let language: Language
    /// The record it lets somebody in to, as whoever shows it sees it.
    public let seen: SeenCase
}

extension Office {
    /// A code as it was made, while it works, for whoever made it.
    /// - Throws: `Refusal` when it is somebody else's to show, has been used, or is too old.
    public func code(
        of invitation: Identifier<Invitation>, on subject: Identifier<CaseFile>, as actor: Author
    ) async throws -> WrittenCode {
        let opened = try await open(subject, as: actor)
        let now = clock.now
        let (entry, holder) = try await database.read { [self] connection in
            let entry = try EntryRegister.find(invitation, in: connection)
            return (entry, try entry.map { try survivor(of: $0.subject, in: connection) })
        }
        guard let made = opened.seen.access?.invitations.first(where: { $0.id == invitation }),
            made.event.by.person == actor.person, made.route == .paper, let entry, holder == opened.seen.id,
            entry.used == nil, now < entry.expires, entry.tries < AccessLimits.wrongTries
        else {
            throw Refusal(
                "access.code-gone", "This code has been used, or is too old, or is not yours to show. Make a new one.")
        }
        return WrittenCode(
            code: EntrySecret(of: invitation, .paper, key: keyring.entryKey).written, expires: entry.expires,
            supporter: opened.seen.access?.supporters.first { $0.id == made.supporter }?.name,
            language: opened.seen.language ?? .english, seen: opened.seen)
    }
}

extension AccountRegister {
    /// Whether somebody at an organisation may settle a complaint, as what it is to the case.
    public static func settlesComplaints(
        _ organisation: Identifier<Organisation>, as relation: Relation, in connection: any Connection
    ) throws -> Bool {
        try Role.allCases.contains { role in
            guard Powers.grant(.answerComplaint, to: role, as: relation) != nil else { return false }
            return try !staff(of: organisation, role: role, in: connection).isEmpty
        }
    }
}
