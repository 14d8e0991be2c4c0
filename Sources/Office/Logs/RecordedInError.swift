import Casework
import Kernel

/// What of one case was recorded in error and taken back. Neither it nor the taking back happened to the person, so no log
/// tells of them: a journey with a mistake that was put right is the journey without it (ours).
struct RecordedInError {
    /// Those that were taken back, and those that took them back.
    private var events: Set<Identifier<Event<CaseFile>>> = []
    /// Jobs, assessments and changes, by their references: all that was recorded of one goes with it.
    private var things: Set<String> = []
    /// What followed from the last end or summary of each referral, which goes with it.
    private var followed: [Identifier<Referral>: Followed] = [:]

    /// The tellings of an end, and the readings of a summary.
    private struct Followed {
        var tellings: [Identifier<Event<CaseFile>>] = []
        var readings: [Identifier<Event<CaseFile>>] = []
        /// Whether what there is to tell is that something was a mistake.
        var isOfMistake = false
    }

    /// - Parameter events: all of the case.
    init(_ events: [Event<CaseFile>]) {
        for event in events {
            switch event.fact {
            case .appointment(.outcomeWithdrawn(_, let wrong, _)), .joining(.outcomeWithdrawn(_, let wrong, _)),
                .employment(.endWithdrawn(_, let wrong, _)), .employment(.proofWithdrawn(_, let wrong, _)),
                .assessment(.pointWithdrawn(let wrong, _)), .assessment(.specialistWithdrawn(let wrong, _, _)):
                self.events.formUnion([wrong, event.id])
            case .referral(let fact): follow(fact, event.id)
            case .employment(.jobWithdrawn(let job, _, _)): things.insert(job.description)
            case .assessment(.withdrawn(let assessment, _, _)): things.insert(assessment.description)
            case .circumstance(.withdrawn(let wrong, _, _, _)):
                self.events.formUnion([wrong, event.id])
                // A statement that came of a change may be wrong though the change was reported all the same.
                guard let taken = events.first(where: { $0.id == wrong }), case .circumstance(.reported) = taken.fact
                else { continue }
                if let change = taken.fact.clear["change"]?.string { things.insert(change) }
            default: continue
            }
        }
    }

    /// What was told of an end goes with it, as the reading of a summary does, and so does what was told of the mistake.
    private mutating func follow(_ fact: ReferralFact, _ event: Identifier<Event<CaseFile>>) {
        switch fact {
        case .exited(let id, _, _, _):
            followed[id, default: Followed()].tellings = []
            followed[id, default: Followed()].isOfMistake = false
        case .handedBack(let id, _): followed[id, default: Followed()].readings = []
        case .handBackRead(let id): followed[id, default: Followed()].readings.append(event)
        case .toldOfEnd(let id, _):
            if followed[id]?.isOfMistake == true {
                events.insert(event)
            } else {
                followed[id, default: Followed()].tellings.append(event)
            }
        case .untoldOfEnd(let id, let telling, _):
            if events.contains(telling) {
                events.insert(event)
            } else {
                followed[id, default: Followed()].tellings.append(event)
            }
        case .entryWithdrawn(let id, let entry, let wrong, _):
            events.formUnion([wrong, event])
            switch entry {
            case .exit:
                events.formUnion(followed[id]?.tellings ?? [])
                followed[id, default: Followed()].isOfMistake = true
            case .returned: followed[id, default: Followed()].isOfMistake = true
            case .handBack: events.formUnion(followed[id]?.readings ?? [])
            }
        default: break
        }
    }

    func holds(_ event: Event<CaseFile>) -> Bool {
        if events.contains(event.id) { return true }
        guard !things.isEmpty else { return false }
        let clear = event.fact.clear
        return ["job", "assessment", "change"].contains { name in
            clear[name]?.string.map { things.contains($0) } ?? false
        }
    }
}
