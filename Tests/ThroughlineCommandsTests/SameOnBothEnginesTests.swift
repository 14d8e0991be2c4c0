import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("One seed on both engines (design §10)")
struct SameOnBothEnginesTests {
    @Test("A simulation gives the same payments and the same clear export, sound, on SQLite and PostgreSQL")
    func same() async throws {
        // Two thousand in `make check-all`; enough to show it otherwise.
        let customers = ProcessInfo.processInfo.environment["CHECK_ALL"] == "1" ? "2000" : "40"
        let folder = try BuiltProgram.folder()
        let server = try await PostgresServer.shared.makeDatabase()
        let stores = [
            "sqlite:\(folder)/throughline.sqlite", try await PostgresServer.shared.address(of: server),
        ]
        var answers: [[String]] = []
        for store in stores {
            func run(_ arguments: String...) throws -> String {
                let outcome = try BuiltProgram.run(arguments + ["--database", store])
                try #require(outcome.status == 0, "\(arguments): \(outcome)")
                return outcome.output
            }
            let report = try run(
                "simulate", "--customers", customers, "--from", "2011-06-01", "--to", "2013-06-30", "--seed", "7",
                "--json")
            let checked = try run("verify", "--json")
            let verified = try JSON(parsing: checked)
            #expect(verified["sound"]?.bool == true)
            let events = try run("export", "events", "--clear")
            #expect(try run("export", "events", "--json") != events)
            let paid = try run("pay", "--programme", "work-programme-2011", "--to", "2013-06-30", "--json")
            #expect(try JSON(parsing: paid).array?.isEmpty == false)
            let lines = events.split(separator: "\n")
            #expect(verified["events"]?.int == lines.count)
            let members = try JSON(parsing: String(lines[0])).members?.map(\.name)
            #expect(
                members == [
                    "stream", "subject", "sequence", "id", "kind", "version", "occurred", "recorded", "person",
                    "organisation", "role", "clear",
                ])
            _ = try run("rebuild")
            answers.append([
                report, checked, events, paid, try run("export", "draws"),
                try run("pay", "--to", "2013-06-30", "--csv"),
            ])
        }
        #expect(answers[0] == answers[1])
        try await PostgresServer.shared.dropDatabase(server)
    }

    @Test("A backup of one engine is restored into the other, and says the same")
    func moved() async throws {
        let folder = try BuiltProgram.folder()
        let server = try await PostgresServer.shared.makeDatabase()
        let (from, into) = (
            "sqlite:\(folder)/throughline.sqlite", try await PostgresServer.shared.address(of: server)
        )
        func run(_ arguments: String...) throws -> String {
            let outcome = try BuiltProgram.run(arguments)
            try #require(outcome.status == 0, "\(arguments): \(outcome)")
            return outcome.output
        }
        _ = try run(
            "simulate", "--customers", "10", "--weeks", "30", "--seed", "8", "--database", from)
        _ = try run("backup", "\(folder)/backup", "--database", from)
        let restore = ["restore", "\(folder)/backup", "--seed", "8", "--database", into]
        let unsure = try BuiltProgram.run(restore)
        #expect(unsure.status == 1 && unsure.isOneSentence, "\(unsure)")
        #expect(unsure.errors.contains("--no-erasures-since"), "\(unsure)")
        let done = try BuiltProgram.run(restore + ["--no-erasures-since"])
        try #require(done.status == 0, "\(done)")
        #expect(
            try run("export", "events", "--database", from) == run("export", "events", "--database", into))
        let again = try BuiltProgram.run(restore + ["--no-erasures-since"])
        #expect(again.status == 1 && again.isOneSentence)
        try await PostgresServer.shared.dropDatabase(server)
    }

    @Test("A store of real people is not simulated in, nor one seed's in another's")
    func marked() throws {
        let folder = try BuiltProgram.folder()
        let real = try BuiltProgram.run(
            "user", "add", "dana", "--name", "Dana", "--role", "adviser", "--organisation", "Union Street", "--kind",
            "jobcentre", "--database", "\(folder)/real.sqlite", input: "three quiet words\n")
        #expect(real.status == 0)
        let plan = ["simulate", "--customers", "2", "--weeks", "4"]
        let refused = try BuiltProgram.run(plan + ["--seed", "1", "--database", "\(folder)/real.sqlite"])
        #expect(refused.status == 1 && refused.isOneSentence && refused.errors.contains("not made by a simulation"))
        let made = try BuiltProgram.run(plan + ["--seed", "1", "--database", "\(folder)/made.sqlite"])
        #expect(made.status == 0, "\(made)")
        let other = try BuiltProgram.run(plan + ["--seed", "2", "--database", "\(folder)/made.sqlite"])
        #expect(other.status == 1 && other.isOneSentence && other.errors.contains("seed 1"))
    }
}
