@testable import Casework

extension ServiceRules {
    /// The limits of the shipped service, and a list of reasons short enough to read here.
    static let madeUp: ServiceRules = {
        func limit(_ count: Int, _ unit: TimeLimit.Unit) -> Figure<TimeLimit> {
            Figure(TimeLimit(count, unit), .ours, source: "test")
        }
        func years(_ count: Int) -> Figure<Int> { Figure(count, .ours, source: "test") }
        return ServiceRules(
            planReviews: PlanReviewing(
                byStream: ["search": limit(2, .weeks)], otherwise: limit(1, .months), atMost: limit(6, .months),
                saidBefore: limit(7, .days), overwrittenTold: limit(7, .days)),
            changes: ChangeHandling(
                acknowledge: limit(2, .workingDays), apply: limit(5, .workingDays), resolve: limit(10, .workingDays)),
            answers: VoiceLimits(
                question: limit(5, .workingDays), complaint: limit(15, .workingDays),
                complaintAcknowledged: limit(2, .workingDays)),
            retention: Retention(evidence: years(6), identity: years(6), support: years(2), safety: years(6)),
            appointmentChanges: [
                ("ill", "Ill"), ("caring", "Looking after somebody"), ("travel", "Travel or weather"),
                ("room", "Room or equipment"), ("other", "Another reason"),
            ].map { ChangeReason(code: $0.0, text: $0.1, source: "test") })
    }()
}

extension ServiceTools {
    static let madeUp = ServiceTools(rules: .madeUp)
}
