import Testing

@testable import Insight

@Suite("A step that comes again and again")
struct RunTests {
    private static let day: Int64 = 86_400_000

    /// In touch at least every two days, by a call or a meeting, while not in work.
    private static let pathway = DesignedPathway(
        title: "Made up",
        steps: [
            .init(
                title: "In touch", activity: "call", others: ["meeting"], latest: { $0 + 2 * RunTests.day }, most: nil,
                isOptional: true, isRun: true, pauses: [.init(from: "job", until: "job ended")])
        ])

    private static let lives: [(events: [(String, Int)], due: Int, left: [String])] = [
        ([("call", 0), ("meeting", 1), ("call", 3)], 1, []),
        ([("call", 0), ("call", 5)], 1, ["late 3.0"]),
        ([("call", 0), ("call", 5), ("meeting", 9)], 1, ["late 5.0"]),
        ([("call", 0), ("form", 5)], 1, ["skipped"]),
        ([("call", 0), ("call", 5), ("form", 9)], 1, ["skipped", "late 3.0"]),
        ([("call", 0), ("form", 1)], 0, []),
        ([("call", 0), ("job", 1), ("call", 9)], 0, []),
        ([("call", 0), ("job", 1), ("form", 9)], 0, []),
        ([("call", 0), ("job", 1), ("job ended", 2), ("call", 9), ("call", 12)], 1, ["late 1.0"]),
        ([("job", 0), ("call", 1), ("call", 9)], 0, []),
    ]

    @Test("Each time is judged from the time before, but for pauses, and the last as far as the case goes on")
    func judged() throws {
        for life in Self.lives {
            let text = LogText(cases: [life.events.map { (activity: $0.0, minute: $0.1 * 1440) }]).text
            let lived = try LivedPathway(.xes(HeldBytes(Array(text.utf8))), Self.pathway)
            let step = try #require(lived.steps.first)
            let left = step.left.map { left in
                left.departure.rawValue + (left.totalDays.map { " \($0)" } ?? "")
            }
            #expect(step.due == life.due && left == life.left, "\(life.events)")
        }
    }

    @Test("A run has no place in the order of the steps")
    func order() throws {
        let steps = [DesignedPathway.Step(title: "Call", activity: "call")] + Self.pathway.steps
        let text = LogText(cases: [[("call", 0), ("call", 5), ("call", 9)]]).text
        let lived = try LivedPathway(
            .xes(HeldBytes(Array(text.utf8))), DesignedPathway(title: "Made up", steps: steps))
        #expect(lived.steps[0].left.map(\.departure) == [.repeated])
        #expect(lived.steps[1].left.isEmpty)
    }
}
