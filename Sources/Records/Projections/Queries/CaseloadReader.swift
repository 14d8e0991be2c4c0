public import Casework
public import Kernel

/// Who reads a list of customers, and on what day.
///
/// A provider's list says nothing of what came after its time with somebody (`ProvidersTime`). They stand on it for as
/// long as it reads its own part of the record, the months that the sharing matrix gives from its last day (design §5).
/// What a person shares with it after that puts them on no caseload of its own, as with any organisation they share with:
/// they stand on the list of those who share with it (`SharedQuery`). Whoever keeps a record has no such end.
public struct CaseloadReader: Sendable, Equatable {
    let organisation: Identifier<Organisation>
    /// The earliest last day after which a provider still reads its own part.
    let firstKeptOpen: CalendarDay

    public init(_ organisation: Identifier<Organisation>, on today: CalendarDay, by matrix: SharingMatrix) {
        self.organisation = organisation
        firstKeptOpen = matrix.firstKeptOpen(on: today)
    }

    /// Whether somebody is on its list still: `CaseloadReader.condition` of a row that was read.
    func lists(_ row: CaseloadRow) -> Bool {
        guard row.jobcentre != organisation, row.council != organisation, let last = row.supportedUntil else {
            return true
        }
        return last >= firstKeptOpen
    }
}

extension CaseloadReader {
    /// What a row of a provider's list must fulfil.
    /// - Parameter place: the number of the first of the two values it takes.
    static func condition(from place: Int, of table: String = "caseload") -> String {
        """
        (\(table).allotted_until IS NULL OR \(table).allotted_until >= $\(place) \
        OR \(table).jobcentre = $\(place + 1) OR \(table).council = $\(place + 1))
        """
    }

    /// The values of the condition; those of nobody leave no row out.
    static func values(of reader: CaseloadReader?) -> [SQLValue] {
        [.text(reader?.firstKeptOpen.description ?? ""), .text(reader?.organisation.description ?? "")]
    }
}
