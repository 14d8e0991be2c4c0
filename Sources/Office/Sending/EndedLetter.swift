public import Casework
public import Kernel
public import Records

extension Office {
    /// The letter that says that a programme ended and why, or that what was recorded of its end was a mistake, as the
    /// registers stand (C13).
    /// - Parameter writer: who tells them, and signs it.
    /// - Returns: nil when there is no such news, or their name cannot be read.
    public func endedText(
        of seen: SeenCase, by writer: Author, on day: CalendarDay, in connection: any Connection
    ) throws -> EndedText? {
        guard let referral = seen.referral, let news = referral.endNews, let name = seen.identity?.name,
            let sender = try OrganisationRegister.find(writer.organisation, in: connection)
        else { return nil }
        let head = LetterHead(
            customer: name, organisation: sender.name,
            adviser: try AccountRegister.name(of: writer.person, in: connection), place: sender.address.addressLines,
            phone: sender.phone, programme: programmes[referral.programme]?.titleInSentence ?? "the programme",
            sent: day)
        return EndedText(head, news: news)
    }

    /// What an item of the outbox about the end of a programme comes to now: that there is news of it, and where.
    /// - Throws: `Withheld` when it is not to be sent after all. Whoever it does not reach is told another way.
    func endedLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        let told = file.referrals.flatMap(\.toldOfEnd).first { $0.event.id.description == item.event }
        guard let told else { throw Withheld.offRecord }
        do {
            return try ownPageLetter(
                item, file, because: told.event, from: sender, to: "/me/journey",
                subject: { EndedText.mailSubject }, says: { EndedText.mail }, in: connection)
        } catch let withheld as Withheld {
            throw Withheld(withheld.reason, withheld.undelivered ?? .noPage)
        }
    }
}
