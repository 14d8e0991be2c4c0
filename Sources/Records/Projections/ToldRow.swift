import Casework
import Kernel

/// One change or complaint that waits for one organisation, a referral to it that counts as withdrawn since two records
/// were made one, a record of its own that was taken apart from another, or an urgent path that is open, with the last day
/// on which it can wait. Of changes, an organisation that no longer helps the person has no row from the case's next event
/// on; until then whoever reads the list asks whether each waits still.
enum ToldRow {
    /// Later than any day, of what waits until something is done.
    private static let never = SQLValue.text("9999")
    /// Before any moment, of an urgent path that is open: a list that begins at a moment does not reach it (G-079).
    static let atOnce = SQLValue.text("0000")

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
                    .text(of: made.recorded), .text(of: made.recorded.day.adding(days: Due.daysSaid)),
                ]
            }
        }
        return changes + complaints + madeOne + takenApart(file) + urgent(file)
    }

    /// Each organisation at which somebody may be told that an urgent path is open: where it was opened, and all that keep
    /// the record or provide the programme.
    private static func urgent(_ file: CaseFile) -> [[SQLValue]] {
        // Of somebody whose details are erased nobody can go on getting help.
        let isErased = file.customer?.erasures.contains { $0.erasure.classes.contains(.identity) } ?? true
        guard !isErased else { return [] }
        return file.safety.urgent.filter(\.isOpen).flatMap { path -> [[SQLValue]] in
            var organisations = Set(file.referrals.flatMap(\.providers))
            organisations.formUnion(file.customer?.keepers.organisations ?? [])
            organisations.insert(path.opened.by.organisation)
            return organisations.sorted().map { organisation -> [SQLValue] in
                [
                    .text("\(file.id)/\(path.id)/\(organisation)"), .text(of: file.id), .text(of: organisation), atOnce,
                    never,
                ]
            }
        }
    }

    /// Each provider whose referral was made before two records were taken apart, on either.
    private static func takenApart(_ file: CaseFile) -> [[SQLValue]] {
        guard let parted = file.merges.parted else { return [] }
        let providers = Set(file.referrals.filter { $0.made.recorded <= parted.recorded }.flatMap(\.providers))
        return providers.sorted().map { organisation in
            [
                .text("\(file.id)/\(parted.id)/\(organisation)"), .text(of: file.id), .text(of: organisation),
                .text(of: parted.recorded), .text(of: parted.recorded.day.adding(days: Due.daysSaid)),
            ]
        }
    }
}

extension ProjectedTable {
    static let changesTold = ProjectedTable(
        "changes_told", key: "entry", columns: ["entry", "subject", "organisation", "told_at", "told_until"])
}
