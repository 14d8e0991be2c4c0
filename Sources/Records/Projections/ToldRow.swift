import Casework
import Kernel

/// One change that waits for one organisation.
enum ToldRow {
    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil else { return [] }
        return file.circumstances.changes.filter(\.isOpen).flatMap { change -> [[SQLValue]] in
            let waiting =
                change.state == .disputed ? file.customer?.keepers.organisations ?? [] : change.waitingFor
            return waiting.map { organisation -> [SQLValue] in
                [
                    .text("\(file.id)/\(change.id)/\(organisation)"), .text(of: file.id), .text(of: organisation),
                    .text(of: change.since.recorded),
                ]
            }
        }
    }
}

extension ProjectedTable {
    static let changesTold = ProjectedTable(
        "changes_told", key: "entry", columns: ["entry", "subject", "organisation", "told_at"])
}
