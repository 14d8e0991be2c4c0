import Foundation
import Kernel
import Records
import TestSupport
import Testing

/// Stores that something has happened to: `verify` says what, and a full disk loses nothing that was recorded.
@Suite("Damaged stores and full disks")
struct DamagedStoreTests {
    private func simulated(_ limit: String = "") throws -> (outcome: BuiltProgram.Outcome, path: String) {
        let path = "\(try BuiltProgram.folder())/throughline.sqlite"
        let outcome = try BuiltProgram.shell(
            "trap '' XFSZ; \(limit) \"$0\" \"$@\"",
            [
                BuiltProgram.path, "simulate", "--customers", "20", "--weeks", "30", "--seed", "7", "--database", path,
            ])
        return (outcome, path)
    }

    private func verified(_ path: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run("verify", "--database", path)
    }

    @Test(
        "A changed event and a missing tail are told by their stream, and the status is 1",
        arguments: [
            ("UPDATE events SET clear = clear || ' ' WHERE subject = $1 AND sequence = 2", "2"),
            ("DELETE FROM events WHERE subject = $1 AND sequence > 2", "2"),
        ])
    func tampered(change: String, word: String) async throws {
        let path = try simulated().path
        #expect(try verified(path).status == 0)
        let database = try await openDatabase(.sqlite(path: path))
        let subject = try await database.write { connection in
            let subject = try connection.first(
                "SELECT subject FROM streams WHERE stream = 'case' AND head > 3 LIMIT 1", []
            ) { try $0.text(0) }
            try connection.run(SQL(stringLiteral: change), [.text(try #require(subject))])
            return subject
        }
        try await database.close()
        let outcome = try verified(path)
        #expect(outcome.status == 1 && outcome.isOneSentence, "\(outcome)")
        #expect(outcome.errors.contains("not as it was recorded"))
        #expect(outcome.output.contains(subject ?? "?") && outcome.output.contains(word), "\(outcome)")
    }

    @Test("A disk that fills while customers are made is told, and what was recorded until then is whole")
    func full() throws {
        let (outcome, path) = try simulated("ulimit -f 3000;")
        #expect(outcome.status == 1 && outcome.isOneSentence, "\(outcome)")
        #expect(outcome.errors.contains("disk"), "\(outcome)")
        let sound = try verified(path)
        #expect(sound.status == 0, "\(sound)")
    }
}
