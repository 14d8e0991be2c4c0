import Foundation
import Kernel
import Testing

/// The check that the published register tells anybody to make (docs/commands.md).
@Suite("The register of draws, checked on the command line")
struct DrawRegisterTests {
    /// A store of draws whose periods are long over.
    private func simulated() throws -> String {
        let path = "\(try BuiltProgram.folder())/throughline.sqlite"
        let made = try BuiltProgram.run(
            "simulate", "--customers", "20", "--weeks", "12", "--seed", "7", "--database", path)
        try #require(made.status == 0, "\(made)")
        return path
    }

    private func publish(_ path: String) throws {
        let published = try BuiltProgram.run("area", "publish", "--as", "commissioner", "--database", path)
        try #require(published.status == 0 && !published.output.contains("published: 0"), "\(published)")
    }

    @Test("A register handed from `export draws` to `allocate --check` agrees, once its keys are published (K-031)")
    func piped() throws {
        let path = try simulated()
        func check() throws -> BuiltProgram.Outcome {
            try BuiltProgram.shell(
                #""$0" export draws --database "$1" | "$0" allocate --check - --json"#, [BuiltProgram.path, path])
        }
        let before = try check()
        #expect(before.status == 0, "\(before)")
        let waiting = try JSON(parsing: before.output)["unchecked"]?.int ?? 0
        #expect(waiting > 0)
        try publish(path)
        let after = try check()
        #expect(after.status == 0 && after.errors.isEmpty, "\(after)")
        let report = try JSON(parsing: after.output)
        #expect(report["checked"]?.int == waiting && report["unchecked"]?.int == 0)
        #expect(report["areas"]?.int == 1 && report["findings"]?.array?.isEmpty == true)
    }

    @Test("A copy in which one customer went to another provider is told, and ends with status 1")
    func altered() throws {
        let path = try simulated()
        try publish(path)
        let copy = "\(path).jsonl"
        let exported = try BuiltProgram.run("export", "draws", "--output", copy, "--database", path)
        try #require(exported.status == 0, "\(exported)")
        var lines = try String(contentsOfFile: copy, encoding: .utf8).split(separator: "\n").map(String.init)
        let entries = try lines.map { try JSON(parsing: $0)["entry"] }
        let drawn = try #require(lines.firstIndex { $0.contains("\"draw.made\"") })
        let provider = try #require(entries[drawn]?["provider"]?.string)
        let other = try #require(
            entries.flatMap { $0?["shares"]?.array ?? [] }.compactMap { $0["provider"]?.string }
                .first { $0 != provider })
        lines[drawn] = lines[drawn].replacing(provider, with: other)
        try (lines.joined(separator: "\n") + "\n").write(toFile: copy, atomically: true, encoding: .utf8)

        let checked = try BuiltProgram.run("allocate", "--check", copy)
        #expect(checked.status == 1 && checked.isOneSentence, "\(checked)")
        #expect(checked.output.contains("went to another provider"), "\(checked.output)")
    }
}
