import Foundation
import Kernel
import Records
import Testing

@Suite("Erasing a person")
struct EraseTests {
    private func cases(_ path: String) async throws -> (first: String, listed: Int, named: Int) {
        let database = try await openDatabase(.sqlite(path: path))
        let found = try await database.read { connection in
            let first = try connection.first(
                "SELECT subject FROM streams WHERE stream = 'case' ORDER BY subject LIMIT 1", []
            ) { try $0.text(0) }
            let named = try connection.first(
                "SELECT count(*) FROM identity WHERE subject = $1", [.text(first ?? "")]
            ) { try $0.int(0) }
            let listed = try connection.first("SELECT count(*) FROM identity", []) { try $0.int(0) }
            return (first ?? "", listed ?? 0, named ?? 0)
        }
        try await database.close()
        return found
    }

    @Test("Nothing of the person is left, the chain verifies, and an older backup brings nothing back (M-060)")
    func erased() async throws {
        let folder = try BuiltProgram.folder()
        let (path, backup) = ("\(folder)/throughline.sqlite", "\(folder)/older.backup")
        let made = try BuiltProgram.run(
            "simulate", "--customers", "5", "--weeks", "30", "--seed", "7", "--database", path)
        #expect(made.status == 0, "\(made)")
        #expect(try BuiltProgram.run("backup", backup, "--database", path).status == 0)
        let before = try await cases(path)
        #expect(before.listed == 5 && before.named == 1)

        let unsure = try BuiltProgram.run("erase", before.first, "--database", path)
        #expect(unsure.status == 1 && unsure.isOneSentence, "\(unsure)")
        let done = try BuiltProgram.run("erase", before.first, "--yes", "--database", path)
        #expect(done.status == 0 && done.output.contains("Erased identity, support, safety"), "\(done)")
        let after = try await cases(path)
        #expect(after.listed == 4 && after.named == 0)
        #expect(try BuiltProgram.run("verify", "--database", path).status == 0)

        let restored = "\(folder)/restored/throughline.sqlite"
        try FileManager.default.createDirectory(atPath: "\(folder)/restored", withIntermediateDirectories: true)
        // Without the register nothing comes back, whatever is said once an erasure is known.
        let alone = try BuiltProgram.run("restore", backup, "--seed", "7", "--database", restored)
        #expect(alone.status == 1 && alone.isOneSentence && alone.errors.contains("nothing was restored"), "\(alone)")
        try FileManager.default.copyItem(atPath: "\(folder)/keys", toPath: "\(folder)/restored/keys")
        let register = "\(folder)/restored/keys/master.key.erasures"
        try FileManager.default.moveItem(atPath: register, toPath: "\(folder)/register")
        let said = try BuiltProgram.run(
            "restore", backup, "--no-erasures-since", "--seed", "7", "--database", restored)
        #expect(said.status == 1 && said.isOneSentence && said.errors.contains("has been erased since"), "\(said)")
        try FileManager.default.moveItem(atPath: "\(folder)/register", toPath: register)
        let back = try BuiltProgram.run("restore", backup, "--seed", "7", "--database", restored)
        #expect(back.status == 0, "\(back)")
        let again = try await cases(restored)
        #expect(again.listed == 4 && again.named == 0)
    }

    @Test("What is no reference of a case is refused with a sentence")
    func reference() throws {
        let folder = try BuiltProgram.folder()
        let path = "\(folder)/throughline.sqlite"
        _ = try BuiltProgram.run("simulate", "--customers", "2", "--weeks", "4", "--seed", "7", "--database", path)
        for wrong in ["nobody", "01390a9c-a2bc-72b0-8a24-ab95f3383180"] {
            let refused = try BuiltProgram.run("erase", wrong, "--yes", "--database", path)
            #expect(refused.status == 1 && refused.isOneSentence, "\(refused)")
        }
    }
}

@Suite("Retention and copies by a command")
struct RetentionCommandTests {
    @Test("A dry run says what would go and erases nothing; without saying so nothing is erased (M-060)")
    func dryRun() throws {
        let folder = try BuiltProgram.folder()
        let path = "\(folder)/throughline.sqlite"
        // Made up as of 2011, so that by the clock of the machine their time has long been over.
        _ = try BuiltProgram.run("simulate", "--customers", "3", "--weeks", "8", "--seed", "7", "--database", path)
        let unsure = try BuiltProgram.run("retention", "--database", path)
        #expect(unsure.status == 1 && unsure.isOneSentence, "\(unsure)")
        let before = try BuiltProgram.run("export", "counts", "--database", path)
        #expect(before.output.contains(",customer.registered,") && before.output.hasPrefix("month,kind,"), "\(before)")
        let rehearsed = try BuiltProgram.run("retention", "--dry-run", "--json", "--database", path)
        let report = try JSON(parsing: rehearsed.output)
        #expect(report["cases"] == 3 && report["evidence"] == 3 && report["erased"] == false, "\(rehearsed)")
        let done = try BuiltProgram.run("retention", "--yes", "--json", "--database", path)
        #expect(try JSON(parsing: done.output)["identity"] == 3, "\(done)")
        let after = try BuiltProgram.run("export", "counts", "--database", path)
        #expect(after.output == before.output, "Statistics stay as they were")
        let packed = "\(folder)/counts.csv.gz"
        #expect(try BuiltProgram.run("export", "counts", "--output", packed, "--database", path).status == 0)
        #expect(FileManager.default.contents(atPath: packed)?.prefix(2) == Data([0x1F, 0x8B]))
        let again = try BuiltProgram.run("retention", "--yes", "--json", "--database", path)
        #expect(try JSON(parsing: again.output)["cases"] == 0, "\(again)")
        #expect(try BuiltProgram.run("verify", "--database", path).status == 0)
    }

    @Test("A copy is a page that stands alone, or JSON; texts that wait stop it until they are covered")
    func copy() async throws {
        let folder = try BuiltProgram.folder()
        let path = "\(folder)/throughline.sqlite"
        _ = try BuiltProgram.run("simulate", "--customers", "20", "--weeks", "60", "--seed", "7", "--database", path)
        let database = try await openDatabase(.sqlite(path: path))
        let subject = try await database.read { connection in
            // Who employs somebody is the word of a third party.
            try connection.first("SELECT subject FROM events WHERE kind = 'employment.jobStarted' LIMIT 1", []) {
                try $0.text(0)
            }
        }
        try await database.close()
        let id = try #require(subject)
        let waits = try BuiltProgram.run("export", "sar", id, "--database", path)
        #expect(
            waits.status == 1 && waits.isOneSentence && waits.errors.contains("may speak of somebody else"), "\(waits)")
        let file = "\(folder)/record.html"
        let made = try BuiltProgram.run("export", "sar", id, "--cover", "--output", file, "--database", path)
        #expect(made.status == 0, "\(made)")
        let html = try String(contentsOfFile: file, encoding: .utf8)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n") && !html.contains("<script"))
        let json = try BuiltProgram.run("export", "sar", id, "--as", "json", "--cover", "--database", path)
        #expect(try JSON(parsing: json.output)["about"]?["waiting"] == 0, "\(json)")
        let none = try BuiltProgram.run("export", "sar", "01390a9c-a2bc-72b0-8a24-ab95f3383180", "--database", path)
        #expect(none.status == 1 && none.isOneSentence, "\(none)")
    }
}
