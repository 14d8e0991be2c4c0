import Kernel
import Testing

@testable import Casework

@Suite("Levels that an adviser sets")
struct LevelTests {
    /// Gone through and finished.
    private func finished(_ room: inout AssessmentRoom) throws -> Identifier<Assessment> {
        try room.perform(BeginAssessment(instrument: "levels", version: 1, mode: .open))
        let id = try #require(room.file.assessments.all.last).id
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["when": .chosen(["later"])]))
        try room.perform(FinishAssessment(assessment: id, mode: .open))
        return id
    }

    private func level(
        _ rating: String, _ stream: String, _ why: String?, of id: Identifier<Assessment>
    ) -> StreamCustomer {
        StreamCustomer(assessment: id, rating: rating, stream: stream, why: why.map { Words($0) })
    }

    @Test("The answers come to no level: an adviser sets it, says what showed it, and may set another (E-030, C06)")
    func sets() throws {
        var room = try AssessmentRoom()
        let id = try finished(&room)
        let outcome = try #require(room.file.assessments.finished.last?.finished?.outcome)
        #expect(outcome == AssessmentOutcome(sections: [], rating: nil, stream: nil))
        #expect(room.file.assessments.finished.last?.rating == nil)

        #expect(room.refused(level("near", "search", nil, of: id)) == "assessment.level")
        #expect(room.refused(level("red", "search", "Said so", of: id)) == "assessment.rating")
        #expect(room.refused(level("near", "groundwork", "Said so", of: id)) == "assessment.stream")
        try room.perform(level("far", "groundwork", "Asked for time", of: id))
        let settled = try #require(room.file.assessments.finished.last)
        #expect(settled.rating == "far" && settled.stream == "groundwork")
        #expect(settled.streamings.last?.streaming.overrules == false)
        #expect(settled.streamings.last?.why == .open(Words("Asked for time")))

        #expect(room.refused(level("far", "groundwork", "Again", of: id)) == "assessment.streamed")
        #expect(room.refused(level("near", "search", nil, of: id)) == "assessment.level")
        try room.perform(level("near", "search", "Has an interview", of: id))
        #expect(room.file.assessments.finished.last?.streamings.map(\.streaming.rating) == ["far", "near"])
    }

    @Test("The customer says what they make of a level, as of any rating (G-053)")
    func said() throws {
        var room = try AssessmentRoom()
        let id = try finished(&room)
        try room.perform(level("far", "groundwork", "Asked for time", of: id))
        try room.perform(
            SayOfAssessment(assessment: id, agrees: false, words: Words("I can start now")), by: room.customer)
        let last = try #require(room.file.assessments.finished.last)
        #expect(last.customerView?.agrees == false && last.rating == "far")
    }

    @Test("The journey tells who set it, and not that the answers did")
    func journey() throws {
        var room = try AssessmentRoom()
        let id = try finished(&room)
        try room.perform(level("far", "groundwork", "Asked for time", of: id))
        let told = Timeline.entries(
            room.events, through: room.file.sight(in: room.context(AssessmentRoom.adviser)),
            names: Names(organisation: { _ in "The council" }, person: { _ in "Dana" }), programmes: [:],
            tools: AssessmentRoom.tools)
        let entry = try #require(told.first { $0.headline == "Stream: Groundwork" })
        #expect(entry.detail?.contains("Far, set by the adviser") == true)
    }

    @Test("No points come to a level; what is not offered can still be read, and is not begun")
    func points() {
        #expect(AssessmentRoom.levels.rating(points: 0) == nil)
        #expect(AssessmentRoom.levels.streamOfLevel("near")?.code == "search")
        #expect(AssessmentRoom.levels.streamOfLevel("red") == nil)
        #expect(AssessmentRoom.tools.offered.map(\.id) == ["made-up"])
        #expect(AssessmentRoom.tools.newest.map(\.id) == ["levels", "made-up"])
    }
}

extension AssessmentRoom {
    /// Rates by an adviser's word, and is not offered.
    static let levels = Instrument(
        id: "levels", version: 1, title: "Levels", status: .ours, source: "a test", stage: .full,
        sections: [
            .init(
                id: "only", title: "Only", says: "", source: "",
                questions: [
                    Question(
                        id: "when", asks: "When?",
                        kind: .one([.init(code: "now", text: "Now"), .init(code: "later", text: "Later")]))
                ])
        ],
        ratings: [
            .init(code: "near", title: "Near", means: "", upTo: nil),
            .init(code: "far", title: "Far", means: "", upTo: nil),
        ],
        streams: [
            .init(code: "search", title: "Search", says: "", ratings: ["near"]),
            .init(code: "groundwork", title: "Groundwork", says: "", ratings: ["far"]),
        ], ratedBy: .adviser, isOffered: false)
}
