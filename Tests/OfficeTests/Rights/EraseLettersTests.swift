import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasing letters that hold words of the record")
struct EraseLettersTests {
    private static let letter = Array("Dear Rosa Parr\nAnn helps you from now on.\n".utf8)
    private static let digest = Documents.digest(of: letter)

    private func told(_ engine: Engine) async throws -> (TestDesk, Identifier<CaseFile>) {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        try await desk.office.perform(
            EndReferral(
                reason: .workChoice, on: desk.office.clock.today, words: Words("Ann helps you from now on.")),
            on: subject, as: desk.adviser, id: desk.command(60))
        try await desk.office.perform(
            TellOfEnd(ToldOfHolder(route: .byHand, digest: Self.digest)), on: subject, as: desk.adviser,
            id: desk.command(61), documents: [AttachedDocument(Self.letter, .support)])
        return (desk, subject)
    }

    private func kept(_ office: Office, _ subject: Identifier<CaseFile>) async throws -> [UInt8]? {
        try await office.database.read { connection in
            try office.document(Self.digest, of: office.file(subject, in: connection), in: connection)?.content
        }
    }

    @Test(
        "A letter goes with the words it holds, though the name in it is kept longer (M-060)",
        arguments: Engine.allCases)
    func words(engine: Engine) async throws {
        let (desk, subject) = try await told(engine)
        #expect(try await kept(desk.office, subject) == Self.letter)
        try await desk.office.erase(subject, [.support])
        #expect(try await kept(desk.office, subject) == nil)
        let opened = try await desk.office.open(subject, as: desk.adviser)
        #expect(opened.seen.identity?.name == "Rosa Parr")
        try await desk.close()
    }

    @Test(
        "It goes with the name, too, though the words are kept, and no backup brings it back (M-060)",
        arguments: Engine.allCases)
    func name(engine: Engine) async throws {
        let (desk, subject) = try await told(engine)
        let backup = TestStore.newPath(".backup")
        try await Custody(desk.store, keys: desk.office.keyring, register: desk.erasures).backup(
            to: backup, at: desk.office.clock.now)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        try await desk.office.erase(subject, [.identity])
        #expect(try await kept(desk.office, subject) == nil)
        let left = try await desk.office.database.read { [office = desk.office] in try office.file(subject, in: $0) }
        #expect(left.referral?.exit?.words.value?.text == "Ann helps you from now on.")
        #expect(left.referral?.toldOfEnd.last?.how.digest == Self.digest, "that it was sent stays")

        let store = try await TestStore.fresh(engine, migrated: false)
        let restored = try await Custody(
            store, keys: desk.office.keyring, register: desk.erasures, programmes: desk.office.programmes
        ).restore(from: backup)
        #expect(restored.verification.isSound)
        let office = try await Office(
            store, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: desk.office.clock)
        #expect(try await kept(office, subject) == nil)
        try await office.close()
        try await store.close()
        try await desk.close()
    }
}
