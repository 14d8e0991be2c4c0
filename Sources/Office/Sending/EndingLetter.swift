import Casework
import Kernel
import Records

extension Office {
    /// The letter that says when somebody's time on a programme ends and what follows, as the registers stand (C13).
    func endingLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> Letter {
        let referral = file.referrals.last { $0.attachment?.event.id.description == item.event }
        guard let referral, let attachment = referral.attachment, let identity = file.customer?.identity.value,
            let written = try? Instant(item.payload)
        else { return .withheld("What it was about is no longer on record.", nil) }
        guard referral.exit == nil, now.day <= attachment.until else {
            return .withheld("Their time on the programme was over before it went.", nil)
        }
        guard let email = file.customer?.agreedEmail else {
            return .withheld("There is no e-mail address that the customer agrees to.", nil)
        }
        guard let to = try? MailAddress(email) else {
            return .withheld("The e-mail address cannot be written to.", nil)
        }
        let holding = referral.holdings.last
        let organisation = try (holding?.organisation ?? referral.prime).flatMap {
            try OrganisationRegister.find($0, in: connection)
        }
        let text = EndingText(
            customer: identity.name, organisation: organisation?.name ?? "An organisation",
            adviser: try holding?.adviser.flatMap { try AccountRegister.name(of: $0, in: connection) },
            place: (organisation?.address ?? "").split { $0 == "," || $0.isNewline }.map { String($0).trimmed },
            phone: organisation?.phone ?? "",
            programme: programmes[referral.programme]?.titleInSentence ?? "the programme",
            last: attachment.until, sent: written.day)
        let language = file.customer?.language ?? .english
        return .ready(
            MailMessage(
                id: "\(item.event).\(item.kind)", from: sender.named(text.organisation), to: to,
                subject: language.write { text.subject }, text: language.write { text.text }, written: written))
    }
}
