import Kernel
import Testing

@testable import Casework

@Suite("Where the questions lead")
struct InstrumentPathTests {
    private let instrument = AssessmentRoom.instrument

    private func ids(_ answers: [String: Answer], _ mode: AssessmentMode = .inPrivate) -> [String] {
        instrument.path(answers) { !$0.isPrivate || mode.asksPrivate }.reached.map(\.id)
    }

    @Test("The questions stop where an answer decides how they go on, and follow it")
    func follows() {
        #expect(ids([:]) == ["cv"])
        #expect(ids(["cv": .chosen(["yes"])]) == ["cv", "travel", "health"])
        #expect(ids(["cv": .chosen(["no"])]) == ["cv", "cv-help", "travel", "health"])
        #expect(ids(["cv": .chosen(["no"]), "health": .chosen(["no"])]) == ["cv", "cv-help", "travel", "health"])
        #expect(ids(["cv": .putOff, "health": .putOff]) == ["cv", "cv-help", "travel", "health", "skills"])
    }

    @Test("In a group no private question is reached, whatever was answered (G-018)")
    func group() {
        let random = RandomSource.seeded(11)
        for _ in 0..<200 {
            var answers: [String: Answer] = [:]
            for question in instrument.questions where random.below(2) == 0 {
                answers[question.id] =
                    question.choices.isEmpty
                    ? .putOff : .chosen([question.choices[random.below(question.choices.count)].code])
            }
            for mode in [AssessmentMode.group, .open, .phone] {
                let path = instrument.path(answers) { !$0.isPrivate || mode.asksPrivate }
                #expect(path.reached.filter(\.isPrivate).isEmpty)
                #expect(path.waitsFor?.isPrivate != true)
            }
        }
        #expect(ids(["cv": .chosen(["yes"])], .group) == ["cv", "travel", "skills"])
    }

    @Test("A loop that no reader refused still ends")
    func ends() {
        let looped = Instrument(
            id: "x", version: 1, title: "", status: .ours, source: "", stage: .full,
            sections: [
                .init(
                    id: "s", title: "", says: "", source: "",
                    questions: [
                        Question(id: "a", asks: "", kind: .words),
                        Question(id: "b", asks: "", kind: .words, next: .question("a")),
                    ])
            ])
        #expect(looped.path([:]).reached.count == 2)
    }

    @Test("Points, factors and the stream follow from the answers on the way alone (M-032)")
    func reads() {
        let reading = AssessmentReading(
            instrument,
            [
                "cv": .chosen(["yes"]), "cv-help": .words("kept"), "health": .chosen(["yes"]),
                "skills": .chosen(["read"]),
            ])
        #expect(reading.factors.map(\.title) == ["A CV", "Health", "Skills"])
        #expect(reading.factors.map(\.points) == [0, 6, 1])
        #expect(reading.sections.map(\.points) == [0, 7])
        #expect(reading.points == 7)
        #expect(reading.rating?.code == "red")
        #expect(reading.stream?.code == "health")
        #expect(reading.couldBe == nil)
    }

    @Test("A rating is provisional exactly while questions not asked could change it (G-102)")
    func provisional() {
        let phone = AssessmentReading(instrument, ["cv": .chosen(["no"])]) { !$0.isPrivate }
        #expect(phone.rating?.code == "green")
        #expect(phone.couldBe?.code == "red")
        let left = AssessmentReading(instrument, ["cv": .chosen(["no"]), "health": .putOff])
        #expect(left.couldBe?.code == "red")
        let whole = AssessmentReading(instrument, ["cv": .chosen(["no"]), "health": .chosen(["no"])])
        #expect(whole.couldBe == nil)
    }
}
