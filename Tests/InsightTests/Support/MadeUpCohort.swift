import Kernel

@testable import Insight

/// Journeys of a cohort, each told by what happened and on which day of 2012.
enum MadeUpCohort {
    static func journey(_ number: Int, cohort: String, _ steps: [(String, Int)]) -> ExportedJourney {
        ExportedJourney(
            id: "\(number)", attributes: [("cohort", cohort)],
            steps: steps.map { activity, day in
                ExportedJourney.Step(
                    activity: activity, kind: activity,
                    time: Instant(milliseconds: 1_325_376_000_000).adding(minutes: day * 1440), person: nil,
                    agency: nil, role: "adviser")
            })
    }
}
