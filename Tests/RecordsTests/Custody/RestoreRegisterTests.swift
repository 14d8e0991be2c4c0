import Foundation
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Restoring with the register of erasures missing, cut or older")
struct RestoreRegisterTests {
    private static let second = Identifier<Probe>.number(1)

    /// A store of which one was erased before its backup was made, and another after.
    private struct Erased {
        let room: CustodyRoom
        let backup: String
        var path: String { room.register.path }

        init() async throws {
            room = try await CustodyRoom(.sqlite, keys: .test())
            backup = TestStore.newPath(".backup")
            try await room.custody.erase(CustodyRoom.first, [.identity], at: .start)
            try await room.custody.backup(to: backup, at: Instant.start.adding(minutes: 1))
            try await room.custody.erase(
                RestoreRegisterTests.second, [.identity], at: Instant.start.adding(minutes: 2))
        }

        /// What comes of restoring with the register in one place.
        func restore(with register: String, saying word: Bool = false) async throws -> (Restoration?, Refusal?) {
            let other = try await CustodyRoom(.sqlite, keys: .test(), register: register, populated: false)
            do {
                let restored = try await other.custody.restore(from: backup, nothingErasedSince: word)
                try await other.close()
                return (restored, nil)
            } catch let refusal as Refusal {
                #expect(try await Migrator.version(of: other.store) == 0, "Nothing was restored")
                try await other.close()
                return (nil, refusal)
            }
        }

        /// The register as it stands, in another folder, with so many of its lines.
        func copy(lines: Int, withMarker: Bool) throws -> String {
            let copy = TestStore.newPath(".erasures")
            let all = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            try all.prefix(lines).map { $0 + "\n" }.joined().write(toFile: copy, atomically: true, encoding: .utf8)
            if withMarker { try FileManager.default.copyItem(atPath: path + ".head", toPath: copy + ".head") }
            return copy
        }
    }

    @Test("With none it is refused, and says what to do, unless somebody says that nothing has been erased since")
    func missing() async throws {
        let erased = try await Erased()
        let (_, refusal) = try await erased.restore(with: TestStore.newPath(".erasures"))
        #expect(refusal?.code == "restore.no-register")
        #expect(refusal?.sentence.contains("--no-erasures-since") == true)
        let (restored, _) = try await erased.restore(with: TestStore.newPath(".erasures"), saying: true)
        #expect(restored?.erasures == nil && restored?.verification.isSound == true)
        #expect(restored?.sentences.contains { $0.contains("you said that nothing has been erased since") } == true)
        try await erased.room.close()
    }

    @Test("One older than the backup is refused, whole or begun anew")
    func older() async throws {
        let erased = try await Erased()
        let empty = try erased.copy(lines: 0, withMarker: false)
        let (_, refusal) = try await erased.restore(with: empty)
        #expect(refusal?.code == "restore.old-register")
        let begun = ErasureRegister(path: TestStore.newPath(".erasures"), keys: try .test())
        try begun.append(
            Erasure(at: .start, stream: "probe", subject: "another", classes: [.identity], clearing: .none))
        let (_, other) = try await erased.restore(with: begun.path)
        #expect(other?.code == "restore.old-register")
        try await erased.room.close()
    }

    @Test(
        "One that was cut at its end is refused by what marks the end, whatever is said, and nothing is erased with it")
    func cut() async throws {
        let erased = try await Erased()
        let cut = try erased.copy(lines: 1, withMarker: true)
        for word in [false, true] {
            let (_, refusal) = try await erased.restore(with: cut, saying: word)
            #expect(refusal?.code == "restore.old-register")
            #expect(refusal?.sentence.contains("has been erased since") == true)
        }
        let register = ErasureRegister(path: cut, keys: try .test())
        let appended = #expect(throws: Refusal.self) {
            try register.append(
                Erasure(at: .start, stream: "probe", subject: "another", classes: [.identity], clearing: .none))
        }
        #expect(appended?.code == "register.cut")
        try FileManager.default.removeItem(atPath: cut)
        let (_, gone) = try await erased.restore(with: cut, saying: true)
        #expect(gone?.code == "restore.no-register")
        let again = #expect(throws: Refusal.self) {
            try register.append(
                Erasure(at: .start, stream: "probe", subject: "another", classes: [.identity], clearing: .none))
        }
        #expect(again?.code == "register.cut")
        try await erased.room.close()
    }

    @Test("Brought to another machine whole, with its marker or without, everything is erased again")
    func moved() async throws {
        let erased = try await Erased()
        for withMarker in [true, false] {
            let (restored, refusal) = try await erased.restore(
                with: try erased.copy(lines: 2, withMarker: withMarker))
            #expect(restored?.erasures == 2 && restored?.verification.isSound == true, "\(String(describing: refusal))")
        }
        try await erased.room.close()
    }
}
