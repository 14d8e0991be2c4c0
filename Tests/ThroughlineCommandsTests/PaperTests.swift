import Foundation
import Kernel
import Records
import Testing

@Suite("People on paper alone, by a command")
struct PaperTests {
    @Test("A record moved to paper is gone from the store and from `pay`; what is listed is a reference (K-001, J-063)")
    func moved() async throws {
        let folder = try BuiltProgram.folder()
        let path = "\(folder)/throughline.sqlite"
        _ = try BuiltProgram.run(
            "simulate", "--customers", "5", "--weeks", "80", "--seed", "7", "--database", path)
        let added = try BuiltProgram.run(
            "user", "add", "olive", "--name", "Olive Kerr", "--role", "team-manager", "--organisation",
            "Union Street Jobcentre", "--kind", "jobcentre", "--database", path, input: "a password for olive\n")
        #expect(added.status == 0, "\(added)")
        func due() throws -> [JSON] {
            let paid = try BuiltProgram.run("pay", "--to", "2013-06-30", "--json", "--database", path)
            #expect(paid.status == 0, "\(paid)")
            return try #require(try JSON(parsing: paid.output).array)
        }
        let before = try due()
        let subject = try #require(
            try before.first?.string("key").split(separator: "/").dropFirst().first.map(String.init))
        func move(_ arguments: String...) throws -> BuiltProgram.Outcome {
            try BuiltProgram.run(
                ["paper", "move", subject, "--officer", "olive", "--area", "Simulated area", "--database", path]
                    + arguments)
        }
        for wrong in [["--reference", "P-1"], ["--reference", "Smith", "--yes"]] {
            let refused = try BuiltProgram.run(
                ["paper", "move", subject, "--officer", "olive", "--area", "Simulated area", "--database", path] + wrong
            )
            #expect(refused.status != 0, "\(refused)")
            #expect(try due().count == before.count)
        }
        let done = try move("--reference", "P-2012/14", "--yes")
        #expect(done.status == 0 && !done.output.contains(subject), "\(done)")
        #expect(try due().allSatisfy { try !$0.string("key").contains(subject) })
        #expect(try BuiltProgram.run("verify", "--database", path).status == 0)
        let listed = try BuiltProgram.run("paper", "list", "--json", "--database", path)
        let references = try JSON(parsing: listed.output).array?.map { try $0.string("reference") }
        #expect(references == ["P-2012/14"])
        let twice = try BuiltProgram.run(
            "paper", "add", "--reference", "P-2012/14", "--officer", "olive", "--area", "Simulated area", "--database",
            path)
        #expect(twice.status == 1 && twice.isOneSentence, "\(twice)")
        #expect(try BuiltProgram.run("paper", "close", "P-2012/14", "--database", path).status == 0)
    }
}
