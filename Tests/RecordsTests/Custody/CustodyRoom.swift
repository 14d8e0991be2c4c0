import Foundation
import Kernel
import Records
import TestSupport

/// A store with something in every table that is backed up, its keys and its register.
struct CustodyRoom {
    let store: TestStore
    let keys: Keyring
    let custody: Custody
    let register: ErasureRegister

    init(_ engine: Engine, keys: Keyring, register: String? = nil, populated: Bool = true) async throws {
        self.keys = keys
        store = populated ? try await .populated(engine, keys) : try await .fresh(engine, migrated: false)
        self.register = ErasureRegister(path: register ?? TestStore.newPath(".erasures"), keys: keys)
        custody = Custody(store, keys: keys, register: self.register)
        if populated { try await populate() }
    }

    /// The document that stands for all of them.
    static let letter = Array("Dear Mr Probe".utf8)
    static let first = Identifier<Probe>.number(0)

    private func populate() async throws {
        try await store.write { [keys] connection in
            let streams = Streams(keys: keys)
            let events = try streams.read(Self.first, in: connection)
            try Documents(keys: keys).add(Self.letter, to: Self.first, .support, at: .start, in: connection)
            try Guards.claim(.nationalInsuranceNumber, "hash", for: Self.first, in: connection)
            try CommandAnswers(keys: keys).record(
                CommandAnswer(Self.first, recording: events, after: 0), to: "c", asking: [1], in: connection)
            try Outbox.add("letter", because: events[0], payload: "notice", due: .start, in: connection)
            try CodeRegister.turnOn(
                .init(key: .number(4), since: .start, lastStep: 7), of: .number(3), recovery: ["a", "b"], in: connection
            )
            try Looks.record(
                Look(at: .start, by: .tester, subject: Self.first.description, act: "open", reason: "r", relation: nil),
                random: .system, in: connection)
        }
    }

    func letter(of subject: Identifier<Probe> = first) async throws -> [UInt8]? {
        try await store.read { [keys] in
            try Documents(keys: keys).read(Documents.digest(of: Self.letter), of: subject, in: $0)?.content
        }
    }

    func close() async throws { try await store.close() }
}
