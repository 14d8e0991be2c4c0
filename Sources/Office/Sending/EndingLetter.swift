import Casework
import Kernel
import Records

extension Office {
    /// The letter that says when somebody's time on a programme ends and what follows, as the registers stand (C13).
    func endingLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> MailMessage {
        let referral = file.referrals.last { $0.attachment?.event.id.description == item.event }
        guard let referral, let attachment = referral.attachment, let identity = file.customer?.identity.value,
            let written = try? Instant(item.payload)
        else { throw Withheld.offRecord }
        guard referral.exit == nil, now.day <= attachment.until else {
            throw Withheld("Their time on the programme was over before it went.")
        }
        let to = try file.mailAddress()
        let text = EndingText(
            try letterHead(of: referral, to: identity.name, sent: written.day, in: connection), last: attachment.until)
        return MailMessage(
            item, from: sender.named(text.head.organisation), to: to, in: file.customer?.language ?? .english,
            subject: { text.subject }, text: { text.text }, written: written)
    }
}
