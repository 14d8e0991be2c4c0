@testable import Casework

extension ServiceRules {
    /// The limits of the shipped service, and a list of reasons short enough to read here.
    static let madeUp: ServiceRules = {
        func limit(_ count: Int, _ unit: TimeLimit.Unit) -> Figure<TimeLimit> {
            Figure(TimeLimit(count, unit), .ours, source: "test")
        }
        func whole(_ count: Int) -> Figure<Int> { Figure(count, .ours, source: "test") }
        return ServiceRules(
            planReviews: PlanReviewing(
                byStream: ["search": limit(2, .weeks)], otherwise: limit(1, .months), atMost: limit(6, .months),
                saidBefore: limit(7, .days), overwrittenTold: limit(7, .days)),
            assessing: AssessmentLimits(
                assessedByMeeting: whole(2), finish: limit(5, .workingDays), settle: limit(5, .workingDays),
                plannedByMeeting: whole(2), specialists: .madeUp),
            changes: ChangeHandling(
                acknowledge: limit(2, .workingDays), apply: limit(5, .workingDays), resolve: limit(10, .workingDays),
                confirm: limit(90, .days)),
            answers: VoiceLimits(
                question: limit(5, .workingDays), complaint: limit(15, .workingDays),
                complaintAcknowledged: limit(2, .workingDays)),
            retention: Retention(evidence: whole(6), identity: whole(6), support: whole(2), safety: whole(6)),
            safetyReviewSaidBefore: limit(14, .days), referralIsThinBelow: whole(50),
            appointmentChanges: [
                ("ill", "Ill"), ("caring", "Looking after somebody"), ("travel", "Travel or weather"),
                ("room", "Room or equipment"), ("other", "Another reason"),
            ].map { ChangeReason(code: $0.0, text: $0.1, source: "test") },
            setbacks: [
                ChangeReason(code: "health", text: "Their health became worse again", source: "F-163"),
                ChangeReason(code: "crisis", text: "A crisis of their own", source: "F-164"),
            ], moneyGap: limit(14, .days))
    }()
}

extension SpecialistRules {
    /// One kind of each sort, and a lead of three days.
    static let madeUp = SpecialistRules(
        kinds: [
            SpecialistKind(code: "health", title: "Health and work", category: .health, source: "test"),
            SpecialistKind(
                code: "literacy", title: "Reading and writing", levels: ["Entry 3", "Level 1"], isForCourses: true,
                source: "test"),
            SpecialistKind(code: "numeracy", title: "Numbers", isForCourses: true, source: "test"),
            SpecialistKind(code: "other", title: "Something else", asksWhat: true, source: "test"),
        ], daysBeforeCourse: Figure(3, .ours, source: "test"))
}

extension ServiceTools {
    static let madeUp = ServiceTools(rules: .madeUp)
}
