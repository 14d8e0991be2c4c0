import Casework
import Kernel
import Records

extension Office {
    /// The letter with a link to a customer's own page. Sent again, it is the same letter with the same link.
    func invitationLetter(
        _ item: OutboxItem, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> MailMessage {
        let file = try survivingFile(of: Identifier(item.subject), in: connection)
        let invitation = try Identifier<Invitation>(item.payload)
        guard let made = file.access.invitations.first(where: { $0.id == invitation }),
            let entry = try EntryRegister.find(invitation, in: connection), entry.used == nil, now < entry.expires
        else { throw Withheld("The link is used, closed or too old.") }
        let to = try file.mailAddress()
        guard let identity = file.customer?.identity.value else { throw Withheld.offRecord }
        guard let site = address.with({ $0 }) else {
            throw Withheld("This site does not know the address people reach it by.")
        }
        let organisation = try OrganisationRegister.find(made.event.by.organisation, in: connection)
        let sends = organisation?.name ?? ""
        let letter = InvitationText(
            name: identity.given, site: site,
            link: EntrySecret(of: invitation, .email, key: keyring.entryKey).written, expires: entry.expires,
            sender: sends, phone: organisation?.phone ?? "")
        return MailMessage(
            item, from: sender.named(sends), to: to, in: file.customer?.language ?? .english,
            subject: { InvitationWords.subject() }, text: { letter.text }, written: made.event.recorded)
    }
}

/// The letter with a link.
struct InvitationText {
    let name: String
    let site: String
    let link: String
    let expires: Instant
    let sender: String
    /// Empty where none is known.
    let phone: String

    var text: String {
        """
        \(InvitationWords.hello(name))

        \(InvitationWords.here())

        \(site)/welcome/\(link)

        \(InvitationWords.until(expires.saidClock, expires.day.saidInFull))
        \(InvitationWords.another("\(site)/welcome"))

        \(InvitationWords.unexpected())\(phone.isEmpty ? "" : " \(InvitationWords.help(phone))")

        \(sender)

        """
    }
}
