import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("Bad input on the command line")
struct BadInputTests {
    private func refused(
        _ arguments: String..., says words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.status == 1, sourceLocation: sourceLocation)
        #expect(outcome.isOneSentence && outcome.errors.contains(words), "\(outcome)", sourceLocation: sourceLocation)
    }

    /// A store with an account in it.
    private func madeStore() throws -> (folder: String, database: String) {
        let folder = try BuiltProgram.folder()
        let database = "sqlite:\(folder)/throughline.sqlite"
        let made = try BuiltProgram.run(
            "user", "add", "dana", "--name", "Dana Whitlock", "--role", "adviser", "--organisation", "Union Street",
            "--kind", "jobcentre", "--database", database, input: "three quiet words\n")
        try #require(made.status == 0, "\(made)")
        return (folder, database)
    }

    @Test("Noise for a database is refused and left as it was")
    func noise() throws {
        let path = "\(try BuiltProgram.folder())/noise.sqlite"
        let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
        try noise.write(to: URL(fileURLWithPath: path))
        for command in [["verify"], ["serve", "--port", "0"], ["rebuild"], ["export", "events"]] {
            let outcome = try BuiltProgram.run(command + ["--database", path])
            #expect(outcome.status == 1 && outcome.isOneSentence, "\(command): \(outcome)")
        }
        #expect(FileManager.default.contents(atPath: path) == noise)
    }

    @Test("A database from a newer version is refused")
    func newer() async throws {
        let (folder, database) = try madeStore()
        let opened = try await openDatabase(.sqlite(path: "\(folder)/throughline.sqlite"))
        _ = try await opened.write {
            try $0.run("INSERT INTO migrations (number, name, digest) VALUES (999, 'later', 'x')")
        }
        try await opened.close()
        try refused("verify", "--database", database, says: "later version")
    }

    @Test("Another store's key, a key that is no key, and no key are each refused")
    func keys() throws {
        let (folder, database) = try madeStore()
        let other = try madeStore()
        try refused(
            "verify", "--database", database, "--key-file", "\(other.folder)/keys/master.key",
            says: "not the master key")
        try refused("verify", "--database", database, "--key-file", "/etc/hostname", says: "key")
        try refused("verify", "--database", "postgres://nobody@127.0.0.1:9/none", says: "cannot be reached")
        try FileManager.default.removeItem(atPath: "\(folder)/keys/master.key")
        try refused("serve", "--port", "0", "--database", database, says: "master.key")
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/keys/master.key"))
        let weak = try BuiltProgram.run("verify", "--database", database, key: String(repeating: "0", count: 64))
        #expect(weak.status == 1 && weak.isOneSentence && weak.errors.contains("openssl rand"))
    }

    @Test("A programme nobody knows, a file that is not there, and a tab in YAML are told")
    func programmes() throws {
        let (folder, database) = try madeStore()
        try refused("pay", "--to", "2013-06-30", "--programme", "nonesuch", "--database", database, says: "nonesuch")
        try refused("programme", "check", "nonesuch", says: "work-programme-2011")
        try refused("programme", "price", "\(folder)/none.yaml", says: "none.yaml")
        try "programme: a-2011\ntitle:\tA\n\tsummary: b\n".write(
            toFile: "\(folder)/a-2011.yaml", atomically: true, encoding: .utf8)
        let tab = try BuiltProgram.run("programme", "check", "\(folder)/a-2011.yaml")
        #expect(tab.status == 1 && tab.errors.contains("a-2011.yaml:") && tab.errors.contains("tab"), "\(tab)")
    }

    @Test(
        "Arguments that make no command are status 64, with the reason",
        arguments: [
            (["pay", "--to", "2012-06-31"], "There is no such day as 2012-06-31"),
            (["pay", "--to", "soon"], "is not a date"),
            (["verify", "--database", "mysql://x"], "A database is given as"),
            (["serve", "--port", "70000"], "65535"),
            (["nonsense"], "nonsense"),
        ])
    func usage(arguments: [String], words: String) throws {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(words), "\(outcome)")
    }

    @Test("A store that is not there is not made by a command that reads")
    func absent() throws {
        let folder = try BuiltProgram.folder()
        for command in [["verify"], ["pay", "--to", "2013-06-30"], ["backup", "\(folder)/b"], ["user", "list"]] {
            let outcome = try BuiltProgram.run(command + ["--database", "\(folder)/none.sqlite"])
            #expect(outcome.status == 1 && outcome.isOneSentence, "\(command): \(outcome)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }

    @Test("An output that cannot be written, and a full disk, are told, and leave no half of a file")
    func unwritable() throws {
        let (folder, database) = try madeStore()
        try refused(
            "export", "events", "--database", database, "--output", "\(folder)/none/events.jsonl",
            says: "cannot be written")
        let full = try BuiltProgram.shell(
            "\"$0\" programme explain work-programme-2011 >/dev/full", [BuiltProgram.path])
        #expect(full.status == 1 && full.isOneSentence && full.errors.contains("No space left"), "\(full)")
        try refused("backup", "\(folder)/throughline.sqlite", "--database", database, says: "already")
        try refused("backup", "\(folder)/none/backup", "--database", database, says: "no file or folder")
    }

    @Test("A reader that has gone ends the command with nothing said")
    func readerGone() throws {
        let outcome = try BuiltProgram.shell(
            "{ sleep 0.2; \"$0\" programme explain work-programme-2011; echo $? >&2; } | true", [BuiltProgram.path])
        #expect(outcome.errors == "0\n")
    }

    @Test("A damaged backup, a used store and a short password change nothing")
    func custody() throws {
        let (folder, database) = try madeStore()
        try "THROUGHLINE BACKUP 1\nnot one".write(toFile: "\(folder)/bad", atomically: true, encoding: .utf8)
        let key = "\(folder)/keys/master.key"
        try refused(
            "restore", "\(folder)/bad", "--database", "\(folder)/new.sqlite", "--key-file", key, says: "damaged")
        #expect(try BuiltProgram.run("backup", "\(folder)/good", "--database", database).status == 0)
        try refused(
            "restore", "\(folder)/good", "--database", database, "--key-file", key, says: "nothing was restored")
        let short = try BuiltProgram.run("user", "password", "dana", "--database", database, input: "short\n")
        #expect(short.status == 1 && short.isOneSentence && short.errors.contains("12 characters"))
    }
}
