import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Tokens of a person's own")
struct OwnTokenTests {
    private func invited(_ engine: Engine) async throws -> (TestDesk, Identifier<CaseFile>, code: String) {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let subject = desk.newCase(1)
        return (desk, subject, try await code(desk, subject, 3))
    }

    private func code(_ desk: TestDesk, _ subject: Identifier<CaseFile>, _ number: UInt64) async throws -> String {
        let performed = try await desk.office.perform(
            InviteCustomer(route: .paper), on: subject, as: desk.adviser, id: desk.command(number))
        let invitation = try #require(performed.file.access.invitations.last?.id)
        return try await desk.office.code(of: invitation, on: subject, as: desk.adviser).code
    }

    @Test("A code gives one token, for what the person's own page can do, for an hour", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        let (desk, subject, code) = try await invited(engine)
        let made = try await desk.office.ownToken(code: code)
        let bearer = try #require(try await desk.office.bearer(of: made.secret))
        #expect(bearer.isOwn && bearer.scopes == [.own] && bearer.signedIn.ownPage?.subject == subject)
        #expect(bearer.signedIn.author.role == .customer && bearer.token.id == made.bearer.token.id)
        #expect(throws: Never.self) {
            try bearer.require(.readCase)
            try bearer.require(.askQuestion)
        }
        for act in [Act.registerCustomer, .findCustomer, .bookAppointment, .answerRight, .eraseRecord] {
            #expect(throws: Refusal.self) { try bearer.require(act) }
        }
        // The code is used up here and on the page, and the token is no cookie.
        #expect(await refusal { try await desk.office.ownToken(code: code) }?.code == "sign-in.code")
        #expect(await refusal { try await desk.office.enter(code: code) }?.code == "sign-in.code")
        #expect(try await desk.office.signedIn(token: made.secret) == nil)
        let kept = try await desk.store.read { connection in
            try connection.all("SELECT token_hash FROM sessions", []) { try $0.text(0) }
        }
        #expect(kept.count == 1 && kept.allSatisfy { !made.secret.contains($0) })

        desk.time.with { $0 = $0.adding(minutes: SignInSettings.ownTokenMinutes - 1) }
        #expect(try await desk.office.bearer(of: made.secret) != nil)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        #expect(try await desk.office.bearer(of: made.secret) == nil)
        try await desk.close()
    }

    @Test("It ends when it is ended, and with the page; a page's cookie is no token", arguments: Engine.allCases)
    func ends(engine: Engine) async throws {
        let (desk, subject, code) = try await invited(engine)
        let first = try await desk.office.ownToken(code: code)
        let second = try await desk.office.ownToken(code: try await self.code(desk, subject, 4))
        let cookie = try await desk.office.enter(code: try await self.code(desk, subject, 5))
        #expect(try await desk.office.bearer(of: cookie) == nil)
        #expect(try await desk.office.bearer(of: "to_\(cookie)") == nil)
        try await desk.office.endOwnToken(first.secret)
        #expect(try await desk.office.bearer(of: first.secret) == nil)
        #expect(try await desk.office.bearer(of: second.secret) != nil)
        try await desk.office.perform(CloseAccess(), on: subject, as: desk.adviser, id: desk.command(6))
        #expect(try await desk.office.bearer(of: second.secret) == nil)
        // Let in anew, they begin anew.
        _ = try await self.code(desk, subject, 7)
        #expect(try await desk.office.bearer(of: second.secret) == nil)
        try await desk.close()
    }

    @Test("Five wrong tries end a code, here as on the page")
    func tries() async throws {
        let (desk, _, code) = try await invited(.sqlite)
        let wrong = String(code.dropLast()) + (code.hasSuffix("A") ? "C" : "A")
        for _ in 1...AccessLimits.wrongTries {
            #expect(await refusal { try await desk.office.ownToken(code: wrong) }?.code == "sign-in.code")
        }
        #expect(await refusal { try await desk.office.ownToken(code: code) }?.code == "sign-in.code")
        try await desk.close()
    }

    @Test("A supporter's ends with their time, and they are told so (A-027)", arguments: Engine.allCases)
    func supporter(engine: Engine) async throws {
        let (desk, subject, _) = try await invited(engine)
        let customer = Author(
            person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        let invitation = try await desk.nameSupporter(of: subject, as: customer)
        let code = try await desk.office.code(of: invitation, on: subject, as: customer).code
        let made = try await desk.office.ownToken(code: code)
        #expect(made.bearer.signedIn.author.role == .supporter)
        #expect(made.bearer.signedIn.ownPage?.rights == [.voice])
        try await desk.office.perform(
            EndSupporter(supporter: Identifier(made.bearer.signedIn.author.person), how: .online), on: subject,
            as: customer, id: desk.command(11))
        #expect(await refusal { try await desk.office.bearer(of: made.secret) }?.code == "supporter.ended")
        try await desk.close()
    }

    @Test("Nobody can make one by asking for its scope")
    func notMade() throws {
        #expect(throws: Refusal.self) { try TokenScope(TokenScope.own.code) }
    }
}
