import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People sign in")
struct SignInTests {
    private func account(_ desk: TestDesk) async throws {
        try await desk.office.openAccount(
            .init(high: 5, low: 5), name: "Ada Officer", username: "ada", password: "three plain words",
            positions: [.init(person: .init(high: 5, low: 5), organisation: desk.adviser.organisation, role: .adviser)],
            by: desk.administrator.person)
    }

    @Test("With the right password, as their first role, until they sign out", arguments: Engine.allCases)
    func right(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await account(desk)
        let token = try #require(try await desk.office.signIn(username: " ADA ", password: "three plain words").session)
        let who = try await desk.office.signedIn(token: token)
        #expect(who?.name == "Ada Officer" && who?.author.role == .adviser)
        #expect(who?.organisation == "Union Street Jobcentre")
        try await desk.office.signOut(token: token)
        #expect(try await desk.office.signedIn(token: token) == nil)
        try await desk.close()
    }

    @Test(
        "A wrong name, a wrong password and an account that is shut are told alike; five wrong passwords shut it a while"
    )
    func wrong() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await account(desk)
        let nobody = await refusal { try await desk.office.signIn(username: "nobody", password: "three plain words") }
        for _ in 1...5 {
            let refused = await refusal { try await desk.office.signIn(username: "ada", password: "not the password") }
            #expect(refused == nobody)
        }
        let shut = await refusal { try await desk.office.signIn(username: "ada", password: "three plain words") }
        #expect(shut == nobody)
        desk.time.with { $0 = $0.adding(minutes: 16) }
        _ = try await desk.office.signIn(username: "ada", password: "three plain words")
        try await desk.close()
    }

    @Test(
        "Of many wrong passwords at once each counts, and the account is shut at the fifth", arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await account(desk)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { _ = try? await desk.office.signIn(username: "ada", password: "not the password") }
            }
        }
        let shut = await refusal { try await desk.office.signIn(username: "ada", password: "three plain words") }
        #expect(shut?.code == "sign-in.wrong")
        desk.time.with { $0 = $0.adding(minutes: 16) }
        #expect(try await desk.office.signIn(username: "ada", password: "three plain words").session != nil)
        try await desk.close()
    }

    @Test("Somebody with two roles goes on in the other, and in nobody else's", arguments: Engine.allCases)
    func actAs(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await account(desk)
        let person = Identifier<Person>(high: 5, low: 5)
        let other = AccountRegister.Position(
            person: person, organisation: desk.adviser.organisation, role: .teamManager)
        let token = try #require(try await desk.office.signIn(username: "ada", password: "three plain words").session)
        let early = await refusal { try await desk.office.act(as: other, token: token) }
        #expect(early?.code == "sign-in.not-yours")
        try await desk.office.database.write { try AccountRegister.appoint(other, in: $0) }
        try await desk.office.act(as: other, token: token)
        #expect(try await desk.office.signedIn(token: token)?.author.role == .teamManager)
        let stranger = AccountRegister.Position(
            person: desk.administrator.person, organisation: desk.administrator.organisation, role: .administrator)
        #expect(await refusal { try await desk.office.act(as: stranger, token: token) }?.code == "sign-in.not-yours")
        try await desk.close()
    }

    @Test(
        "Where nobody answers for records, a team manager may act as whoever does, until somebody is (UK GDPR article 12)",
        arguments: Engine.allCases)
    func standsIn(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await account(desk)
        let person = Identifier<Person>(high: 5, low: 5)
        let lead = AccountRegister.Position(
            person: person, organisation: desk.adviser.organisation, role: .informationGovernanceLead)
        let token = try #require(try await desk.office.signIn(username: "ada", password: "three plain words").session)
        #expect(await refusal { try await desk.office.act(as: lead, token: token) }?.code == "sign-in.not-yours")
        try await desk.office.database.write {
            try AccountRegister.appoint(
                .init(person: person, organisation: lead.organisation, role: .teamManager), in: $0)
        }
        try await desk.office.act(as: lead, token: token)
        let acting = try #require(try await desk.office.signedIn(token: token))
        #expect(acting.author.role == .informationGovernanceLead && acting.positions.contains(lead))
        _ = try await desk.office.list(.readRequests, as: acting.author) { _ in true }
        try await desk.office.database.write {
            try AccountRegister.appoint(
                .init(
                    person: desk.adviser.person, organisation: lead.organisation, role: .informationGovernanceLead),
                in: $0)
        }
        #expect(try await desk.office.positions(of: person).contains { $0.0 == lead } == false)
        #expect(try await desk.office.signedIn(token: token) == nil, "to stand in ends with the appointment")
        try await desk.close()
    }

    @Test("Codes that are a must for whoever answers for records are a must for whoever may stand in")
    func standsInWithCodes() async throws {
        let desk = try await TestDesk.open(.ofTests)
        try await account(desk)
        var settings = SignInSettings()
        settings.codesRequiredOf = [.informationGovernanceLead]
        let password = "three plain words"
        #expect(
            try await desk.office.signIn(username: "ada", password: password, settings: settings).session != nil,
            "an adviser stands in for nobody")
        let organisation = desk.adviser.organisation
        try await desk.office.database.write {
            try AccountRegister.appoint(
                .init(person: .init(high: 5, low: 5), organisation: organisation, role: .teamManager), in: $0)
        }
        guard case .setUpAsked = try await desk.office.signIn(username: "ada", password: password, settings: settings)
        else {
            Issue.record("codes are set up first")
            return
        }
        try await desk.office.database.write { [adviser = desk.adviser] in
            try AccountRegister.appoint(
                .init(person: adviser.person, organisation: organisation, role: .informationGovernanceLead), in: $0)
        }
        #expect(
            try await desk.office.signIn(username: "ada", password: password, settings: settings).session != nil,
            "nobody stands in for somebody who is there")
        try await desk.close()
    }

    @Test("A session left alone is over after two hours")
    func idle() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await account(desk)
        let token = try #require(try await desk.office.signIn(username: "ada", password: "three plain words").session)
        desk.time.with { $0 = $0.adding(minutes: 119) }
        #expect(try await desk.office.signedIn(token: token) != nil)
        desk.time.with { $0 = $0.adding(minutes: 121) }
        #expect(try await desk.office.signedIn(token: token) == nil)
        try await desk.close()
    }

    @Test("A password of fewer than twelve characters is refused, and so is a user name that is taken")
    func accounts() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await account(desk)
        let short = await refusal {
            try await desk.office.setPassword("short", of: "ada", by: desk.administrator.person)
        }
        #expect(short?.code == "account.password")
        let taken = await refusal {
            try await desk.office.openAccount(
                .init(high: 5, low: 6), name: "Other", username: "Ada", password: "three plain words", positions: [],
                by: desk.administrator.person)
        }
        #expect(taken?.code == "account.taken")
        try await desk.close()
    }
}
