import Kernel
import Testing

@testable import Casework

@Suite("Results that travel with a course")
struct CourseResultsTests {
    private let today = day("2012-06-18")

    private func found(_ room: PlanRoom) -> [PlanConflict] {
        room.plan.coursesWithoutResults(room.file.assessments.standingSpecialists, .madeUp, from: today)
    }

    private func fact(_ kind: String, on: String? = nil) -> Fact {
        let finding = SpecialistFinding(kind: kind, by: "A tutor", result: Words("Reads well."))
        return .assessment(.specialistAssessed(.assessment, .open(finding), on: on.map { day($0) }))
    }

    @Test("A course with a day and no result is pointed out, with the day by which its trainer sees one (C06, G-103)")
    func pointedOut() throws {
        var room = try PlanRoom()
        try room.propose("Ring the landlord", due: "2012-07-02")
        #expect(found(room).isEmpty, "no course")
        try room.propose("Go on a cooking course", due: "2012-07-02")
        let told = try #require(found(room).first)
        #expect(told.kind == .results && told.day == day("2012-07-02"))
        #expect(told.sentence.contains("no result of reading and writing or of numbers"))
        #expect(told.sentence.contains("3 days ahead: record one by \(day("2012-06-29").written)."))
        room.fold(fact("health"), by: room.staff)
        #expect(found(room).count == 1, "another kind says nothing of it")
        room.fold(fact("numeracy"), by: room.staff)
        #expect(found(room).isEmpty)
    }

    @Test("Of a course within three days it is asked for today, and one that has passed is left alone (G-103)")
    func near() throws {
        var room = try PlanRoom()
        try room.propose("Go on a cooking course", due: "2012-06-20")
        #expect(found(room).first?.sentence.hasSuffix("record one today.") == true)
        let later = room.plan.coursesWithoutResults([], .madeUp, from: day("2012-06-21"))
        #expect(later.isEmpty)
    }

    @Test("A weekly time that is kept free for a course counts from its first day (G-103)")
    func weekly() throws {
        var room = try PlanRoom()
        let times = try CommitmentTimes(
            kind: .course, weekday: .tuesday, from: 540, until: 960, runs: DayRange(from: day("2012-07-03"), until: nil)
        )
        try room.perform(AddCommitment(times: times, words: nil))
        #expect(found(room).map(\.day) == [day("2012-07-03")])
        room.fold(fact("literacy"), by: room.staff)
        #expect(found(room).isEmpty)
    }
}
