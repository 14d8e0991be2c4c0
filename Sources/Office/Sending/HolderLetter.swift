public import Casework
public import Kernel
public import Records

extension Office {
    /// The letter that says who has somebody now and why, as the registers stand (C04).
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
        let organisation = try OrganisationRegister.find(holding.organisation, in: connection)
        let programme = programmes[referral.programme]
        return HolderText(
            customer: name, organisation: organisation?.name ?? "An organisation",
            adviser: try holding.adviser.flatMap { try AccountRegister.name(of: $0, in: connection) },
            place: (organisation?.address ?? "").split { $0 == "," || $0.isNewline }.map { String($0).trimmed },
            phone: organisation?.phone ?? "", programme: programme?.titleInSentence ?? "the programme",
            why: holding.why(in: programme), isMove: referral.holdings.count > 1, sent: day)
    }

    /// What an item of the outbox about who has somebody comes to now.
    func holderLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> Letter {
        let told = file.toldOfHolder(item)
        guard let (referral, told) = told, let holding = referral.holdings.last,
            let identity = file.customer?.identity.value,
            let text = try holderText(of: referral, name: identity.name, on: told.event.recorded.day, in: connection)
        else { return .withheld("What it was about is no longer on record.", nil) }
        guard holding.event.sequence < told.event.sequence else {
            return .withheld("Somebody else has them now, and another letter says so.", nil)
        }
        guard let email = file.customer?.agreedEmail else {
            return .withheld("There is no e-mail address that the customer agrees to.", .noAddress)
        }
        guard let to = try? MailAddress(email) else {
            return .withheld("The e-mail address cannot be written to.", .refused)
        }
        let language = file.customer?.language ?? .english
        return .ready(
            MailMessage(
                id: "\(item.event).\(item.kind)", from: sender.named(text.organisation), to: to,
                subject: language.write { text.subject }, text: language.write { text.text },
                written: told.event.recorded))
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
