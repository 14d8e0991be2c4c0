import Casework
import Kernel
import Records

/// The letter with a link to the plan on a customer's own page. Of the plan itself nothing is in the mail (G-007).
struct PlanLetter {
    /// As the outbox names it.
    static let kind = LetterKind.plan.rawValue

    let name: String
    let site: String
    let sender: String

    var text: String {
        """
        \(InvitationWords.hello(name))

        \(InvitationWords.plan())

        \(site)/me/plan

        \(InvitationWords.askedIn("\(site)/welcome"))

        \(InvitationWords.unexpected())

        \(sender)

        """
    }
}

extension Office {
    /// What an item of the outbox about a copy of the plan comes to now.
    /// - Throws: `Withheld` when it is not to be sent after all.
    func planLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        guard let copy = file.plan.copies.first(where: { $0.event.id.description == item.event }),
            let identity = file.customer?.identity.value
        else { throw Withheld.offRecord }
        guard file.access.isOpen else { throw Withheld("Their own page, where they would read it, is closed.") }
        let to = try file.mailAddress()
        guard let site = address.with({ $0 }) else {
            throw Withheld("This site does not know the address people reach it by.")
        }
        let organisation = try OrganisationRegister.find(copy.event.by.organisation, in: connection)?.name ?? ""
        let letter = PlanLetter(name: identity.given, site: site, sender: organisation)
        return MailMessage(
            item, from: sender.named(organisation), to: to, in: file.customer?.language ?? .english,
            subject: { InvitationWords.planSubject() }, text: { letter.text }, written: copy.event.recorded)
    }
}
