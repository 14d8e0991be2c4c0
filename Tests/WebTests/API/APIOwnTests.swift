import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("A customer's own page by the API")
struct APIOwnTests {
    /// A program of the customer's own, by a code that an adviser made them.
    private func own(_ town: Partnership, _ subject: Identifier<CaseFile>) async throws -> APIProgram {
        let ben = try await town.program(town.adviser)
        let made = try await ben.post("/customers/\(subject)/forms/let-in", ["route": "paper"])
        let invitation = try #require(made.json["command"]?.string)
        let code = try await ben.get("/customers/\(subject)/codes/\(invitation)")
        #expect(code.status == 200, "\(code.json)")
        return try await entered(town, code.json["code"] ?? JSON.null)
    }

    private func entered(_ town: Partnership, _ code: JSON) async throws -> APIProgram {
        let nobody = APIProgram(client: try await town.browser())
        let token = try await nobody.post("/own/token", ["code": code])
        #expect(token.status == 201, "\(token.json)")
        return APIProgram(client: nobody.client, token: token.json["token"]?.string)
    }

    @Test("They read their record as their page shows it, do what is theirs, and nothing of staff's (G-004)")
    func themselves() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let other = try await town.register("Tom", "Hale")
        let meeting = try await town.book(subject, on: town.now.day.adding(days: 3), purpose: .review)
        let rosa = try await own(town, subject)
        let me = try await rosa.get("/me")
        #expect(me.json["role"] == "customer" && me.json["case"] == .text(subject) && me.json["scopes"] == ["own"])
        let looks = try await town.looks()
        for part in ["", "/plan", "/appointments", "/journey", "/sharing", "/looks", "/circumstances", "/requests"] {
            #expect(try await rosa.get("/customers/\(subject)\(part)").status == 200, "\(part)")
        }
        #expect(try await town.looks() == looks + 8)
        #expect(try await rosa.get("/customers/\(subject)").json["relation"] == "oneself")
        let latest = try await rosa.get("/customers/\(subject)/looks").json["rows"]?.array?.first
        #expect(latest?["said"] == "It is your own record.")

        let goal = try await rosa.post("/own/forms/goal", ["words": "To bake for a living."])
        #expect(goal.status == 200, "\(goal.json)")
        let confirmed = try await rosa.post("/own/forms/confirm/\(meeting)", [:])
        #expect(confirmed.status == 200, "\(confirmed.json)")
        let file = try await town.file(subject)
        #expect(file.plan.goals.first?.set.by.role == .customer)
        #expect(file.appointments.last?.confirmed != nil)

        #expect(try await rosa.get("/customers/\(other)").code == "case.none")
        for path in ["/caseload", "/customers?name=hale", "/customers/\(subject)/payments"] {
            #expect(try await rosa.get(path).code == "token.scope", "\(path)")
        }
        #expect(try await rosa.get("/customers/\(subject)/forms/book").code == "token.scope")
        let ben = try await town.program(town.adviser)
        #expect(try await ben.post("/own/forms/goal", ["words": "Mine."]).code == "token.scope")

        #expect(try await rosa.ask(.delete, "/own/token").status == 200)
        #expect(try await rosa.get("/me").status == 401)
        try await town.close()
    }

    @Test("A form of theirs is asked what it takes, done once, and told apart when it was something else")
    func once() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let rosa = try await own(town, subject)
        let asked = try await rosa.get("/own/forms/ask")
        #expect(asked.status == 200 && asked.json["schema"]?["properties"]?["words"]?["type"] == "string")
        let to = asked.json["schema"]?["properties"]?["to"]?["oneOf"]?.array?.first?["const"] ?? JSON.null
        let key: HTTPFields = [.idempotencyKey: "0137a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d"]
        let question: JSON = ["to": to, "words": "When do we meet?"]
        let first = try await rosa.post("/own/forms/ask", question, key)
        #expect(first.status == 200, "\(first.json)")
        let again = try await rosa.post("/own/forms/ask", question, key)
        #expect(again.json == first.json && again.web.header("Idempotency-Replayed") == "true")
        let other = try await rosa.post("/own/forms/ask", ["to": to, "words": "Where?"], key)
        #expect(other.status == 409 && other.code == "command.used-already")
        #expect(try await town.file(subject).voices.all.count == 1)
        try await town.close()
    }

    @Test("A yes about sharing says to what, and what was not chosen stays shut (K-007)")
    func sharing() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let terms = ConsentTerms(
            recipient: town.otherManager.author.organisation, categories: [.identity, .plan], purpose: "training")
        let asked = try await town.perform(
            AskConsent(terms: terms, why: Words("They run the course.")), on: subject, as: town.jobcentreAdviser)
        let request = try #require(asked.file.consents.waiting.first?.id)
        let rosa = try await own(town, subject)
        let until = try await rosa.get("/own/forms/share/\(request)").json["values"]?["until"] ?? JSON.null
        let answer: JSON = ["agreed": true, "categories": ["identity"], "until": until]
        let given = try await rosa.post("/own/forms/share/\(request)", answer)
        #expect(given.status == 200, "\(given.json)")
        #expect(try await town.file(subject).consents.given.last?.terms.categories == [.identity])
        try await town.close()
    }

    @Test("Who pays for the help is among those who can open the record, by its name, and sees no name (K-007, A-101)")
    func commissioners() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        for program in [try await own(town, subject), try await town.program(town.adviser)] {
            let viewers = try await program.get("/customers/\(subject)/sharing").json["viewers"]?.array ?? []
            #expect(viewers.first?["organisation"]?["name"] == "Union Street Jobcentre")
            let body = try #require(viewers.last)
            #expect(body["organisation"]?["name"] == "Department for Work and Skills")
            #expect(body["organisation"]?["id"] == .text(town.commissioner.author.organisation))
            #expect(body["relation"] == "commissions")
            #expect(body["sees"] == ["referral", "appointments", "work", "money"])
        }
        try await town.close()
    }

    @Test("A supporter does what they were let do and no more, until the person ends it (A-027)")
    func supporter() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        try await town.perform(
            CorrectCustomer(
                identity: Identity(
                    given: "Rosa", family: "Parr", born: day("1980-02-14"),
                    nationalInsurance: NationalInsuranceNumber("QQ123456C"), on: town.now.day)),
            on: subject, as: town.jobcentreAdviser)
        let rosa = try await own(town, subject)
        let until = town.now.day.adding(days: 20)
        let named = try await rosa.post(
            "/own/forms/supporter",
            ["name": "Sam Field", "relationship": "my sister", "may": ["voice"], "until": .text(until)])
        #expect(named.status == 200, "\(named.json)")
        let invitation = try #require(try await town.file(subject).access.invitations.last?.id)
        let code = try await rosa.get("/customers/\(subject)/codes/\(invitation)")
        let sam = try await entered(town, code.json["code"] ?? JSON.null)
        #expect(try await sam.get("/me").json["role"] == "supporter")
        let mine = try await rosa.get("/customers/\(subject)").json["identity"]
        #expect(mine?["born"] == "1980-02-14" && mine?["number"] == "QQ 12 34 56 C")
        let theirs = try await sam.get("/customers/\(subject)").json["identity"]
        #expect(theirs?["family"] == "Parr" && theirs?["born"] == nil && theirs?["number"] == nil)
        #expect(try await sam.get("/customers/\(subject)/voices").status == 200)
        #expect(try await sam.get("/customers/\(subject)/plan").code == "sight.none")
        let goal = try await sam.post("/own/forms/goal", ["words": "To bake."])
        #expect(goal.status == 403 && goal.code == "power.not-chosen", "\(goal.json)")
        #expect(try await sam.post("/customers/\(subject)/requests", ["kind": "access"]).code == "power.none")
        let supporter = try #require(try await town.file(subject).access.supporters.last?.id)
        #expect(try await rosa.post("/own/forms/end-supporter/\(supporter)", [:]).status == 200)
        let late = try await sam.get("/me")
        #expect(late.status == 403 && late.code == "supporter.ended")
        try await town.close()
    }

    @Test("Whatever is wrong with a code is told alike, and tries are limited as they are on the page")
    func tries() async throws {
        let town = try await Partnership()
        let nobody = APIProgram(client: try await town.browser())
        let wrong = try await nobody.post("/own/token", ["code": "AAAAA AAAAA"])
        #expect(wrong.status == 422 && wrong.code == "sign-in.code")
        #expect(try await nobody.post("/own/token", ["code": "no code"]).json["detail"] == wrong.json["detail"])
        let large = try await nobody.post("/own/token", ["code": .string(String(repeating: "A", count: 5000))])
        #expect(large.status == 413)
        var last: APIProgram.Answer?
        for _ in 1...20 { last = try await nobody.post("/own/token", ["code": "AAAAA AAAAA"]) }
        #expect(last?.status == 429 && last?.web.header("Retry-After") != nil)
        let phone = try await town.browser()
        try await phone.get(SiteURL.welcome.address)
        let page = try await phone.submit("Go to my page", ["code": "AAAAA AAAAA"])
        #expect(page.status == .tooManyRequests, "the page counts with it")
        try await town.close()
    }
}
