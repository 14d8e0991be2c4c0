import Kernel

@testable import Casework

extension OneOfEach {
    static let assessments: [Fact] = {
        let id = Identifier<Assessment>(high: 0x0137_0000_0000_7000, low: 1 << 63 | 0x31)
        let event = Identifier<Event<CaseFile>>(high: 0x0137_0000_0000_7000, low: 1 << 63 | 0x32)
        let words = Sealed.open(Words("A secret."))
        let answers = GivenAnswers([
            "cv": .chosen(["old"]), "hours": .number(30), "since": .day(day("2010-01-31")),
            "wanted": .words("A secret."), "travel": .putOff, "gone": nil,
        ])
        let facts: [AssessmentFact] = [
            .begun(id, AssessmentStart(instrument: "five-section", version: 1, mode: .phone, on: day("2012-06-12"))),
            .answered(
                id, AnsweredPart(category: .assessment, mode: .inPrivate, questions: answers.questions), .open(answers)),
            .finished(
                id,
                AssessmentOutcome(
                    sections: [SectionPoints(section: "access", points: 3, most: 7)], rating: "amber", stream: "skills",
                    couldBe: "red")),
            .streamed(id, Streaming(rating: "red", stream: "step-by-step", overrules: true), words),
            .customerSaid(id, agrees: false, words),
            .withdrawn(id, event, words),
            .barriersRated(
                .health, revisit: day("2012-07-02"),
                .open(
                    BarrierSaid(
                        [
                            BarrierViews("pain", customer: .much, adviser: .some),
                            BarrierViews("waiting", customer: .some),
                        ],
                        words: "A secret."))),
            .pointSeen(.b, from: .c, words, PointNote(on: day("2012-06-12"), setback: .open(Words("health")))),
            .pointWithdrawn(event, words),
            .specialistAssessed(
                .health,
                .open(
                    SpecialistFinding(
                        kind: "health", by: "A nurse at the clinic", result: Words("A secret."), level: "Level 1",
                        about: Words("Lifting."))),
                on: day("2012-06-12")),
            .specialistWithdrawn(event, .health, words),
        ]
        return facts.map { .assessment($0) }
    }()
}
