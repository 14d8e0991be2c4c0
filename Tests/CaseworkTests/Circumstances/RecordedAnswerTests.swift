import Kernel
import Testing

@testable import Casework

@Suite("What the record answers of a programme’s questions (C14)")
struct RecordedAnswerTests {
    /// A programme that asks who cares full time, who has no home, and when somebody is fit for work.
    private static let programme: Programme = {
        var programme = Programme.madeUp
        programme.circumstances = [
            CircumstanceKind(
                code: "full-time-carer", title: "full-time carer", asks: "Full time?", answer: .yes,
                held: HeldAnswer(
                    kind: .caring, answers: ["adult": .yes], leftToAsk: ["several"],
                    hours: Figure(35, .ours, source: "a test"))),
            CircumstanceKind(
                code: "homeless", title: "homeless", asks: "No home?", answer: .yes,
                held: HeldAnswer(
                    kind: .household, answers: ["no-settled-home": .yes], leftToAsk: ["with-others"])),
            CircumstanceKind(
                code: "prognosis", title: "fit for work", asks: "When?", answer: .months,
                held: HeldAnswer(kind: .health, answers: ["6-months": .months(6)], leftToAsk: ["not-said"])),
            CircumstanceKind(code: "left-handed", title: "left-handed", asks: "Left-handed?", answer: .yes),
        ]
        return programme
    }()

    /// What is told, and each question it bears on with the answer; nil where it is left to be asked.
    static let told: [(ChangeKind, ChangeDetail, [String: CircumstanceAnswer?])] = [
        (.caring, ChangeDetail(code: "adult", hours: 35), ["full-time-carer": .yes]),
        (.caring, ChangeDetail(code: "adult", hours: 34), [:]),
        (.caring, ChangeDetail(code: "adult"), ["full-time-carer": nil]),
        (.caring, ChangeDetail(code: "several", hours: 40), ["full-time-carer": nil]),
        (.caring, ChangeDetail(code: "child", hours: 40), [:]),
        (.household, ChangeDetail(code: "no-settled-home"), ["homeless": .yes]),
        (.household, ChangeDetail(code: "with-others"), ["homeless": nil]),
        (.household, ChangeDetail(code: "alone"), [:]),
        (.health, ChangeDetail(code: "6-months"), ["prognosis": .months(6)]),
        (.health, ChangeDetail(code: "not-said"), ["prognosis": nil]),
        (.health, ChangeDetail(code: "now"), [:]),
    ]

    @Test("As the programme’s file says: an answer, something to ask beside it, or nothing", arguments: told)
    func answers(_ kind: ChangeKind, _ detail: ChangeDetail, _ expected: [String: CircumstanceAnswer?]) throws {
        var room = try ChangeRoom()
        try room.perform(
            ReportChange(kind, detail, from: day("2012-05-01"), source: .customer, route: .online), by: room.customer)
        let found = room.held.answers(to: Self.programme, on: room.today)
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.circumstance, $0.answer) }) == expected)
        #expect(room.held.answers(to: Self.programme, on: day("2012-04-30")).isEmpty, "It covers no day before it")
    }

    @Test("What nobody knows, or somebody disputes, answers nothing")
    func doubted() throws {
        var room = try ChangeRoom()
        func tell(_ certainty: Certainty, _ code: String) throws {
            try room.perform(
                ReportChange(
                    .household, ChangeDetail(code: code), from: day("2012-05-01"), certainty: certainty,
                    source: .customer, route: .online), by: room.customer)
        }
        func found() -> [String] { room.held.answers(to: Self.programme, on: room.today).map(\.circumstance) }
        try tell(.unknown, "no-settled-home")
        #expect(found() == [])
        try tell(.claimed, "no-settled-home")
        #expect(found() == ["homeless"])
        let change = try #require(room.held.changes.last?.id)
        try room.perform(
            DisputeChange(change: change, other: nil, why: Words("I have a room.")), by: room.customer)
        #expect(found() == [])
    }
}
