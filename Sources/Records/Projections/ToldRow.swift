import Casework
import Kernel

/// One change or complaint that waits for one organisation, or a referral to it that counts as withdrawn since two records
/// were made one, with the last day on which it can wait. Of changes, an organisation that no longer helps the person has
/// no row from the case's next event on; until then whoever reads the list asks whether each waits still.
enum ToldRow {
    /// Later than any day, of what waits until something is done.
    private static let never = SQLValue.text("9999")

    static func values(of file: CaseFile) -> [[SQLValue]] {
        guard file.merges.into == nil else { return [] }
        let changes = file.circumstances.changes.filter(\.isOpen).flatMap { change -> [[SQLValue]] in
            let isDisputed = change.state == .disputed
            let waiting = isDisputed ? file.customer?.keepers.organisations ?? [] : file.waiting(for: change)
            return waiting.map { organisation -> [SQLValue] in
                let last = isDisputed ? nil : file.lastDay(of: change, for: organisation)
                return [
                    .text("\(file.id)/\(change.id)/\(organisation)"), .text(of: file.id), .text(of: organisation),
                    .text(of: change.since.recorded), last.map { SQLValue.text(of: $0) } ?? never,
                ]
            }
        }
        // A complaint waits for the organisation it is about, whoever has the person now (C43).
        let complaints = file.voices.waiting.filter { $0.kind == .complaint }.map { voice -> [SQLValue] in
            [
                .text("\(file.id)/\(voice.id)/\(voice.to)"), .text(of: file.id), .text(of: voice.to),
                .text(of: voice.raised.recorded), never,
            ]
        }
        let madeOne = file.referrals.flatMap { referral -> [[SQLValue]] in
            guard referral.duplicateOf != nil, let made = referral.withdrawn else { return [] }
            return referral.providers.sorted().map { organisation -> [SQLValue] in
                [
                    .text("\(file.id)/\(referral.id)/\(organisation)"), .text(of: file.id), .text(of: organisation),
                    .text(of: made.recorded), .text(of: made.recorded.day.adding(days: HandBack.days)),
                ]
            }
        }
        return changes + complaints + madeOne
    }
}

extension ProjectedTable {
    static let changesTold = ProjectedTable(
        "changes_told", key: "entry", columns: ["entry", "subject", "organisation", "told_at", "told_until"])
}
