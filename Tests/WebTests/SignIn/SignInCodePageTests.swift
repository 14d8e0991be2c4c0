import HTTPTypes
import Hummingbird
import Kernel
import Records
import TestSupport
import Testing

@testable import Office
@testable import Web

@Suite("Sign-in codes, as somebody with a browser and no scripts meets them")
struct SignInCodePageTests {
    private static let ada = Identifier<Person>(high: 1, low: 60)
    private static let password = "three plain words"

    private func partnership(demonstration: Bool = false) async throws -> Partnership {
        let room = try await Partnership(demonstration: demonstration)
        try await room.office.openAccount(
            Self.ada, name: "Ada Officer", username: "ada", password: Self.password, cost: PasswordHash.knownToAll,
            positions: [
                .init(
                    person: Self.ada, organisation: room.jobcentreAdviser.author.organisation, role: .adviser)
            ], by: room.commissioner.author.person)
        return room
    }

    /// A browser at a site of the same office where codes are a must for some roles, or a proxy stands in front.
    private func browser(
        _ room: Partnership, requiring roles: Set<Role> = [], proxyHeader: String? = nil
    ) -> WebClient<SiteContext> {
        var options = ServeOptions()
        options.signIn.codesRequiredOf = roles
        options.proxyHeader = proxyHeader
        return WebClient(Site(room.office, options: options).router(logger: LogLines().logger)) {
            SiteContext(source: LoggerSource(logger: $0))
        }
    }

    @discardableResult
    private func signIn(
        _ client: WebClient<SiteContext>, _ password: String = Self.password, following: Bool = true
    ) async throws -> WebAnswer {
        try await client.get(SiteURL.signIn(next: nil).address)
        return try await client.submit("Sign in", ["name": "ada", "password": password], following: following)
    }

    /// What an authenticator shows that was given the key on the page.
    private func shown(on client: WebClient<SiteContext>, _ room: Partnership) async throws -> String {
        let key = try #require(await client.page?.root.first("pre")?.text)
        return shown(key, room)
    }

    private func shown(_ key: String, _ room: Partnership) -> String {
        OneTimeCodes(key: [UInt8](base32: key)).code(at: OneTimeCodes.step(at: room.now))
    }

    /// Turns codes on from the page; the key as it was shown, and the recovery codes.
    private func turnOn(
        _ client: WebClient<SiteContext>, _ room: Partnership
    ) async throws -> (key: String, recovery: [String]) {
        try await client.get(SiteURL.signInCodes.address)
        try await client.submit("Set up sign-in codes", following: true)
        let key = try #require(await client.page?.root.first("pre")?.text)
        let done = try await client.submit(
            "Turn the codes on", ["code": shown(key, room), "password": Self.password])
        return (key, try done.page().root.all("ol").last?.all("li").map(\.text) ?? [])
    }

    private func heading(_ client: WebClient<SiteContext>) async -> String? {
        await client.page?.root.first("h1")?.text
    }

    @Test("Somebody turns them on, signs in with one, makes a token as ever, and turns them off")
    func journey() async throws {
        let room = try await partnership()
        let client = try await room.browser()
        try await signIn(client)
        let home = try await client.get(SiteURL.today.address)
        #expect(try home.page().root.all("a").contains { $0["href"] == SiteURL.signInCodes.address })
        try await client.get(SiteURL.signInCodes.address)
        try await client.submit("Set up sign-in codes", following: true)
        let key = try #require(await client.page?.root.first("pre")?.text)
        #expect(key.split(separator: " ").map(\.count) == Array(repeating: 4, count: 8))
        let link = try #require(await client.page?.root.first("a") { $0["href"]?.hasPrefix("otpauth://") == true })
        #expect(link["href"]?.contains("secret=\(key.replacing(" ", with: ""))&") == true)

        let wrong = try await client.submit(
            "Turn the codes on", ["code": "000000", "password": Self.password])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("That is no code of this key"))
        #expect(try wrong.page().root.first("pre")?.text == key)
        let done = try await client.submit(
            "Turn the codes on", ["code": shown(key, room), "password": Self.password])
        #expect(done.status == .ok && done.text.contains("they are not shown again"))
        #expect(try done.page().root.all("ol").last?.all("li").count == 10)
        let kept = try await client.get(SiteURL.signInCodes.address)
        #expect(kept.text.contains("10 of 10") && !kept.text.contains(key))

        try await client.submit("Sign out", following: true)
        let asked = try await signIn(client, following: false)
        #expect(asked.status == .seeOther && asked.header("Location") == SiteURL.signInCode(next: nil).address)
        let cookies = asked.headers[values: .setCookie]
        #expect(cookies.count == 1 && cookies[0].hasPrefix("throughline-unfinished="))
        #expect(cookies[0].hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        // Until the code is given nothing else is open.
        for page in [SiteURL.today, .signInCodes, .tokens] {
            #expect(try await client.get(page.address).status == .seeOther, "\(page)")
        }
        try await client.get(SiteURL.signInCode(next: nil).address)
        #expect(await heading(client) == "Enter your code")
        let used = try await client.submit("Sign in", ["code": shown(key, room)])
        #expect(used.status == .unprocessableContent && used.text.contains("was used already"))
        #expect(!used.text.contains("value=\"\(shown(key, room))\""))
        #expect(try await client.submit("Sign in").text.contains("Fill in"))
        room.move(to: Partnership.monday, hour: 9, minute: 1)
        let entered = try await client.submit("Sign in", ["code": shown(key, room)])
        #expect(entered.status == .seeOther && entered.header("Location") == SiteURL.home.address)
        #expect(await client.cookie("throughline-unfinished") == nil)

        try await client.get(SiteURL.tokens.address)
        #expect(try await client.submit("Make this token", ["name": "The rota"]).text.contains("Copy this token now"))
        room.move(to: Partnership.monday, hour: 9, minute: 2)
        try await client.get(SiteURL.signInCodes.address)
        let refused = try await client.submit(
            "Turn the codes off", ["password": "not the password", "code": shown(key, room)])
        #expect(refused.status == .unprocessableContent && refused.text.contains("The password is not right"))
        let off = try await client.submit(
            "Turn the codes off", ["password": Self.password, "code": shown(key, room)], following: true)
        #expect(off.text.contains(Said.codesOff.sentence))
        #expect(try await client.get(SiteURL.today.address).status == .seeOther)
        #expect(try await signIn(client, following: false).header("Location") == SiteURL.home.address)
        try await room.close()
    }

    @Test("A recovery code signs in where there is no authenticator, and leads to the page that was wanted")
    func recovery() async throws {
        let room = try await partnership()
        let client = try await room.browser()
        try await signIn(client)
        let (_, recovery) = try await turnOn(client, room)
        await client.forgetCookies()
        try await client.get(SiteURL.keys.address, following: true)
        try await client.submit("Sign in", ["name": "ada", "password": Self.password], following: true)
        #expect(await heading(client) == "Enter your code")
        let wrong = try await client.submit("Sign in", ["recovery": "AAAAA AAAAA"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("This recovery code is not right"))
        #expect(try wrong.page().root.all("details").contains { $0["open"] != nil })
        let entered = try await client.submit("Sign in", ["recovery": try #require(recovery.first)])
        #expect(entered.status == .seeOther && entered.header("Location") == SiteURL.keys.address)
        try await room.close()
    }

    @Test("Whoever must have codes sets them up before anything else is open")
    func required() async throws {
        let room = try await partnership()
        let client = browser(room, requiring: [.adviser])
        try await client.get(SiteURL.keys.address, following: true)
        try await client.submit("Sign in", ["name": "ada", "password": Self.password], following: true)
        #expect(await heading(client) == "Set up sign-in codes")
        #expect(try await client.get(SiteURL.today.address).status == .seeOther)
        try await client.get(SiteURL.signInSetUp(next: SiteURL.keys.address).address)
        let wrong = try await client.submit("Turn the codes on", ["code": "12"])
        #expect(wrong.status == .unprocessableContent)
        let done = try await client.submit("Turn the codes on", ["code": try await shown(on: client, room)])
        #expect(done.status == .ok && done.text.contains("they are not shown again"))
        #expect(try await client.click("I have kept them").status == .ok)
        #expect(await client.address == SiteURL.keys.address)
        try await room.close()
    }

    @Test("A form of another sign-in is refused, and one that took too long leads back to the first page")
    func sealed() async throws {
        let room = try await partnership()
        let client = try await room.browser()
        try await signIn(client)
        let (key, _) = try await turnOn(client, room)
        await client.forgetCookies()
        try await signIn(client)
        let form = await client.page
        try await signIn(client)
        await client.back(to: form, at: SiteURL.signInCode(next: nil).address)
        room.move(to: Partnership.monday, hour: 9, minute: 1)
        #expect(try await client.submit("Sign in", ["code": shown(key, room)]).status == .forbidden)
        let forged = try await client.post(SiteURL.signInCode(next: nil).address, [("code", shown(key, room))])
        #expect(forged.status == .forbidden)
        try await client.get(SiteURL.signInCode(next: nil).address)
        room.move(to: Partnership.monday, hour: 9, minute: 11)
        let late = try await client.submit("Sign in", ["code": shown(key, room)], following: true)
        #expect(late.text.contains(Said.signInAgain.sentence))
        #expect(await heading(client) == "Sign in")
        try await room.close()
    }

    @Test("A name nobody has, a wrong password and an account that is shut are told alike, and tries are counted")
    func alike() async throws {
        let room = try await partnership()
        let client = try await room.browser()
        func told(_ name: String, _ password: String) async throws -> String {
            try await client.get(SiteURL.signIn(next: nil).address)
            let answer = try await client.submit("Sign in", ["name": name, "password": password])
            #expect(answer.status == .unprocessableContent)
            return try #require(try answer.page().root.first("div") { $0.has(class: "problems") }?.text)
        }
        let nobody = try await told("nobody", Self.password)
        for _ in 1...5 { #expect(try await told("ada", "not the password") == nobody) }
        #expect(try await told("ada", Self.password) == nobody)
        // Twenty a minute from one address.
        for _ in 1...13 { _ = try await told("ada", "not the password") }
        let fields = [("name", "ada"), ("password", "not the password")]
        let answer = try await client.post(SiteURL.signIn(next: nil).address, fields)
        #expect(answer.status == .tooManyRequests)
        try await room.close()
    }

    @Test("Tries at a code are counted by the sign-in it is for, not by the address that others share")
    func countedBySignIn() async throws {
        let room = try await partnership()
        let client = try await room.browser()
        try await signIn(client)
        let (_, recovery) = try await turnOn(client, room)
        await client.forgetCookies()
        try await signIn(client)
        let other = try await room.browser()
        try await signIn(other)
        for _ in 1...20 { #expect(try await client.submit("Sign in").status == .unprocessableContent) }
        #expect(try await client.submit("Sign in").status == .tooManyRequests)
        let stranger = try await room.browser()
        func guess() async throws -> HTTPResponse.Status {
            try await stranger.post(SiteURL.signIn(next: nil).address, [("name", "")]).status
        }
        for _ in 1...20 { _ = try await guess() }
        #expect(try await guess() == .tooManyRequests)
        let entered = try await other.submit("Sign in", ["recovery": try #require(recovery.first)])
        #expect(entered.status == .seeOther)
        try await room.close()
    }

    @Test("Behind a proxy that is named, tries are counted by the address it adds, and else no header is believed")
    func behindProxy() async throws {
        let room = try await partnership()
        let header = try #require(HTTPField.Name("X-Forwarded-For"))
        func guess(_ client: WebClient<SiteContext>, from said: String) async throws -> HTTPResponse.Status {
            try await client.ask(
                .post, SiteURL.signIn(next: nil).address, headers: [header: said], body: Array("name=".utf8)
            ).status
        }
        let behind = browser(room, proxyHeader: "X-Forwarded-For")
        for number in 1...20 {
            #expect(try await guess(behind, from: "192.0.2.\(number), 198.51.100.7") == .unprocessableContent)
        }
        #expect(try await guess(behind, from: "192.0.2.21,198.51.100.7") == .tooManyRequests)
        #expect(try await guess(behind, from: "198.51.100.8") == .unprocessableContent)
        let bare = browser(room)
        for number in 1...20 { _ = try await guess(bare, from: "192.0.2.\(number)") }
        #expect(try await guess(bare, from: "192.0.2.21") == .tooManyRequests)
        try await room.close()
    }

    @Test("Pressing twice the button that sets codes up leads to the one session, and to new recovery codes")
    func pressedTwice() async throws {
        let room = try await partnership()
        let client = browser(room, requiring: [.adviser])
        try await signIn(client)
        let form = await client.page
        let unfinished = try #require(await client.cookie("throughline-unfinished"))
        let code = try await shown(on: client, room)
        func press() async throws -> WebAnswer {
            await client.back(to: form, at: SiteURL.signInSetUp(next: nil).address)
            return try await client.submit("Turn the codes on", ["code": code])
        }
        func pressBeforeAnyAnswer() async throws -> WebAnswer {
            await client.forgetCookies()
            await client.keep("throughline-unfinished", unfinished)
            return try await press()
        }
        #expect(try await press().text.contains("they are not shown again"))
        let session = try #require(await client.cookie("throughline"))
        #expect(try await press().status == .ok)
        #expect(await heading(client) == "You are signed in")

        #expect(try await pressBeforeAnyAnswer().status == .ok)
        #expect(await heading(client) == "You are signed in")
        #expect(await client.cookie("throughline") == session)
        #expect(try await client.click("Make new recovery codes here").text.contains("10 of 10"))

        room.move(to: Partnership.monday, hour: 9, minute: 2)
        let late = try await pressBeforeAnyAnswer()
        #expect(late.status == .seeOther)
        #expect(late.header("Location") == SiteURL.signIn(next: nil).saying(.signInAgain))
        try await room.close()
    }

    @Test("The accounts of a demonstration have none")
    func demonstration() async throws {
        let room = try await partnership(demonstration: true)
        let dana = try await room.browser(room.jobcentreAdviser)
        let page = try await dana.get(SiteURL.signInCodes.address)
        #expect(page.text.contains("its accounts have no sign-in codes"))
        #expect(try page.page().root.first("form") { $0["action"] == SiteURL.newSignInKey.address } == nil)
        try await room.close()
    }
}
