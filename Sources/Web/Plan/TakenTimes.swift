import Casework
import Kernel
import Office

/// The times of a customer's week that are taken, as every form that sets a day points them out: listed beside the day,
/// and said again where the answer falls in one (G-011). People decide: a meeting is held in one for a reason that is
/// kept with it (G-017).
struct TakenTimes: Sendable {
    /// nil when the plan is not for the reader, who is then told nothing of it.
    let plan: Plan?
    let today: CalendarDay

    init(_ opened: OpenedCase) {
        plan = opened.seen.plan
        today = opened.today
    }

    /// nil when no time is taken.
    var sentence: String? {
        let held = (plan?.commitments(from: today) ?? []).map(\.times.inSentence)
        return held.isEmpty ? nil : "Times that are taken: \(held.joined(separator: "; "))."
    }

    func conflicts(of times: CommitmentTimes) -> [PlanConflict] { plan?.conflicts(of: times, from: today) ?? [] }

    /// What stands under the answers that are shown once more.
    static func preview(_ conflicts: [PlanConflict]) -> Fragment? {
        guard !conflicts.isEmpty else { return nil }
        return Fragment {
            NoticeBox(.attention, title: "Look at this first") {
                ul { ForEach(conflicts) { one in li { one.sentence } } }
                p { "Change it, or go on if the customer agrees to it." }
            }
        }
    }
}

/// The times that are taken, beside a field for a day.
struct TakenNote: Component {
    let taken: TakenTimes

    var body: some HTML {
        if let sentence = taken.sentence { p(.class("hint")) { sentence } }
    }
}
