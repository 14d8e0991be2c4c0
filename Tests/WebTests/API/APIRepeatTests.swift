import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("What is asked again by the API")
struct APIRepeatTests {
    private static let key: HTTPFields = [.idempotencyKey: "0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"]

    @Test("A copy that was asked for and not given out is given when the same call is sent again, days later too")
    func copy() async throws {
        let town = try await Partnership()
        let subject = try await town.register()
        let id = try Identifier<Command>("0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d")
        let rosa = Author(
            person: Identifier(subject), organisation: town.jobcentreAdviser.author.organisation, role: .customer)
        _ = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        // The request alone, as where the program stopped before the copy was given out.
        let sent = try JSONForm(members: [JSON.Member("kind", "access")])
        try await town.office.perform(
            AskRight(RightsAsked(kind: .access, on: town.now.day, how: .online)), on: subject, as: rosa, id: id,
            content: Operation.content(ofAsking: sent))
        #expect(try await town.file(subject).rights.find(Identifier(id))?.release == nil)
        town.move(to: Partnership.monday.adding(days: 2))
        let own = try await town.ownProgram(of: subject, by: town.jobcentreAdviser)
        let again = try await own.post("/customers/\(subject)/requests", ["kind": "access"], Self.key)
        #expect(again.status == 200 && again.web.header("Idempotency-Replayed") == "true", "\(again.json)")
        #expect(try await town.file(subject).rights.find(Identifier(id))?.release != nil)
        let other = try await own.post("/customers/\(subject)/requests", ["kind": "correction"], Self.key)
        #expect(other.status == 409 && other.code == "command.used-already")
        #expect(try await town.file(subject).rights.all.count == 1)
        try await town.close()
    }
}
