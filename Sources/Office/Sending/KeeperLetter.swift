public import Casework
public import Kernel
public import Records

extension Office {
    /// The letter that says who keeps somebody's record now, as the registers stand.
    /// - Returns: nil where the organisation has not taken the record up, or their name cannot be read.
    public func keeperText(
        of seen: SeenCase, by organisation: Identifier<Organisation>, on day: CalendarDay,
        in connection: any Connection
    ) throws -> KeeperText? {
        guard let keepers = seen.keepers, let name = seen.identity?.name else { return nil }
        return try keepers.keeper(organisation).flatMap {
            try keeperText($0, among: keepers, to: name, on: day, in: connection)
        }
    }

    private func keeperText(
        _ keeper: Keepers.Keeper, among keepers: Keepers, to name: String, on day: CalendarDay,
        in connection: any Connection
    ) throws -> KeeperText? {
        guard let taken = keeper.taken, let sender = try OrganisationRegister.find(keeper.organisation, in: connection)
        else { return nil }
        let earlier = try keepers.earlier(keeper.home).flatMap { try OrganisationRegister.find($0, in: connection) }
        let head = LetterHead(
            customer: name, organisation: sender.name,
            adviser: try AccountRegister.name(of: taken.by.person, in: connection), place: sender.address.addressLines,
            phone: sender.phone, programme: "", sent: day)
        return KeeperText(head, home: keeper.home, since: keeper.since, instead: earlier?.name)
    }

    /// What an item of the outbox about who keeps a record comes to now.
    func keeperLetter(
        _ item: OutboxItem, _ file: CaseFile, from sender: MailAddress, in connection: any Connection
    ) throws -> MailMessage {
        guard let customer = file.customer, let name = customer.identity.value?.name else { throw Withheld.offRecord }
        guard let keeper = customer.keepers.all.first(where: { $0.told?.id.description == item.event }),
            let told = keeper.told,
            let text = try keeperText(
                keeper, among: customer.keepers, to: name, on: told.recorded.day, in: connection)
        else { throw Withheld("They keep the record no longer.") }
        return MailMessage(
            item, from: sender.named(text.head.organisation), to: try file.mailAddress(),
            in: customer.language ?? .english, subject: { text.subject }, text: { text.text }, written: told.recorded)
    }
}
