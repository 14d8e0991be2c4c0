import Casework
import Kernel
import Records

/// A letter with a link to something on a customer's own page. Of what stands there nothing is in the mail.
struct OwnPageLetter {
    let name: String
    let site: String
    let sender: String
    /// What is there.
    let says: String
    /// Where it is, from the site on.
    let path: String

    var text: String {
        """
        \(InvitationWords.hello(name))

        \(says)

        \(site)\(path)

        \(InvitationWords.askedIn("\(site)/welcome"))

        \(InvitationWords.unexpected())

        \(sender)

        """
    }
}

extension Office {
    /// What an item of the outbox about a copy of the plan comes to now (G-007).
    /// - Throws: `Withheld` when it is not to be sent after all.
    func planLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        guard let copy = file.plan.copies.first(where: { $0.event.id.description == item.event }) else {
            throw Withheld.offRecord
        }
        return try ownPageLetter(
            item, file, because: copy.event, from: sender, to: "/me/plan", subject: { InvitationWords.planSubject() },
            says: { InvitationWords.plan() }, in: connection)
    }

    /// What an item of the outbox comes to now that leads to something on their own page.
    /// - Throws: `Withheld` when it is not to be sent after all.
    func ownPageLetter(
        _ item: OutboxItem, _ file: CaseFile, because event: EventStamp, from sender: MailAddress, to path: String,
        subject: () -> String, says: () -> String, in connection: any Connection
    ) throws -> MailMessage {
        guard let identity = file.customer?.identity.value else { throw Withheld.offRecord }
        guard file.access.isOpen else { throw Withheld("Their own page, where they would read it, is closed.") }
        let to = try file.mailAddress()
        guard let site = address.with({ $0 }) else {
            throw Withheld("This site does not know the address people reach it by.")
        }
        let organisation = try OrganisationRegister.find(event.by.organisation, in: connection)?.name ?? ""
        return MailMessage(
            item, from: sender.named(organisation), to: to, in: file.customer?.language ?? .english, subject: subject,
            text: {
                OwnPageLetter(name: identity.given, site: site, sender: organisation, says: says(), path: path).text
            }, written: event.recorded)
    }
}
