import Casework
import Kernel
import Records

extension Office {
    /// The letter with a link to a customer's own page. Sent again, it is the same letter with the same link.
    func invitationLetter(
        _ item: OutboxItem, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> Letter {
        let file = try survivingFile(of: Identifier(item.subject), in: connection)
        let invitation = try Identifier<Invitation>(item.payload)
        guard let made = file.access.invitations.first(where: { $0.id == invitation }),
            let entry = try EntryRegister.find(invitation, in: connection), entry.used == nil, now < entry.expires
        else { return .withheld("The link is used, closed or too old.", nil) }
        guard let identity = file.customer?.identity.value, let email = file.customer?.agreedEmail,
            let to = try? MailAddress(email)
        else { return .withheld("There is no e-mail address that the customer agrees to.", nil) }
        guard let site = address.with({ $0 }) else {
            return .withheld("This site does not know the address people reach it by.", nil)
        }
        let organisation = try OrganisationRegister.find(made.event.by.organisation, in: connection)?.name ?? ""
        let letter = InvitationText(
            name: identity.given, site: site,
            link: EntrySecret(of: invitation, .email, key: keyring.entryKey).written, expires: entry.expires,
            sender: organisation)
        let language = file.customer?.language ?? .english
        return .ready(
            MailMessage(
                id: "\(item.event).\(item.kind)", from: sender.named(organisation), to: to,
                subject: language.write { InvitationWords.subject() }, text: language.write { letter.text },
                written: made.event.recorded))
    }
}

/// The letter with a link.
struct InvitationText {
    let name: String
    let site: String
    let link: String
    let expires: Instant
    let sender: String

    var text: String {
        """
        \(InvitationWords.hello(name))

        \(InvitationWords.here())

        \(site)/welcome/\(link)

        \(InvitationWords.until(expires.saidClock, expires.day.saidInFull))
        \(InvitationWords.another("\(site)/welcome"))

        \(InvitationWords.unexpected())

        \(sender)

        """
    }
}
