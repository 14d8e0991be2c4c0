import Kernel

/// One record as it is, and the two that come of it when it is taken apart.
struct Parting {
    let whole: CaseFile
    /// What stays.
    let left: CaseFile
    /// The other record, as it stands alone again.
    let back: CaseFile
    let names: Names
    let programmes: [String: Programme]
    let sharing: SharingMatrix
    let now: Instant

    /// Which referral and draw stand on which record, and which of them stand again.
    var referrals: [String] {
        let here = told(left, "stays on this record", "on this record")
        let there = told(back, "goes back to the other", "on the other")
        return here.isEmpty && there.isEmpty ? ["No referral stands on either."] : here + there
    }

    private func told(_ file: CaseFile, _ stays: String, _ place: String) -> [String] {
        file.referrals.filter { $0.withdrawn == nil }.map { referral in
            let title = programmes[referral.programme]?.title ?? referral.programme
            let provider = referral.prime.map(names.organisation) ?? "no provider"
            let was = whole.referrals.first { $0.id == referral.id }
            let what = "The referral to \(title) of \(referral.on.written), with \(provider),"
            return was?.duplicateOf == nil
                ? "\(what) \(stays)." : "\(what) counted as withdrawn, and stands again \(place) with its own draw."
        }
    }

    /// The appointments that are to come, on each.
    var appointments: [String] {
        func coming(_ file: CaseFile) -> Int {
            file.appointments.count { $0.outcome == nil && $0.slot.starts > now }
        }
        let (here, there) = (coming(left), coming(back))
        guard here + there > 0 else { return ["Nothing is booked on either."] }
        return [
            "Booked on this record: \(here). Booked on the other: \(there). Nobody’s time changes, and nothing is cancelled."
        ]
    }

    /// Every organisation that sees either, and which.
    var viewers: [String] {
        func sees(_ file: CaseFile) -> [Identifier<Organisation>] {
            file.viewers(matrix: sharing, on: now.day).map(\.organisation)
        }
        let (before, here, there) = (sees(whole), sees(left), sees(back))
        var listed: Set<Identifier<Organisation>> = []
        return (before + here + there).filter { listed.insert($0).inserted }.map { organisation in
            let name = names.organisation(organisation)
            let again = before.contains(organisation) ? "" : " again"
            return switch (here.contains(organisation), there.contains(organisation)) {
            case (true, true): "\(name) sees both, each by itself."
            case (true, false): "\(name) sees this record\(again), and not the other."
            case (false, true): "\(name) sees the other record\(again), and not this one."
            case (false, false): "\(name) sees neither."
            }
        }
    }
}
