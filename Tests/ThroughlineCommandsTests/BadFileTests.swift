import Foundation
import Kernel
import TestSupport
import Testing

/// Files that people bring: each fault has its line and reason, and the exit status is 1.
@Suite("Bad files on the command line")
struct BadFileTests {
    private static let header = "reference,given,family,born,benefit,claim_start,explained\n"

    /// Takes a file in at a new store that has an adviser and an area.
    private func importing(_ file: Data) throws -> BuiltProgram.Outcome {
        let folder = try BuiltProgram.folder()
        let database = ["--database", "\(folder)/throughline.sqlite"]
        for (user, role, organisation, kind) in [
            ("dana", "adviser", "Union Street", "jobcentre"), ("grace", "commissioner", "The Department", "department"),
        ] {
            let added = try BuiltProgram.run(
                ["user", "add", user, "--name", user, "--role", role, "--organisation", organisation, "--kind", kind]
                    + database, input: "three quiet words\n")
            try #require(added.status == 0, "\(added)")
        }
        let opened = try BuiltProgram.run(
            ["area", "open", "Ashcombe", "--nation", "england", "--as", "grace"] + database)
        try #require(opened.status == 0, "\(opened)")
        try file.write(to: URL(fileURLWithPath: "\(folder)/referrals.csv"))
        return try BuiltProgram.run(
            ["import", "referrals", "\(folder)/referrals.csv", "--as", "dana", "--area", "Ashcombe", "--json"]
                + database)
    }

    /// The rows that were not taken in, each as its line, column and reason.
    private func rejected(_ outcome: BuiltProgram.Outcome) throws -> [String] {
        #expect(outcome.status == 1 && outcome.isOneSentence, "\(outcome.errors)")
        let rows = try #require(try JSON(parsing: outcome.output)["rejected"]?.array)
        return rows.map { "\($0["line"]?.int ?? 0) \($0["column"]?.string ?? "") \($0["reason"]?.string ?? "")" }
    }

    @Test("A file cut off in the middle of a field is told of the row it spoils")
    func truncated() throws {
        let rows = try rejected(
            importing(Data((Self.header + "A1,Ann,\"Lee,1985-06-30,JSA,2011-01-10").utf8)))
        #expect(rows.count == 1 && rows[0].hasPrefix("2 "), "\(rows)")
        #expect(rows[0].contains("quotation mark"), "\(rows)")
    }

    @Test("A field of ten megabytes is named, with the most a field may have")
    func tenMegabytes() throws {
        let long = String(repeating: "x", count: 10_000_000)
        let rows = try rejected(
            importing(Data((Self.header + "A1,\(long),Lee,1985-06-30,JSA,2011-01-10,yes\n").utf8)))
        #expect(rows.count == 1 && rows[0].hasPrefix("2 given"), "\(rows.map { $0.prefix(200) })")
        #expect(rows[0].count < 400 && rows[0].contains("20000"), "\(rows.map { $0.prefix(200) })")
    }

    @Test("Bytes that are not UTF-8, an unknown benefit, a birth date to come and 31 June are told by line and column")
    func cells() throws {
        var file = Data((Self.header + "A1,Ren").utf8)
        file.append(0xE9)
        file.append(contentsOf: ",Lee,1985-06-30,JSA,2011-01-10,yes\n".utf8)
        file.append(contentsOf: "A2,Ann,Lee,1985-06-30,DOLE,2011-01-10,yes\n".utf8)
        file.append(contentsOf: "A3,Bea,Lee,2985-06-30,JSA,2011-01-10,yes\n".utf8)
        file.append(contentsOf: "A4,Cal,Lee,1985-06-31,JSA,2011-01-10,yes\n".utf8)
        let rows = try rejected(importing(file))
        try #require(rows.count == 4, "\(rows)")
        #expect(rows[0].hasPrefix("2 given") && rows[0].contains("UTF-8"), "\(rows[0])")
        #expect(rows[1].hasPrefix("3 ") && rows[1].contains("DOLE"), "\(rows[1])")
        #expect(rows[2].hasPrefix("4 born") && rows[2].contains("30 June 2985"), "\(rows[2])")
        #expect(rows[3].hasPrefix("5 born") && rows[3].contains("1985-06-31"), "\(rows[3])")
    }

    @Test("A fee with three decimals is told with its file and line")
    func threeDecimals() throws {
        let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Programmes/Definitions/work-programme-2011.yaml")
        let text = try String(contentsOf: shipped, encoding: .utf8)
        let fee = try #require(text.firstRange(of: "fee: 1200.00"))
        let line = text[..<fee.lowerBound].filter { $0 == "\n" }.count + 1
        let path = "\(try BuiltProgram.folder())/work-programme-2011.yaml"
        try text.replacingCharacters(in: fee, with: "fee: 1200.005").write(
            toFile: path, atomically: true, encoding: .utf8)
        let outcome = try BuiltProgram.run("programme", "check", path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("work-programme-2011.yaml:\(line)"), "\(outcome)")
        #expect(outcome.errors.contains("“1200.005” has part of a penny"), "\(outcome)")
    }

    @Test("An instrument with a loop is told with its file and line: by its check, and by what opens a store with it")
    func loop() throws {
        let ours = "\(try BuiltProgram.folder())/ours"
        let path = "\(ours)/instruments/our-questions.yaml"
        try FileManager.default.createDirectory(atPath: "\(ours)/instruments", withIntermediateDirectories: true)
        let text = """
            instrument: small
            version: 1
            title: Small
            summary: Three questions.
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
                  - { id: far, asks: How far?, answer: number, range: 0..90, next: cv }
            ratings:
              - { code: green, title: Green, means: Ready., up_to: 1 }
              - { code: red, title: Red, means: Not yet. }
            streams:
              - { code: any, title: Any, says: All., ratings: [green, red] }
            """
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let adding = [
            "user", "add", "dana", "--name", "Dana", "--role", "adviser", "--organisation", "Union Street", "--kind",
            "jobcentre", "--programmes", ours, "--database", "\(ours)/throughline.sqlite",
        ]
        for arguments in [["instrument", "check", path], ["instrument", "explain", path], adding] {
            let outcome = try BuiltProgram.run(arguments, input: "three quiet words\n")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.errors.contains("our-questions.yaml:23: The questions go round for ever"), "\(outcome)")
        }
        try text.replacing(", next: cv }", with: " }").write(toFile: path, atomically: true, encoding: .utf8)
        for arguments in [["instrument", "check", path], adding] {
            let mended = try BuiltProgram.run(arguments, input: "three quiet words\n")
            #expect(mended.status == 0, "\(mended)")
        }
    }

    @Test("A sharing matrix that cannot be read is told by its line: by its check, and by what opens a store with it")
    func matrix() throws {
        let ours = "\(try BuiltProgram.folder())/ours"
        let file = "\(ours)/sharing/sharing.yaml"
        try FileManager.default.createDirectory(atPath: "\(ours)/sharing", withIntermediateDirectories: true)
        let text = """
            purposes: [{ code: support, says: help }]
            rows:
              - { relation: attached, categories: [health], purpose: support, basis: public-task, source: ours }
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let adding = [
            "user", "add", "dana", "--name", "Dana", "--role", "adviser", "--organisation", "Union Street", "--kind",
            "jobcentre", "--programmes", ours, "--database", "\(ours)/throughline.sqlite",
        ]
        for arguments in [["sharing", "check", file], adding] {
            let outcome = try BuiltProgram.run(arguments, input: "three quiet words\n")
            #expect(
                outcome.status == 1 && outcome.errors.contains("sharing.yaml:3: No row can open health"), "\(outcome)")
        }
        try text.replacing("health", with: "work").write(toFile: file, atomically: true, encoding: .utf8)
        let checked = try BuiltProgram.run("sharing", "check", file)
        #expect(checked.status == 0 && checked.output.contains("No row opens anything to “jobcentre”"), "\(checked)")
        let added = try BuiltProgram.run(adding, input: "three quiet words\n")
        #expect(added.status == 0, "A folder of rules alone will do: \(added)")
        let told = try BuiltProgram.run("sharing", "explain", file)
        #expect(told.status == 0 && told.output.contains("Sees jobs and hours, under a public task, to “help”."))
    }
}
