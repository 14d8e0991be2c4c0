import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("Keys")
struct KeyTests {
    @Test(
        "A master key that is short, not hexadecimal or not random is refused with a sentence",
        arguments: [
            "", "abc", String(repeating: "ab", count: 31), String(repeating: "ab", count: 32),
            String(repeating: "zz", count: 32), String(repeating: "0", count: 64), "sécurité",
        ])
    func refusedText(text: String) {
        let refusal = #expect(throws: Refusal.self) { try MasterKey(text: text) }
        #expect(refusal?.sentence.contains("openssl rand -hex 32") == true)
        if text.count > 4 { #expect(refusal?.sentence.contains(text) == false, "The key is never repeated") }
    }

    @Test("A key file is made for its owner alone, read again, and never written over")
    func keyFile() throws {
        let path = TestStore.newPath(".key")
        let made = try Keyring(MasterKey.make(file: path))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try Keyring(MasterKey(file: path)).verifyingKey == made.verifyingKey)
        #expect(throws: Refusal.self) { try MasterKey.make(file: path) }
        #expect(try Keyring(MasterKey(file: path)).verifyingKey == made.verifyingKey)
    }

    @Test(
        "A key file that others may read or change is refused, saying how to close it",
        arguments: [0o644, 0o604, 0o620])
    func exposed(mode: Int) throws {
        let path = TestStore.newPath(".key")
        _ = try MasterKey.make(file: path)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let refusal = #expect(throws: Refusal.self) { try MasterKey(file: path) }
        #expect(refusal?.code == "key.exposed")
        #expect(refusal?.sentence.contains("chmod 600 \(path)") == true)
    }

    @Test("A key file that is not there, or is a folder, is refused with its name")
    func absent() {
        for path in [TestStore.newPath(".none"), "/tmp"] {
            let refusal = #expect(throws: Refusal.self) { try MasterKey(file: path) }
            #expect(refusal?.sentence.contains(path) == true)
        }
    }

    @Test("The wrong master key is told from the right one before anything is read", arguments: Engine.allCases)
    func wrongMasterKey(engine: Engine) async throws {
        let store = try await TestStore.populated(engine, try .test(1))
        let (right, wrong) = (try Keyring.test(1), try Keyring.test(2))
        try await store.write { try right.unlock($0) }
        for check in [
            { @Sendable in try await store.write { try wrong.unlock($0) } },
            { @Sendable in _ = try await Verification.verify(store, wrong) },
        ] {
            let refusal = await #expect(throws: Refusal.self) { try await check() }
            #expect(refusal?.code == "key.other")
            #expect(refusal?.sentence.contains("Give the key file that belongs to the store") == true)
        }
        await #expect(throws: RecordsFault.self) {
            try await store.facts(of: Identifier<Probe>.number(0), keys: wrong)
        }
        try await store.close()
    }

    @Test("Hashes to find a person by differ by kind and key, and mind neither spaces nor case")
    func lookups() throws {
        let (keys, others) = (try Keyring.test(1), try Keyring.test(2))
        let hash = keys.lookupHash(.nationalInsuranceNumber, "QQ123456C")
        #expect(hash == keys.lookupHash(.nationalInsuranceNumber, " qq 12 34 56 c"))
        #expect(hash != keys.lookupHash(.nationalInsuranceNumber, "QQ123456D"))
        #expect(hash != keys.lookupHash(.birthDate, "QQ123456C"))
        #expect(hash != others.lookupHash(.nationalInsuranceNumber, "QQ123456C"))
        #expect(hash.count == 64)
    }

    @Test("A sealed value opens for its subject, class and context alone", arguments: Engine.allCases)
    func sealedValues(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        let (mine, yours) = (Identifier<Probe>.number(1), Identifier<Probe>.number(2))
        let sealed = try await store.write { connection in
            _ = try keys.seal([9], of: yours, .identity, context: ["draft", "1"], in: connection)
            _ = try keys.seal([9], of: mine, .support, context: ["draft", "1"], in: connection)
            return try keys.seal([1, 2, 3], of: mine, .identity, context: ["draft", "1"], in: connection)
        }
        try await store.read { connection in
            let opened = try keys.open(sealed, of: mine, .identity, context: ["draft", "1"], in: connection)
            #expect(opened == [1, 2, 3])
            for (subject, retention, context) in [
                (yours, RetentionClass.identity, ["draft", "1"]), (mine, .support, ["draft", "1"]),
                (mine, .identity, ["draft", "2"]), (mine, .identity, ["draft1"]), (mine, .identity, ["draft"]),
            ] {
                #expect(throws: RecordsFault.self) {
                    try keys.open(sealed, of: subject, retention, context: context, in: connection)
                }
            }
            for place in sealed.indices {
                var altered = sealed
                altered[place] ^= 1
                #expect(throws: RecordsFault.self) {
                    try keys.open(altered, of: mine, .identity, context: ["draft", "1"], in: connection)
                }
            }
            #expect(throws: RecordsFault.self) {
                try keys.open([], of: mine, .identity, context: ["draft", "1"], in: connection)
            }
        }
        try await store.close()
    }
}
