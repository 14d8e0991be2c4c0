import Casework
import Kernel

/// What the facts of one case are by the kinds that programme files name, where the fact alone does not say it.
struct StoreKinds {
    private var interviews: Set<Identifier<Appointment>> = []
    private var astray: Set<Identifier<Event<CaseFile>>> = []

    /// - Parameter events: all of the case.
    init(_ events: [Event<CaseFile>]) {
        for event in events {
            switch event.fact {
            case .appointment(.booked(let id, let booking)) where booking.purpose == .interview: interviews.insert(id)
            case .appointment(.undelivered(_, let told, _)): astray.insert(told)
            default: continue
            }
        }
    }

    /// The kind under which a log tells of an event: its own, but for a try that reached the person, the booking and
    /// holding of a work-focused interview, and a notice that did not arrive.
    func kind(of event: Event<CaseFile>) -> String {
        switch event.fact {
        case .chain(.contactTried(_, let attempt)) where attempt.counts: "contact.made"
        case .appointment(.booked(let id, _)) where interviews.contains(id): "interview.booked"
        case .appointment(.attended(let id, _)) where interviews.contains(id): "interview.held"
        case .appointment(.noticeGiven) where astray.contains(event.id): "appointment.noticeLost"
        default: event.fact.kind
        }
    }
}

extension StoreLog {
    /// The kinds that count as one that a standard waits for, beside itself.
    ///
    /// A first contact is also a notice that was served or a meeting that was held (`FirstContact`, C05); contact that is
    /// to come again and again, as it is looked for in what is due, is also a meeting or an interview that was held
    /// (D-085).
    /// - Parameter clock: the kind that starts the standard's clock; nil of what comes again and again.
    static func others(counting kind: String, since clock: String?) -> [String] {
        switch (kind, clock) {
        case ("contact.made", "referral.acknowledged"): ["appointment.noticeGiven", "appointment.attended"]
        case ("contact.made", nil): ["appointment.attended", "interview.held"]
        default: []
        }
    }

    /// Whether a kind happens once by what it is: a step of the referral, and its first contact.
    static func happensOnce(_ kind: String, since clock: String) -> Bool {
        let steps: Set = [
            "referral.acknowledged", "referral.allocated", "referral.attached", "referral.interviewRecorded",
            "referral.made", "referral.transmitted",
        ]
        return steps.contains(kind) || (kind == "contact.made" && clock == "referral.acknowledged")
    }

    /// The kinds that begin and end each state in which a standard's clock stands still; whoever has left has no clock.
    static func pauses(_ states: [String]) -> [(from: String, until: String)] {
        var pauses = [(from: "referral.exited", until: "referral.returned")]
        if states.contains("in-work") {
            pauses.append((from: "employment.jobStarted", until: "employment.jobEnded"))
        }
        return pauses
    }
}
