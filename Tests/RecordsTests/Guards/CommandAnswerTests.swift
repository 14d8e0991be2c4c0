import Kernel
import Records
import TestSupport
import Testing

@Suite("Answers to commands")
struct CommandAnswerTests {
    let first = Identifier<Probe>.number(1)
    let second = Identifier<Probe>.number(2)

    /// Does what Office does with a command that adds one fact.
    private func send(
        _ command: String, _ number: Int, to probe: Identifier<Probe>, opening: Bool = false, in store: TestStore
    ) async throws -> CommandAnswer<Probe> {
        let answers = CommandAnswers(keys: try .test())
        let content = Array("\(number)".utf8)
        return try await store.write { connection in
            let known: CommandAnswer<Probe>? =
                opening
                ? try answers.answer(toOpening: command, asking: content, in: connection)
                : try answers.answer(to: command, asking: content, on: probe, in: connection)
            if let known { return known }
            let streams = Streams(keys: nil)
            let seen = try streams.head(of: probe, in: connection)
            let events = try streams.append(
                [.counted(number)], to: probe, expecting: seen, by: .tester, at: .start, random: .system, in: connection
            )
            let answer = CommandAnswer(probe, recording: events, after: seen)
            try answers.record(answer, to: command, asking: content, in: connection)
            return answer
        }
    }

    @Test("A command sent twice is answered as it was the first time, and recorded once", arguments: Engine.allCases)
    func repeated(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let opened = try await send("a", 1, to: first, opening: true, in: store)
        let answer = try await send("b", 2, to: first, in: store)
        #expect(opened.events == 1..<2 && answer.events == 2..<3)
        #expect(try await send("b", 2, to: first, in: store) == answer)
        #expect(try await store.facts(of: first, keys: nil) == [.counted(1), .counted(2)])
        try await store.close()
    }

    @Test("The same id with something else on it is refused", arguments: Engine.allCases)
    func otherContent(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        _ = try await send("a", 1, to: first, opening: true, in: store)
        for opening in [true, false] {
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await send("a", 2, to: first, opening: opening, in: store)
            }
            #expect(refusal?.code == "command.used-already")
        }
        #expect(try await store.facts(of: first, keys: nil).count == 1)
        try await store.close()
    }

    @Test("A command that opens a stream opens one, wherever a repeat would have it", arguments: Engine.allCases)
    func openedOnce(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let answer = try await send("a", 1, to: first, opening: true, in: store)
        #expect(try await send("a", 1, to: second, opening: true, in: store) == answer)
        await #expect(throws: Refusal.self) { _ = try await send("a", 1, to: second, in: store) }
        #expect(try await store.facts(of: second, keys: nil) == [])
        try await store.close()
    }

    @Test("A double click is one command, however close together", arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        for round in 0..<10 {
            let answers = try await withThrowingTaskGroup(of: CommandAnswer<Probe>.self) { group in
                for probe in 0..<3 {
                    group.addTask {
                        try await send(
                            "click \(round)", 1, to: .number(round * 10 + probe), opening: true, in: store)
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
        }
        #expect(try await store.count("events") == 10)
        try await store.close()
    }

    @Test("A command that records nothing is answered so again", arguments: Engine.allCases)
    func nothing(engine: Engine) async throws {
        let (store, answers) = (try await TestStore.fresh(engine), CommandAnswers(keys: try .test()))
        let answer = CommandAnswer<Probe>(first, recording: [], after: 0)
        try await store.write { try answers.record(answer, to: "n", asking: [], in: $0) }
        let known: CommandAnswer<Probe>? = try await store.read { [first] in
            try answers.answer(to: "n", asking: [], on: first, in: $0)
        }
        #expect(known == answer && known?.events.isEmpty == true)
        try await store.close()
    }
}
