import Casework
public import Kernel
public import Records

extension Office {
    /// A page of a list of customers without those whose record is shut to the reader since: a provider that had them is
    /// nothing to the case once the matrix's time is over (design §5). A page may be short and have a next.
    public func readable(
        _ page: Page<CaseloadRow>, as actor: Author, in connection: any Connection
    ) throws -> Page<CaseloadRow> {
        let today = clock.today
        let rows = try page.rows.filter { row in
            guard row.mayBeShut(to: actor.organisation, on: today, after: sharing.formerMonths) else { return true }
            return try relation(of: actor, to: file(row.subject, in: connection), on: today, in: connection) != .none
        }
        return Page(rows: rows, next: page.next, previous: page.previous)
    }
}

extension CaseloadRow {
    /// Whether its provider's last day may be so long past; only the case itself says when that was.
    fileprivate func mayBeShut(to reader: Identifier<Organisation>, on today: CalendarDay, after months: Int) -> Bool {
        guard reader != jobcentre, reader != council, let attachedOn else { return false }
        return attachedOn.adding(months: months) < today
    }
}
