public import Casework
public import Kernel
public import Records

extension Office {
    /// The letter that says who has somebody now and why, as the registers stand (C04); or, after a return, who has them
    /// again and how long remains (C13).
    /// - Returns: nil when nobody has them, or their name cannot be read.
    public func holderText(
        of file: SeenCase, on day: CalendarDay, in connection: any Connection
    ) throws -> HolderText? {
        guard let referral = file.referral, let identity = file.identity else { return nil }
        return try holderText(of: referral, name: identity.name, on: day, in: connection)
    }

    private func holderText(
        of referral: Referral, name: String, on day: CalendarDay, in connection: any Connection
    ) throws -> HolderText? {
        guard let holding = referral.holdings.last else { return nil }
        let isBack = referral.returnToHolder != nil && !referral.isOver(on: day)
        return HolderText(
            try letterHead(of: referral, to: name, sent: day, in: connection),
            why: holding.why(in: programmes[referral.programme])?.told, isMove: referral.holdings.count > 1,
            backUntil: isBack ? referral.attachment?.until : nil)
    }

    /// What an item of the outbox about who has somebody comes to now.
    func holderLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        let told = file.toldOfHolder(item)
        guard let (referral, told) = told, let news = referral.holderNews,
            let identity = file.customer?.identity.value,
            let text = try holderText(of: referral, name: identity.name, on: told.event.recorded.day, in: connection)
        else { throw Withheld.offRecord }
        guard news.sequence < told.event.sequence else {
            throw Withheld(
                referral.returnToHolder == nil
                    ? "Somebody else has them now, and another letter says so."
                    : "They came back since, and another letter says so.")
        }
        return MailMessage(
            item, from: sender.named(text.head.organisation), to: try file.mailAddress(),
            in: file.customer?.language ?? .english, subject: { text.subject }, text: { text.text },
            written: told.event.recorded)
    }
}

extension CaseFile {
    /// The record that an item of the outbox follows from.
    func toldOfHolder(_ item: OutboxItem) -> (Referral, ChainRecord.Told)? {
        for referral in referrals {
            if let told = referral.chain.told.first(where: { $0.event.id.description == item.event }) {
                return (referral, told)
            }
        }
        return nil
    }
}
