import Casework
import Kernel
import Records

extension Office {
    /// What an item of the outbox about a place at an information session comes to now: the letter as it is kept (C02).
    func sessionLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, at now: Instant, in connection: any Connection
    ) throws -> MailMessage {
        guard let told = ToldPlace(item, on: file) else { throw Withheld.offRecord }
        guard told.place.terms.starts > now else { throw Withheld("The session had begun before it went.", .late) }
        guard told.isTakenBack || (told.place.isOpen && told.place.cannotGo == nil) else {
            throw Withheld("The place was taken back, or they said that they cannot go, before it went.")
        }
        let to = try file.mailAddress()
        guard let kept = try document(item.payload, of: file, in: connection) else {
            throw Withheld("The text is no longer on record.")
        }
        let text = String(decoding: kept.content, as: UTF8.self)
        let by = try OrganisationRegister.find(told.event.by.organisation, in: connection)
        return MailMessage(
            item, from: sender.named(by?.name ?? ""), to: to, in: NoticeText.language(of: text),
            subject: { SessionText.subject(of: told.place.terms, isTakenBack: told.isTakenBack) }, text: { text },
            written: told.event.recorded)
    }
}

/// The place at a session that an item of the outbox tells of.
private struct ToldPlace {
    let place: SessionInvitation
    /// The event that gave it or took it back.
    let event: EventStamp
    let isTakenBack: Bool

    init?(_ item: OutboxItem, on file: CaseFile) {
        for place in file.joining.invitations {
            if place.made.id.description == item.event {
                (self.place, event, isTakenBack) = (place, place.made, false)
                return
            }
            if let withdrawn = place.withdrawn, withdrawn.id.description == item.event {
                (self.place, event, isTakenBack) = (place, withdrawn, true)
                return
            }
        }
        return nil
    }
}
