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
        ("about: health\n", "about: equality\n", 29, "its answer counts for nothing and leads nowhere"),
        ("about: health }", "about: equality }", 39, "{ code: not-said, text: Prefer not to say }"),
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
        #expect(tools.offered.allSatisfy { $0.status == .ours })
        let five = try #require(tools.instrument("five-section", version: 1))
        #expect(five.sections.map(\.title) == ["Access", "Outlook", "Skills", "Capacity", "Resilience"])
        #expect(five.sections.map(\.source) == ["E-001", "E-002", "E-003", "E-004", "E-005"])
        #expect(five.section("capacity")?.questions.allSatisfy(\.isPrivate) == true)
        let first = try #require(tools.instrument("first-meeting", version: 1))
        #expect(first.ratings.isEmpty && first.stage == .initial)
        #expect(first.questions.count == 15, "answers given under it are still read by it")
        #expect(tools.offered.map(\.version) == [2, 1])
        #expect(tools.barriers.barriers.count == 31)
        #expect(tools.barriers.barrier("mental-health")?.category == .health)
    }

    @Test("The first meeting asks what a referral leaves out, and past violence not at all (E-010 to E-017, G-099)")
    func firstMeeting() throws {
        let tools = try InstrumentReader.shipped()
        let first = try #require(tools.instrument("first-meeting", version: 2))
        #expect(first.ratings.isEmpty && first.questions.allSatisfy { $0.mostPoints == 0 })
        let asked = first.sections.map { "\($0.source): \($0.questions.map(\.id).joined(separator: " "))" }
        #expect(
            asked == [
                "E-010: told understood unclear record", "E-011: jobcentre-contact jobcentre-plan jobcentre-agreed",
                "E-011, E-013, E-016: done skills qualifications goals acceptable hours travel", "E-015: in-the-way",
                "E-017: route unknown-numbers times", "E-014, G-037: one-or-group help", "E-012: health convictions",
                "E-011, K-038: ethnic-group",
            ])
        #expect(!first.questions.contains { "\($0)".contains("violen") })
        // Whoever was asked by the version before is asked the same under the same id.
        let before = try #require(tools.instrument("first-meeting", version: 1))
        #expect(Set(before.questions.map(\.id)).isSubset(of: first.questions.map(\.id)))
        // The list that is read out is the list of barriers, but for those that are asked in private (E4).
        let open = tools.barriers.barriers.filter { $0.category == .assessment }
        let read = try #require(first.question("in-the-way"))
        #expect(read.choices.map(\.code) == open.map(\.code) && read.choices.map(\.text) == open.map(\.title))
    }

    @Test("Ethnic group is asked in private, with prefer not to say, and never in a group (K-038, G-018)")
    func monitoring() throws {
        let first = try #require(try InstrumentReader.shipped().instrument("first-meeting", version: 2))
        let group = try #require(first.question("ethnic-group"))
        #expect(group.isPrivate && group.category == .equality && group.factor == nil && !group.branches)
        #expect(group.choices.last?.code == Question.notSaid)
        for mode in AssessmentMode.allCases {
            let path = first.path(
                Dictionary(uniqueKeysWithValues: first.questions.filter(\.branches).map { ($0.id, Answer.putOff) })
            ) { !$0.isPrivate || mode.asksPrivate }
            #expect(path.reached.contains { $0.id == "ethnic-group" } == (mode == .inPrivate), "\(mode)")
        }
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
