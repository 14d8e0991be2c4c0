import Casework
import Kernel
import Records

extension Office {
    /// What a letter about somebody's programme begins and ends with, as the registers stand: it comes from whoever has
    /// them, or from the provider drawn until somebody does.
    func letterHead(
        of referral: Referral, to customer: String, sent day: CalendarDay, in connection: any Connection
    ) throws -> LetterHead {
        let holding = referral.holdings.last
        let organisation = try (holding?.organisation ?? referral.prime).flatMap {
            try OrganisationRegister.find($0, in: connection)
        }
        return LetterHead(
            customer: customer, organisation: organisation?.name ?? "An organisation",
            adviser: try holding?.adviser.flatMap { try AccountRegister.name(of: $0, in: connection) },
            place: organisation?.address.addressLines ?? [], phone: organisation?.phone ?? "",
            programme: programmes[referral.programme]?.titleInSentence ?? "the programme", sent: day)
    }
}

extension MailMessage {
    /// What an item of the outbox comes to, written in one language throughout.
    init(
        _ item: OutboxItem, from: MailAddress, to: MailAddress, in language: Language, subject: () -> String,
        text: () -> String, written: Instant
    ) {
        self.init(
            id: "\(item.event).\(item.kind)", from: from, to: to, subject: language.write(subject),
            text: language.write(text), written: written)
    }
}
