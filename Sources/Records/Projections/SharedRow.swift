public import Casework
public import Kernel

/// Somebody who shares something of their record with one organisation by their own choice.
public struct SharedRow: Sendable, Equatable {
    public let subject: Identifier<CaseFile>
    /// When they last said yes.
    public let since: Instant
    /// The last day of whatever they share longest.
    public let until: CalendarDay
    /// Its key, by which a list goes on.
    let entry: String
}

extension SharedRow {
    /// The rows of a case: one for each organisation, of the consents that were not withdrawn; none of somebody whose
    /// identity was erased. That their day has passed is asked of a day, by whoever reads them.
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil, let customer = file.customer,
            !customer.erasures.contains(where: { $0.erasure.classes.contains(.identity) })
        else { return [] }
        let given = Dictionary(grouping: file.consents.given.filter { $0.withdrawn == nil }, by: \.terms.recipient)
        return given.sorted { $0.key < $1.key }.compactMap { organisation, consents -> [SQLValue]? in
            guard let since = consents.map(\.given.recorded).max(), let until = consents.map(\.until).max() else {
                return nil
            }
            return [
                .text("\(file.id)/\(organisation)"), .text(of: file.id), .text(of: organisation), .text(of: since),
                .text(of: until),
            ]
        }
    }

    init(_ row: any Row) throws {
        entry = try row.text(0)
        subject = try Identifier(row.text(1))
        since = try Instant(row.text(2))
        until = try CalendarDay(row.text(3))
    }
}

extension ProjectedTable {
    static let sharedWith = ProjectedTable(
        "shared_with", key: "entry", columns: ["entry", "subject", "organisation", "shared_at", "shared_until"])
}
