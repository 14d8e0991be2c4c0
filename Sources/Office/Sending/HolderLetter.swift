public import Casework
public import Kernel
public import Records

extension Office {
    /// The letter that says who has somebody now and why, as the registers stand (C04); the first of them with all that is
    /// to be known of being put forward (G-001); or, after a return, who has them again and how long remains (C13).
    /// - Parameter writer: who tells them, and so whose letter the first is.
    /// - Returns: nil when no provider is drawn, or their name cannot be read.
    public func holderText(
        of file: SeenCase, by writer: Identifier<Organisation>, on day: CalendarDay, in connection: any Connection
    ) throws -> HolderText? {
        guard let referral = file.referral, let identity = file.identity else { return nil }
        let head = try letterHead(of: referral, to: identity.name, sent: day, in: connection)
        let text = try holderText(of: referral, head, on: day, in: connection)
        guard referral.isFirstNews() else { return text }
        let pack = file.pack(of: referral, in: programmes[referral.programme], from: head)
        return try text?.first(pack, in: letterHead(head, by: writer, of: referral, in: connection))
    }

    private func holderText(
        of referral: Referral, _ head: LetterHead, on day: CalendarDay, in connection: any Connection
    ) throws -> HolderText? {
        guard referral.holderNews != nil else { return nil }
        let isBack = referral.returnToHolder != nil && !referral.isOver(on: day)
        let move = referral.lastMove
        let runner = move?.list == nil ? referral.runner : nil
        return HolderText(
            head, why: move?.why(in: programmes[referral.programme])?.told,
            runs: try runner.flatMap { try OrganisationRegister.find($0, in: connection)?.name }, isMove: move != nil,
            backUntil: isBack ? referral.attachment?.until : nil)
    }

    /// The same from whoever tells them, where that is not who has them: the organisation signs it alone.
    private func letterHead(
        _ head: LetterHead, by writer: Identifier<Organisation>, of referral: Referral, in connection: any Connection
    ) throws -> LetterHead {
        guard writer != referral.holder, let sender = try OrganisationRegister.find(writer, in: connection) else {
            return head
        }
        return LetterHead(
            customer: head.customer, organisation: sender.name, adviser: nil, place: sender.address.addressLines,
            phone: sender.phone, programme: head.programme, sent: head.sent)
    }

    /// What an item of the outbox about who has somebody comes to now.
    func holderLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        guard let (referral, told) = file.toldOfHolder(item), let news = referral.holderNews,
            let identity = file.customer?.identity.value
        else { throw Withheld.offRecord }
        let day = told.event.recorded.day
        let head = try letterHead(of: referral, to: identity.name, sent: day, in: connection)
        guard var text = try holderText(of: referral, head, on: day, in: connection) else { throw Withheld.offRecord }
        guard news.sequence < told.event.sequence else {
            throw Withheld(
                referral.returnToHolder == nil
                    ? "Somebody else has them now, and another letter says so."
                    : "They came back since, and another letter says so.")
        }
        if referral.isFirstNews(in: told.event) {
            let writer = told.event.by.organisation
            text = try text.first(
                file.pack(of: referral, in: programmes[referral.programme], from: head),
                in: letterHead(head, by: writer, of: referral, in: connection))
        }
        let letter = text
        return MailMessage(
            item, from: sender.named(letter.head.organisation), to: try file.mailAddress(),
            in: file.customer?.language ?? .english, subject: { letter.subject }, text: { letter.text },
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
