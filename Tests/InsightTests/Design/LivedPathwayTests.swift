import Testing

@testable import Insight

@Suite("The pathway as designed, and as lived")
struct LivedPathwayTests {
    private static let minute: Int64 = 60_000

    /// a at once, b within an hour of a, c from half an hour to two hours after b, d once at any time after.
    private static let pathway = DesignedPathway(
        title: "Made up",
        steps: [
            .init(title: "Begin", activity: "a"),
            .init(title: "Then", activity: "b", after: "a", latest: { $0 + 60 * LivedPathwayTests.minute }),
            .init(
                title: "Next", activity: "c", after: "b", earliest: { $0 + 30 * LivedPathwayTests.minute },
                latest: { $0 + 120 * LivedPathwayTests.minute }),
        ])

    private func lived(_ cases: [[(String, Int)]], until: Int = 10_000) throws -> LivedPathway {
        // One case more tells of every step, and leaves the first out; the last is outside of the pathway.
        let text = LogText(
            cases: cases.map { $0.map { (activity: $0.0, minute: $0.1) } } + [
                [("b", until - 40), ("c", until)], [("x", until)],
            ]
        ).text
        return try LivedPathway(.xes(HeldBytes(Array(text.utf8))), Self.pathway)
    }

    private func left(_ cases: [[(String, Int)]]) throws -> [String] {
        try lived(cases).steps.flatMap { step in
            step.left.map { "\(step.activity) \($0.departure.rawValue) \($0.people ?? 0)" }
        }.filter { $0 != "a skipped 1" }
    }

    private static let ways: [(events: [(String, Int)], left: [String])] = [
        ([("a", 0), ("b", 60), ("c", 90)], []),
        ([("a", 0), ("b", 61), ("c", 100)], ["b late 1"]),
        ([("a", 0), ("b", 10), ("c", 20)], ["c early 1"]),
        ([("a", 0), ("b", 10), ("b", 12), ("c", 50)], ["b repeated 1"]),
        ([("a", 0)], ["b skipped 1"]),
        ([("a", 0), ("b", 5)], ["c skipped 1"]),
        ([("b", 0), ("a", 5), ("c", 60)], ["b out-of-order 1"]),
        ([("b", 0), ("a", 5), ("b", 9), ("c", 60)], ["b repeated 1"]),
    ]

    @Test("Each way of leaving a pathway is told for what it is")
    func departures() throws {
        for way in Self.ways { #expect(try left([way.events]) == way.left, "\(way.events)") }
    }

    @Test("What may still happen in time is not judged")
    func notYet() throws {
        let lived = try lived([[("a", 0)], [("a", 9_990)]])
        #expect(lived.steps.map(\.due) == [3, 1, 1])
        #expect(lived.cases == 4 && lived.judged == 3 && lived.keptAll == 1)
        #expect(lived.agreement == (0.5 + 1 + 0.5) / 3)
    }

    @Test("Of a run of interviews each is judged in its own window, and those that never came are not missed (D-105)")
    func interviews() throws {
        let hour = 60 * Self.minute
        let run = DesignedPathway(
            title: "Interviews",
            steps: (1...3).map { number in
                .init(
                    title: "Interview \(number)", activity: "i", occurrence: number, after: number == 1 ? nil : "i",
                    earliest: { $0 + 28 * hour }, latest: { $0 + 42 * hour },
                    most: nil, isOptional: number > 1)
            })
        func left(_ hours: [Int]) throws -> [String] {
            let events = [(activity: "claim", minute: 0)] + hours.map { (activity: "i", minute: $0 * 60) }
            let text = LogText(cases: [events, [(activity: "claim", minute: 400 * 60)]]).text
            return try LivedPathway(.xes(HeldBytes(Array(text.utf8))), run).steps.flatMap { step in
                step.left.map { "\(step.title) \($0.departure.rawValue)" }
            }
        }
        #expect(try left([30, 60, 90]) == [])
        #expect(try left([30]) == [])
        #expect(try left([20, 60]) == ["Interview 1 early"])
        #expect(try left([30, 90, 100]) == ["Interview 2 late", "Interview 3 early"])
    }

    @Test("Of a step that the log never tells of nothing is said")
    func untold() throws {
        let text = LogText(cases: [[("a", 0), ("b", 10)], [("a", 9_999)]]).text
        let lived = try LivedPathway(.xes(HeldBytes(Array(text.utf8))), Self.pathway)
        #expect(lived.untold == ["Next"] && lived.steps.map(\.activity) == ["a", "b"] && lived.keptAll == 2)
    }

    @Test("The days late are those past the last moment, in the middle of those who were late")
    func days() throws {
        let late = try lived([[("a", 0), ("b", 60 + 1440)], [("a", 0), ("b", 60 + 1440 * 3)]]).steps[1].left
        #expect(late == [.init(departure: .late, people: 2, medianDays: 2, totalDays: 4)])
    }

    private static let minutes: [(events: [(String, Int)], step: Int, departure: Departure, minutes: Double?)] = [
        ([("a", 0), ("b", 10), ("c", 16)], 2, .early, 24),
        ([("a", 0), ("b", 90), ("c", 130)], 1, .late, 30),
        ([("a", 0), ("b", 10), ("b", 20), ("c", 50), ("b", 730)], 1, .repeated, 720),
        ([("b", 0), ("a", 5), ("c", 60)], 1, .outOfOrder, 5),
        ([("a", 0)], 1, .skipped, nil),
    ]

    @Test("Each departure has days of its own: to its moment, to the last time, to its place; skipped has none")
    func extraDays() throws {
        for way in Self.minutes {
            let left = try lived([way.events]).steps[way.step].left.filter { $0.departure == way.departure }
            let days = way.minutes.map { $0 / 1440 }
            #expect(left == [.init(departure: way.departure, people: 1, medianDays: days, totalDays: days)], "\(way)")
        }
    }

    @Test("Where a step may be told in several ways, the first of them since its clock started counts")
    func others() throws {
        let pathway = DesignedPathway(
            title: "Contact",
            steps: [.init(title: "Contact", activity: "call", others: ["letter", "visit"], after: "begun", most: 1)])
        func step(_ events: [(String, Int)]) throws -> LivedPathway.Step? {
            let text = LogText(cases: [events.map { (activity: $0.0, minute: $0.1) }]).text
            return try LivedPathway(.xes(HeldBytes(Array(text.utf8))), pathway).steps.first
        }
        #expect(try step([("begun", 0), ("visit", 5), ("letter", 9)])?.kept == 1)
        // It is repeated by its own activity alone.
        #expect(try step([("begun", 0), ("call", 5), ("call", 9)])?.left.map(\.departure) == [.repeated])
        #expect(try step([("begun", 0)]) == nil)
    }

    @Test("Out of order are the fewest whose taking out leaves the rest in order")
    func order() {
        #expect(DesignedPathway.Bound.outOfOrder([0, 1, 2]) == [])
        #expect(DesignedPathway.Bound.outOfOrder([3, 0, 1, 2]) == [0])
        #expect(DesignedPathway.Bound.outOfOrder([0, 3, 1, 2]) == [1])
        #expect(DesignedPathway.Bound.outOfOrder([2, 1]) == [1])
        #expect(DesignedPathway.Bound.outOfOrder([]) == [])
    }
}
