import Casework
import Foundation
import Kernel
import Programmes
import Testing

/// A small programme that reads, as lines; each test spoils one of them.
private let sound = """
    programme: small
    title: Small
    nations: [england]
    runs: { from: 2011-06-01 }
    allotted: { weeks: 104, status: ours, source: a test }
    benefits:
      - { code: JSA, title: Jobseeker's Allowance }
    circumstances:
      - { code: freed, title: left prison, asks: When?, answer: day }
    groups_tried: [1]
    groups:
      - id: 1
        title: Everybody
        entry: { benefit: JSA, age: 18..24, months_on_benefit: 9.. }
        basis: mandatory
        duties: must
        status: ours
        source: a test
    duties:
      - { id: must, title: Must, says: You must., doubted_for: [not-attending], source: a test }
    proofs:
      - { code: payslip, title: Payslip, word: employer, shows: [work], source: a test }
    tariff:
      - group: 1
        off_benefit: [JSA]
        proof: [payslip]
        attached:
          - { from: 2011-06-01, until: 2012-03-31, attachment: 400.00, status: published, source: a test }
          - { from: 2012-04-01, attachment: 300.00, status: ours, source: a test }
        job_outcome: { fee: 1200.00, weeks: 26, counted: cumulative, status: ours, source: a test }
    conditionality:
      - benefit: JSA
        ladders:
          - { from: 2011-06-01, until: 2012-10-21, weeks: [2, 4, 26], counts_back_weeks: 52, status: ours, source: a test }
          - { from: 2012-10-22, weeks: [4, 13], counts_back_weeks: 52, status: ours, source: a test }
    limits:
      acknowledge: { working_days: 2, status: ours, source: a test }
    standards:
      - id: contact
        says: In touch every two weeks.
        measure: { event: contact.made, weeks: 2 }
        target: 90%
        status: ours
        source: a test
    """

@Suite("Reading a programme file")
struct ReaderTests {
    private func problems(_ text: String) -> [ProgrammeFault.Problem] {
        do throws(ProgrammeFault) {
            _ = try ProgrammeReader.read(text: text, file: "small.yaml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test("The sound file reads, and a figure keeps its status and source")
    func reads() throws {
        let programme = try ProgrammeReader.read(text: sound, file: "small.yaml")
        #expect(
            programme.tariff.row(group: "1", attached: day("2012-04-01"))?.attachment
                == Figure(Money(pence: 30_000), .ours, source: "a test"))
        #expect(
            programme.groups[0].entry == [
                .benefit(["JSA"]), .age(WholeRange(from: 18, until: 24)), .monthsOnBenefit(WholeRange(from: 9)),
            ])
        #expect(programme.standards[0].measure == .every(TimeLimit(2, .weeks), event: "contact.made"))
        #expect(programme.conditionality[0].ladders.entries.count == 2)
    }

    @Test("What of the record answers a question is read with it (C14)")
    func heldAnswers() throws {
        func held(_ answer: String, _ held: String) throws -> HeldAnswer? {
            let text = sound.replacing("answer: day", with: "answer: \(answer), held: { \(held) }")
            return try ProgrammeReader.read(text: text, file: "small.yaml").circumstances[0].held
        }
        let hours = Figure(35, .ours, source: "a test")
        #expect(
            try held(
                "yes", "kind: caring, answered_by: [adult, several], hours: { is: 35, status: ours, source: a test }")
                == HeldAnswer(kind: .caring, answers: ["adult": .yes, "several": .yes], hours: hours))
        #expect(
            try held("months", "kind: health, answered_by: { 3-months: 3 }, left_to_ask: [longer]")
                == HeldAnswer(kind: .health, answers: ["3-months": .months(3)], leftToAsk: ["longer"]))
        #expect(try ProgrammeReader.read(text: sound, file: "small.yaml").circumstances[0].held == nil)
    }

    /// What is replaced, by what, and the line and part of the sentence that must answer.
    static let slips: [(String, String, Int, String)] = [
        ("    title: Everybody", "\ttitle: Everybody", 13, "Indent with spaces"),
        ("    basis: mandatory", "    basis: mandatory\n    colour: red", 16, "“colour” means nothing in a group"),
        ("    basis: mandatory", "    bassis: mandatory", 15, "Did you mean “basis”?"),
        ("fee: 1200.00", "fee: 1200.005", 30, "part of a penny"),
        ("fee: 1200.00", "fee: -5.00", 30, "below nothing"),
        ("fee: 1200.00", "fee: lots", 30, "not an amount of money"),
        ("2012-03-31", "2012-06-31", 28, "no such day as 2012-06-31"),
        ("2012-03-31", "31/03/2012", 28, "Write year, month and day"),
        ("2012-03-31", "2012-04-01", 29, "End one range the day before the next begins"),
        ("until: 2012-03-31", "until: 2011-05-31", 28, "is before “from”"),
        ("until: 2012-10-21", "until: 2012-10-22", 35, "overlap others for the ladder of JSA"),
        ("groups_tried: [1]", "groups_tried: [1, 2]", 10, "“2” in “groups_tried” is not declared under “groups”"),
        ("groups_tried: [1]", "groups_tried: []", 10, "Group 1 is never tried"),
        ("groups_tried: [1]", "groups_tried: [1, 1]", 10, "twice"),
        (
            "    title: Everybody", "    title: Everybody\n    title: Nobody", 13,
            "“title” is written twice in one place"
        ),
        ("benefit: JSA, age", "benefit: XYZ, age", 14, "“XYZ” in “benefit” is not declared under “benefits”"),
        ("off_benefit: [JSA]", "off_benefit: [ESA]", 25, "not declared under “benefits”"),
        ("  - benefit: JSA", "  - benefit: ESA", 32, "not declared under “benefits”"),
        ("duties: must\n", "duties: may\n", 16, "not declared under “duties”"),
        ("proof: [payslip]", "proof: [wage]", 26, "not declared under “proofs”"),
        ("- group: 1", "- group: 7", 24, "not declared under “groups”"),
        ("weeks: 26,", "weeks: 5000,", 30, "out of range"),
        ("weeks: 26,", "weeks: 12.5,", 30, "not a whole number"),
        ("weeks: 104", "weeks: 0", 5, "Write a number from 1 to"),
        ("age: 18..24", "age: 24..18", 14, "Write it as 18..24, 9.. or ..6"),
        ("age: 18..24", "has: freed", 14, "“has” cannot ask it. Use since"),
        ("age: 18..24", "has: tired", 14, "not declared under “circumstances”"),
        ("basis: mandatory", "basis: perhaps", 15, "Use one of: mandatory, voluntary"),
        ("nations: [england]", "nations: [narnia]", 3, "Use: england, wales, scotland, northern-ireland"),
        ("title: Small", "title:", 2, "has nothing after it"),
        ("programme: small\n", "", 1, "has no “programme”"),
        ("target: 90%", "target: 90", 42, "Write it as 90%"),
        ("working_days: 2", "fortnights: 2", 37, "Write one of days, working_days, weeks or months"),
        (
            "allotted: { weeks: 104, status: ours, source: a test }", "allotted: { weeks: 104, status: ours }", 5,
            "has no source"
        ),
        (
            "allotted: { weeks: 104, status: ours, source: a test }", "allotted: { weeks: 104, source: a test }", 5,
            "has no status"
        ),
        ("status: published", "status: rumoured", 28, "Use one of: published, derived, unconfirmed, ours"),
        ("attachment: 400.00,", "attachment: 400.00, total: 1500.00,", 28, "add up to £1,600.00, not £1,500.00"),
        ("title: Small", "title: &name Small", 2, "Anchors and aliases"),
        ("title: Small", "title: *name", 2, "Anchors and aliases"),
        ("    title: Everybody", "   title: Everybody", 13, "indentation"),
        ("title: Small", "title: Small: and: more", 2, "Put the text in quotes"),
        ("groups_tried: [1]", "groups_tried: [1", 10, "not closed"),
        ("title: Small", "title: \"Small", 2, "is not closed"),
        ("groups:\n", "groups: none\nfree:\n", 11, "Begin each item with “- ”"),
        ("title: Small", "title: [Small]", 2, "should be one value"),
        held("day", "kind: household, answered_by: [alone]", "No day on the record answers a question"),
        held("yes", "kind: benefit, answered_by: [JSA]", "“benefit” answers no question of a programme. Use one of: h"),
        held("yes", "kind: convictions, answered_by: [spent]", "“convictions” answers no question"),
        held("yes", "kind: household, answered_by: [palace]", "“palace” is not told of household. Use one of: alone"),
        held("yes", "kind: household, left_to_ask: [palace]", "“palace” is not told of household"),
        held("yes", "kind: household, answered_by: [alone], left_to_ask: [alone]", "both answers the question and"),
        held("yes", "kind: household", "Nothing held answers the question"),
        held("yes", "kind: household, answered_by: { alone: 3 }", "“answered_by” should be a list"),
        held("months", "kind: health, answered_by: [3-months]", "“name: value” lines for “answered_by”"),
        held("months", "kind: health, answered_by: { 3-months: 700 }", "out of range for “3-months”"),
        held("yes", "kind: caring, answered_by: [adult], hours: 35", "“hours” of “held” has no status"),
        held(
            "yes", "kind: household, answered_by: [alone], hours: { is: 35, status: ours, source: a test }",
            "answer a question of caring alone"),
    ]

    /// The one question of the file answered in some way, with what of the record answers it.
    private static func held(_ answer: String, _ held: String, _ sentence: String) -> (String, String, Int, String) {
        ("answer: day", "answer: \(answer), held: { \(held) }", 9, sentence)
    }

    @Test("Each slip is answered by its line and what to write instead", arguments: slips)
    func slip(_ old: String, _ new: String, _ line: Int, _ sentence: String) throws {
        let range = try #require(sound.range(of: old))
        let found = problems(sound.replacingCharacters(in: range, with: new))
        #expect(
            found.contains { $0.line == line && $0.sentence.contains(sentence) },
            "\(found.map { "\($0.line ?? 0): \($0.sentence)" }.joined(separator: "\n"))")
        for problem in found { #expect(problem.sentence.hasSuffix(".") || problem.sentence.hasSuffix("?")) }
    }

    @Test("All the slips of a file come at once, in the order of its lines")
    func all() {
        let spoilt = sound.replacing("weeks: 104", with: "weeks: many").replacing("age: 18..24", with: "age: young")
            .replacing("fee: 1200.00", with: "fee: 1200.005").replacing("2012-03-31", with: "2012-03-32")
            .replacing("target: 90%", with: "target: 190%")
        #expect(problems(spoilt).map(\.line) == [5, 14, 28, 30, 42])
    }

    @Test("An error is printed as file, line and sentence")
    func printed() {
        do throws(ProgrammeFault) {
            _ = try ProgrammeReader.read(text: sound.replacing("weeks: 104", with: "weeks: 9999"), file: "small.yaml")
            Issue.record("it read")
        } catch {
            #expect(
                error.description == "small.yaml:5: 9999 is out of range for “weeks”. Write a number from 1 to 3660.")
        }
    }

    @Test("A file over 1 MB is refused at once")
    func long() {
        #expect(problems(String(repeating: "# long\n", count: 150_000)).contains { $0.sentence.contains("over 1 MB") })
    }

    @Test(
        "A bomb of aliases, deep nesting, nothing and noise are each refused at once",
        arguments: [
            ("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "Anchors and aliases"),
            ("'a': '&b'\n? *c : d", "Anchors and aliases"),
            (String(repeating: "[", count: 900), "not closed"),
            (String(repeating: "[", count: 900) + String(repeating: "]", count: 900), "nested more than"),
            (String(repeating: "{a: ", count: 5_000), ""),
            ("", "The file is empty"),
            ("- a\n- b", "“name: value” lines"),
            ("just words", "“name: value” lines"),
            ("a: \u{1}", "character here that a text file cannot hold"),
            ("a: b\n---\nc: d", "one programme to a file"),
            ("? [a, b]\n: c", "must be plain words"),
        ])
    func hostile(_ text: String, _ sentence: String) {
        let found = problems(text)
        #expect(!found.isEmpty)
        #expect(sentence.isEmpty || found.contains { $0.sentence.contains(sentence) }, "\(found.map(\.sentence))")
    }

    @Test(
        "An ampersand or an asterisk in text is only text",
        arguments: ["Tyne & Wear", "\"*starred\"", "R&D", "5 * 3", "'&c'"])
    func ampersand(_ title: String) throws {
        let programme = try ProgrammeReader.read(
            text: sound.replacing("title: Small", with: "title: \(title)"), file: "small.yaml")
        #expect(programme.title.contains { "&*".contains($0) })
    }

    @Test("A file that is missing, a folder, or not UTF-8 is refused with its name")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "programmes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func fault(_ name: String) -> String {
            do throws(ProgrammeFault) {
                _ = try ProgrammeReader.read(path: folder.appending(path: name).path)
                return "it read"
            } catch {
                return error.description
            }
        }
        #expect(fault("none.yaml") == "none.yaml: The file cannot be opened. Check the path, and that you may read it.")
        try Data([0x61, 0x3A, 0xFF, 0xFE]).write(to: folder.appending(path: "noise.yaml"))
        #expect(fault("noise.yaml").contains("not UTF-8"))
        try Data(count: 1_000_001).write(to: folder.appending(path: "huge.yaml"))
        #expect(fault("huge.yaml").contains("over 1 MB"))
        try FileManager.default.createDirectory(
            at: folder.appending(path: "inner.yaml"), withIntermediateDirectories: true)
        #expect(fault("inner.yaml").contains("a file and not a folder"))
    }

    @Test("A folder of an operator's own adds to what ships, and two of one id are refused")
    func folders() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "programmes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: ProgrammeFault.self) { try Programmes.read(folder: folder.path) }
        try Data(sound.utf8).write(to: folder.appending(path: "small.yaml"))
        try Data("ignored".utf8).write(to: folder.appending(path: "README.md"))
        let own = try Programmes.read(folder: folder.path)
        #expect(own.ids == ["small"])
        #expect(try Programmes.shipped().adding(own).ids.contains("small"))
        try Data(sound.utf8).write(to: folder.appending(path: "twin.yaml"))
        #expect(throws: ProgrammeFault.self) { try Programmes.read(folder: folder.path) }
    }
}
