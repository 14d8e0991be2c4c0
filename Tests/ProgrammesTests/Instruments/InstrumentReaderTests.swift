import Casework
import Kernel
import Programmes
import Testing

/// A small instrument that reads, as lines; each test spoils one of them.
private let sound = """
    instrument: small
    version: 1
    title: Small
    summary: Two questions.
    stage: full
    status: ours
    source: a test
    sections:
      - id: one
        title: One
        says: The first.
        row: E-001
        questions:
          - id: cv
            asks: A CV?
            answer: one
            choices:
              - { code: yes, text: Yes, next: far }
              - { code: no, text: No, points: 2 }
            factor: A CV
            explains: Jobs ask for one.
          - { id: help, asks: What would help?, answer: words }
          - { id: far, asks: How far?, answer: number, range: 0..90 }
      - id: two
        title: Two
        says: The second.
        row: E-004
        questions:
          - id: health
            asks: Does health limit work?
            answer: one
            private: yes
            about: health
            choices:
              - { code: no, text: No }
              - { code: yes, text: Yes, points: 4 }
            factor: Health
            explains: Work has to fit.
          - { id: since, asks: Since when?, answer: day, private: yes, about: health }
    ratings:
      - { code: green, title: Green, means: Ready., up_to: 1 }
      - { code: red, title: Red, means: Not yet. }
    streams:
      - { code: health, title: Health, says: First., ratings: [red], section: two, at_least: 4 }
      - { code: any, title: Any, says: All., ratings: [green, red] }
    """

@Suite("Reading an instrument's file")
struct InstrumentReaderTests {
    private func problems(_ text: String) -> [ProgrammeFault.Problem] {
        do throws(ProgrammeFault) {
            _ = try InstrumentReader.read(text: text, file: "small.yaml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test("The sound file reads, with its branches, points and private questions")
    func reads() throws {
        let instrument = try InstrumentReader.read(text: sound, file: "small.yaml")
        #expect(instrument.questions.map(\.id) == ["cv", "help", "far", "health", "since"])
        #expect(instrument.question("cv")?.choices.map(\.next) == [.question("far"), nil])
        #expect(instrument.question("cv")?.choices.map(\.text) == ["Yes", "No"])
        #expect(instrument.question("health")?.isPrivate == true && instrument.question("health")?.category == .health)
        #expect(instrument.question("far")?.kind == .number(0...90))
        #expect(instrument.rating(points: 1)?.code == "green" && instrument.rating(points: 2)?.code == "red")
        #expect(instrument.status == .ours && instrument.source == "a test")
    }

    /// What is replaced, by what, and the line and part of the sentence that must answer.
    private static let spoilt: [(String, String, Int, String)] = [
        ("range: 0..90 }", "range: 0..90, next: cv }", 23, "The questions go round for ever: cv → far → cv."),
        (
            "What would help?, answer: words", "What would help?, answer: words, next: help", 22,
            "go round for ever: help → help."
        ),
        ("next: far }", "next: fat }", 18, "“cv” leads to “fat”, which is not a question of this file."),
        ("Since when?, answer: day", "Since when?, answer: day, next: nowhere", 39, "not a question of this file"),
        ("No, points: 2 }", "No, points: 2, next: far }", 22, "Nothing leads to “help”, so it is never asked."),
        ("        explains: Jobs ask for one.\n", "", 14, "nobody is told why"),
        ("points: 4 }", "points: 11 }", 36, "11 is out of range for “points”. Write a number from 0 to 10."),
        ("points: 4 }", "points: -1 }", 36, "not a whole number"),
        ("up_to: 1 }", "up_to: 6 }", 40, "no rating after it is ever reached"),
        ("Not yet. }", "Not yet., up_to: 3 }", 40, "leaves more than 3 points with none"),
        ("at_least: 4 }", "at_least: 5 }", 43, "can only come to 4"),
        ("[green, red] }", "[green] }", 43, "Nobody rated “red” is sure of a stream."),
        ("[green, red] }", "[green, red, blue] }", 43, "“blue”, which is not one"),
        ("section: two", "section: three", 43, "“three”, which is not one"),
        ("        private: yes\n", "", 29, "asked in private. Add “private: yes”."),
        ("about: health\n", "about: money\n", 33, "“about: money” is recorded elsewhere."),
        ("id: since", "id: cv", 39, "There are two questions “cv”."),
        ("answer: day", "answer: maybe", 39, "“maybe” is not a answer. Use one of: one, many, number, day, words."),
        ("range: 0..90", "range: 0..", 23, "A number needs both ends."),
        ("status: ours\n", "", 1, "has no status"),
        ("private: yes\n", "privat: yes\n", 32, "Did you mean “private”?"),
    ]

    @Test("What is wrong is told with its line, and what to do about it", arguments: spoilt.indices)
    func tells(_ index: Int) throws {
        let (found, spoilt, line, part) = Self.spoilt[index]
        try #require(sound.contains(found), "\(found)")
        let told = problems(sound.replacing(found, with: spoilt, maxReplacements: 1))
        #expect(
            told.contains { $0.line == line && $0.sentence.contains(part) },
            "\(told.map { "\($0.line ?? 0): \($0.sentence)" })")
    }

    @Test("Cut anywhere, a file is refused with a sentence and never crashes")
    func cut() {
        let bytes = Array(sound.utf8)
        for end in stride(from: 0, to: bytes.count - 1, by: 7) {
            guard let text = String(validating: bytes[..<end], as: UTF8.self) else { continue }
            for problem in problems(text) { #expect(problem.sentence.hasSuffix(".")) }
        }
    }

    @Test("What ships reads: the five sections, the first meeting and the barriers, all labelled ours (E1, E2, E4)")
    func ships() throws {
        let tools = try InstrumentReader.shipped()
        #expect(tools.offered.map(\.id) == ["first-meeting", "five-section"])
        #expect(tools.instruments.allSatisfy { $0.status == .ours })
        let five = try #require(tools.instrument("five-section", version: 1))
        #expect(five.sections.map(\.title) == ["Access", "Outlook", "Skills", "Capacity", "Resilience"])
        #expect(five.sections.map(\.source) == ["E-001", "E-002", "E-003", "E-004", "E-005"])
        #expect(five.section("capacity")?.questions.allSatisfy(\.isPrivate) == true)
        let first = try #require(tools.instrument("first-meeting", version: 1))
        #expect(first.ratings.isEmpty && first.stage == .initial)
        #expect(tools.barriers.barriers.count == 31)
        #expect(tools.barriers.barrier("mental-health")?.category == .health)
    }

    @Test("In the shipped tool every factor of points says why it counts, and every rating and stream can come about")
    func reachable() throws {
        let five = try #require(try InstrumentReader.shipped().instrument("five-section", version: 1))
        for question in five.questions where question.mostPoints > 0 {
            #expect(question.factor?.isEmpty == false && question.explains?.hasSuffix(".") == true, "\(question.id)")
        }
        let random = RandomSource.seeded(1)
        var ratings: Set<String> = []
        var streams: Set<String> = []
        for round in 0..<400 {
            var answers: [String: Answer] = [:]
            for question in five.questions where !question.choices.isEmpty {
                // Rounds lean by turns towards the answers with the fewest points and with the most.
                let last = question.choices.count - 1
                let (any, other) = (random.below(last + 1), random.below(last + 1))
                let place = [min(any, other, random.below(last + 1)), any, max(any, other)][round % 3]
                answers[question.id] = .chosen([question.choices[place].code])
            }
            let reading = AssessmentReading(five, answers)
            ratings.insert(try #require(reading.rating).code)
            streams.insert(try #require(reading.stream).code)
        }
        #expect(ratings == ["green", "amber", "red"])
        #expect(streams == ["stable-first", "step-by-step", "skills", "search"])
    }

    @Test("An instrument is explained in plain words, whom it is for and why each answer counts")
    func explains() throws {
        let told = InstrumentExplanation(try InstrumentReader.read(text: sound, file: "small.yaml")).text
        #expect(told.contains("Small, version 1"))
        #expect(told.contains("Does health limit work? (asked only in private; kept as health)"))
        #expect(told.contains("- No: 2 points"))
        #expect(told.contains("Counts as “A CV”: Jobs ask for one."))
        #expect(told.contains("Green: 0 to 1 points. Ready."))
        #expect(told.contains("Health: for red, with 4 points or more in Two. First."))
        let check = InstrumentCheck(try InstrumentReader.read(text: sound, file: "small.yaml"))
        #expect(check.text.contains("5 questions in 2 sections; 2 asked only in private."))
    }
}
