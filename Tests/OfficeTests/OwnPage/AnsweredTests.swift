import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Answers on their way to whoever asked")
struct AnsweredTests {
    private func customer(_ desk: TestDesk) -> Author {
        Author(person: Identifier(desk.newCase(1)), organisation: desk.adviser.organisation, role: .customer)
    }

    @Test(
        "An e-mail says that an answer waits, and nothing of it, where they agreed and have a page (C43)",
        arguments: Engine.allCases)
    func mailed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.bookedWithEmail(1)
        let (office, subject) = (desk.office, desk.newCase(1))
        var commands: UInt64 = 500
        func perform(_ command: some CaseCommand, as actor: Author) async throws -> CaseFile {
            commands += 1
            return try await office.perform(command, on: subject, as: actor, id: desk.command(commands)).file
        }
        func answered(_ words: String) async throws {
            let file = try await perform(
                AskQuestion(to: desk.adviser.organisation, words: Words("When do I sign?")), as: customer(desk))
            let waiting = file.voices.waiting
            let asked = try #require(waiting.first)
            _ = try await perform(AnswerQuestion(voice: asked.id, words: Words(words)), as: desk.adviser)
        }
        let before = try await desk.letterStates().count
        try await answered("On Friday.")
        #expect(try await desk.letterStates().count == before, "they have no page to read it on")
        _ = try await perform(InviteCustomer(route: .paper), as: desk.adviser)
        try await answered("On Monday.")
        #expect(try await desk.letterStates().count == before + 1)
        office.address.with { $0 = "https://own.example" }
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        let mail = try #require(courier.messages.last)
        #expect(mail.subject == "There is an answer for you")
        #expect(mail.text.contains("https://own.example/me/questions") && !mail.text.contains("Monday"))
        try await desk.close()
    }

    @Test(
        "A complaint waits on the list of the organisation it is about, whoever has them (C43)",
        arguments: Engine.allCases)
    func listed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        func told() async throws -> [Identifier<CaseFile>] {
            let today = desk.office.clock.today
            return try await desk.store.read {
                try ToldQuery.subjects(at: desk.provider.organisation, on: today, in: $0)
            }
        }
        let made = try await desk.office.perform(
            Complain(to: desk.provider.organisation, words: Words("They never ring.")), on: desk.newCase(1),
            as: customer(desk), id: desk.command(501))
        #expect(try await told() == [desk.newCase(1)])
        let voice = try #require(made.file.voices.waiting.first).id
        try await desk.office.perform(
            AnswerComplaint(voice: voice, words: Words("We are sorry.")), on: desk.newCase(1), as: desk.manager,
            id: desk.command(502))
        #expect(try await told() == [])
        try await desk.close()
    }

    @Test(
        "A correction is about an entry that its asker reads, or about none (UK GDPR article 16)",
        arguments: Engine.allCases)
    func about(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let referred = try await desk.refer(1)
        let entry = try #require(referred.events.first).id
        func ask(_ about: Identifier<Event<CaseFile>>, _ command: UInt64) async throws -> Performed {
            try await desk.office.perform(
                AskRight(
                    RightsAsked(kind: .correction, on: desk.office.clock.today, how: .online, about: about),
                    words: Words("I did not say so.")), on: desk.newCase(1), as: customer(desk),
                id: desk.command(command))
        }
        #expect(await refusal { try await ask(Identifier(high: 9, low: 9), 503) }?.code == "rights.no-entry")
        #expect(try await ask(entry, 504).file.rights.open.first?.asked.about == entry)
        try await desk.close()
    }
}
