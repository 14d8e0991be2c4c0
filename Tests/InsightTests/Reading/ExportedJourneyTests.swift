import Kernel
import Testing

@testable import Insight

@Suite("A journey as it is written")
struct ExportedJourneyTests {
    @Test("Its steps stand in the order of their times, those of one time as they were given")
    func order() {
        let journey = MadeUpCohort.journey(
            1, cohort: "one", [("recorded first", 3), ("b", 2), ("a", 2), ("earliest", 0), ("c", 2), ("last", 4)])
        #expect(journey.steps.map(\.activity) == ["earliest", "b", "a", "c", "recorded first", "last"])
    }
}
