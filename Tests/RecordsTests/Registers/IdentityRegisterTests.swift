import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The register of identity")
struct IdentityRegisterTests {
    private let keyring: Keyring

    init() throws { keyring = try .test() }

    private func person(_ given: String, _ family: String, number: String? = nil, born: String = "1980-02-03") throws
        -> Identity
    {
        try Identity(
            given: given, family: family, born: CalendarDay(born),
            nationalInsurance: number.map { try NationalInsuranceNumber($0) }, on: CalendarDay("2011-06-01"))
    }

    private func put(_ identity: Identity, _ number: Int, in store: TestStore) async throws {
        try await store.write { [keyring] in
            try IdentityRegister.put(
                identity, for: .number(number), by: .number(9), at: .start, keyring: keyring, in: $0)
        }
    }

    @Test("A person is found by either name without accents, by birth date and by number", arguments: Engine.allCases)
    func find(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await put(try person("Zoë", "O’Brien", number: "QQ 12 34 56 C"), 1, in: store)
        try await put(try person("Ann", "Smith-Jones", born: "1990-01-01"), 2, in: store)
        let expected = [
            "zoe": [1], "OBRIEN": [1], "smith j": [2], "ann": [2], "qq123456c": [1], "1990-01-01": [2], "nobody": [],
            "": [],
        ]
        for (typed, numbers) in expected {
            let found = try await store.read { [keyring] in
                try IdentityRegister.find(.init(typed: typed), keyring: keyring, in: $0)
            }
            #expect(found.map(\.subject) == numbers.map { .number($0) }, "\(typed)")
        }
        let holder = try await store.read { [keyring] in
            try IdentityRegister.holder(of: try NationalInsuranceNumber("QQ123456C"), keyring: keyring, in: $0)
        }
        #expect(holder == .number(1))
        try await store.close()
    }

    @Test(
        "Nobody else can take a number, and what stood before is kept until the person is erased (G-004)",
        arguments: Engine.allCases)
    func history(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await put(try person("Ann", "Parr", number: "QQ123456C"), 1, in: store)
        try await put(try person("Ann", "Vale", number: "QQ123456C"), 1, in: store)
        try await put(try person("Ann", "Moor", number: "QQ123456C"), 1, in: store)
        await #expect(throws: RecordsFault.self) {
            try await put(try person("Another", "One", number: "QQ123456C"), 2, in: store)
        }
        let names = try await store.read { try IdentityRegister.names(of: [.number(1), .number(2)], in: $0) }
        #expect(names == [.number(1): "Ann Moor"])
        #expect(try await store.count("identity_history") == 2)
        try await store.write { try IdentityRegister.erase(.number(1), in: $0) }
        #expect(try await store.count("identity") == 0)
        #expect(try await store.count("identity_history") == 0)
        try await store.close()
    }

    @Test("Somebody with the same birth date and one name may be the same person (G-004)", arguments: Engine.allCases)
    func duplicates(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await put(try person("Ann", "Parr"), 1, in: store)
        try await put(try person("Bea", "Moor"), 2, in: store)
        try await put(try person("Ann", "Vale", number: "QQ123456C", born: "1985-05-05"), 3, in: store)
        let asked = try person("ANN", "Moor", number: "QQ123456C")
        let found = try await store.read { [keyring] in
            try IdentityRegister.possibleDuplicates(of: asked, keyring: keyring, in: $0)
        }
        #expect(Set(found.map(\.subject)) == [.number(1), .number(2), .number(3)])
        try await store.close()
    }

    @Test("Names fold alike whatever their case, accents and marks")
    func folding() {
        #expect(FoldedName.fold("  ÉLODIE  O’Shea-Brown ") == "elodie oshea brown")
        #expect(FoldedName.fold("Łukasz") == FoldedName.fold("łukasz"))
        #expect(FoldedName.fold("!?") == "")
        #expect("zz" < FoldedName.end(ofPrefix: "zz") && "zz z" < FoldedName.end(ofPrefix: "zz"))
    }
}
