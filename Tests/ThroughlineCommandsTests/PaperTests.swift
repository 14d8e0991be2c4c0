import Foundation
import Kernel
import Records
import Testing

@Suite("People on paper alone, by a command")
struct PaperTests {
    /// A store of made-up people, an officer among its staff.
    private func store() throws -> (folder: String, path: String) {
        let folder = try BuiltProgram.folder()
        let path = "\(folder)/throughline.sqlite"
        _ = try BuiltProgram.run(
            "simulate", "--customers", "5", "--weeks", "80", "--seed", "7", "--database", path)
        let added = try BuiltProgram.run(
            "user", "add", "olive", "--name", "Olive Kerr", "--role", "team-manager", "--organisation",
            "Union Street Jobcentre", "--kind", "jobcentre", "--database", path, input: "a password for olive\n")
        #expect(added.status == 0, "\(added)")
        return (folder, path)
    }

    /// The lines that are due, each as its key.
    private func due(_ path: String) throws -> [String] {
        let paid = try BuiltProgram.run("pay", "--to", "2013-06-30", "--json", "--database", path)
        #expect(paid.status == 0, "\(paid)")
        return try #require(try JSON(parsing: paid.output).array).map { try $0.string("key") }
    }

    /// Whose the first line is.
    private func subject(of lines: [String]) throws -> String {
        try #require(lines.first?.split(separator: "/").dropFirst().first.map(String.init))
    }

    private func listed(_ path: String) throws -> [String] {
        let listed = try BuiltProgram.run("paper", "list", "--json", "--database", path)
        #expect(listed.status == 0, "\(listed)")
        return try #require(try JSON(parsing: listed.output).array).map { try $0.string("reference") }
    }

    @Test("A record moved to paper is gone from the store and from `pay`; what is listed is a reference (K-001, J-063)")
    func moved() throws {
        let path = try store().path
        let before = try due(path)
        let subject = try self.subject(of: before)
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
            #expect(try due(path).count == before.count)
        }
        let done = try move("--reference", "P-2012/14", "--yes")
        #expect(done.status == 0 && !done.output.contains(subject), "\(done)")
        #expect(try due(path).allSatisfy { !$0.contains(subject) })
        #expect(try BuiltProgram.run("verify", "--database", path).status == 0)
        #expect(try listed(path) == ["P-2012/14"])
        let twice = try BuiltProgram.run(
            "paper", "add", "--reference", "P-2012/14", "--officer", "olive", "--area", "Simulated area", "--database",
            path)
        #expect(twice.status == 1 && twice.isOneSentence, "\(twice)")
        #expect(try BuiltProgram.run("paper", "close", "P-2012/14", "--database", path).status == 0)
    }

    @Test("A backup from before brings nothing back of somebody who moved to paper since (K-001, M-060)")
    func restored() async throws {
        let (folder, path) = try store()
        let backup = "\(folder)/older.backup"
        let before = try due(path)
        let subject = try self.subject(of: before)
        #expect(try BuiltProgram.run("backup", backup, "--database", path).status == 0)
        let done = try BuiltProgram.run(
            "paper", "move", subject, "--officer", "olive", "--area", "Simulated area", "--reference", "P-2012/14",
            "--yes", "--database", path)
        #expect(done.status == 0, "\(done)")

        let older = "\(folder)/restored/throughline.sqlite"
        try FileManager.default.createDirectory(atPath: "\(folder)/restored", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(folder)/keys", toPath: "\(folder)/restored/keys")
        let back = try BuiltProgram.run("restore", backup, "--seed", "7", "--database", older)
        #expect(back.status == 0, "\(back)")
        #expect(try BuiltProgram.run("verify", "--database", older).status == 0)
        let database = try await openDatabase(.sqlite(path: older))
        let named = try await database.read { connection in
            try connection.all("SELECT subject FROM identity", []) { try $0.text(0) }
        }
        try await database.close()
        #expect(named.count == 4 && !named.contains(subject))
        let lines = try due(older)
        #expect(lines == before.filter { !$0.contains(subject) })
        // The backup is older than the paper file, whose reference is in no register of erasures: it is entered anew.
        #expect(try listed(older).isEmpty)
    }
}
