import Kernel

/// A standing proof of a kind the tariff accepts, cut to the days on which its job was held.
struct AcceptedProof {
    let event: Identifier<Event<CaseFile>>
    let kind: String
    let word: String
    let from: CalendarDay
    let until: CalendarDay
    let earnings: Money?
    let job: Identifier<Event<CaseFile>>
}

extension Employment {
    /// The accepted proofs that show something, in order of day and then of id, however they were recorded.
    func accepted(_ kinds: [ProofKind], showing: ProofKind.Shows) -> [AcceptedProof] {
        var found: [AcceptedProof] = []
        found.reserveCapacity(proofs.count)
        for index in proofs.indices where proofs[index].withdrawn == nil {
            let job = proofs[index].proof.job
            guard let kind = kinds.firstIndex(where: { $0.code == proofs[index].proof.kind }),
                kinds[kind].shows.contains(showing),
                let held = jobs.firstIndex(where: { $0.id == job }), jobs[held].withdrawn == nil
            else { continue }
            let from = max(proofs[index].proof.from, jobs[held].started)
            var until = proofs[index].proof.until
            if let last = jobs[held].last { until = min(until, last) }
            guard from <= until else { continue }
            found.append(
                AcceptedProof(
                    event: proofs[index].event.id, kind: kinds[kind].code, word: kinds[kind].word, from: from,
                    until: until, earnings: proofs[index].proof.earnings, job: jobs[held].recorded.id))
        }
        found.sort { ($0.from, $0.until, $0.event) < ($1.from, $1.until, $1.event) }
        return found
    }
}

/// Reads proofs against weeks that are asked for in order of day.
struct ProofCover {
    private let proofs: [AcceptedProof]
    private var low = 0

    init(_ proofs: [AcceptedProof]) { self.proofs = proofs }

    /// The proofs that touch some days, and whether they cover every one of them.
    mutating func cover(from: CalendarDay, to: CalendarDay) -> (proofs: [WeekProof], whole: Bool) {
        while low < proofs.count, proofs[low].until < from { low += 1 }
        var touching: [WeekProof] = []
        var next = from
        for proof in proofs[low...] {
            if proof.from > to { break }
            if proof.until < from { continue }
            touching.append(WeekProof(event: proof.event, kind: proof.kind, word: proof.word))
            if proof.from <= next { next = max(next, proof.until.adding(days: 1)) }
        }
        return (touching, next > to)
    }
}
