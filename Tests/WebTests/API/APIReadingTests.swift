import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Reading by the API")
struct APIReadingTests {
    @Test("A record is read by section, each with its reason, and the look is on record", arguments: Engine.allCases)
    func record(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let subject = try await town.attached()
        let program = try await town.program(town.adviser)
        let looks = try await town.looks()
        let read = try await program.get("/customers/\(subject)")
        #expect(read.status == 200)
        #expect(try await town.looks() == looks + 1)
        #expect(read.json["identity"]?["family"] == "Parr")
        #expect(read.json["relation"] == "attached")
        #expect(read.json["referrals"]?.array?.first?["provider"]?["name"] == "Northway Futures")
        let sees = read.json["sees"]?.array ?? []
        #expect(sees.contains { $0["category"] == "identity" && $0["says"]?.string?.contains("public task") == true })
        let unseen = read.json["unseen"]?.array ?? []
        #expect(unseen.contains("health") && !sees.contains { $0["category"] == "health" })
        #expect(read.web.header("ETag") == "\"\(try await town.file(subject).sequence)\"")
        for part in ["appointments", "journey", "plan"] {
            #expect(try await program.get("/customers/\(subject)/\(part)").status == 200, "\(part)")
        }
        try await town.close()
    }

    @Test("What is not for a reader is not in the answer: a commissioner reads codes and dates, and no name")
    func withheld() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let commissioner = try await town.program(town.commissioner)
        let read = try await commissioner.get("/customers/\(subject)")
        #expect(read.status == 200 && read.json["identity"] == nil && read.json["relation"] == "commissions")
        #expect(!read.web.text.contains("Parr") && !read.web.text.contains("null"))
        #expect(try await commissioner.get("/customers/\(subject)/plan").code == "sight.none")
        let stranger = try await town.program(town.otherAdviser)
        let refused = try await stranger.get("/customers/\(subject)")
        #expect(refused.status == 404 && refused.code == "case.none")
        try await town.close()
    }

    @Test("A token lets in until it is ended, runs out, or its person loses the account", arguments: Engine.allCases)
    func tokens(engine: Engine) async throws {
        let town = try await Partnership(engine)
        let made = try await town.office.issueToken(
            named: "Case system", for: town.position(of: town.adviser), scopes: [.read], days: 2)
        let program = APIProgram(client: try await town.browser(), token: made.secret)
        #expect(try await program.get("/me").json["role"] == "provider-adviser")
        #expect(try await town.office.tokens(of: town.adviser.author.person).first?.used == Partnership.monday)
        let kept = try await town.store.read { try $0.all("SELECT token_hash FROM tokens") { try $0.text(0) } }
        #expect(!kept.contains(made.secret) && kept.count == 1)
        town.move(to: Partnership.monday.adding(days: 3))
        let over = try await program.get("/me")
        #expect(over.status == 401 && over.code == "token.unknown" && over.web.header("WWW-Authenticate") != nil)

        let second = try await town.program(town.adviser)
        let token = try #require(try await town.office.tokens(of: town.adviser.author.person).first)
        await #expect(throws: Refusal.self) {
            try await town.office.revokeToken(token.id, of: town.manager.author.person)
        }
        #expect(try await second.get("/me").status == 200)
        try await town.office.revokeToken(token.id, of: town.adviser.author.person)
        #expect(try await second.get("/me").status == 401)

        let third = try await town.program(town.adviser)
        try await town.office.shutAccount("ben.okoro", by: town.adviser.author.person)
        #expect(try await third.get("/me").status == 401)
        try await town.close()
    }

    @Test("A session is not a token, and a token is no more than its scopes and its person's powers")
    func scopes() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let browser = try await town.browser(town.adviser)
        let none = try await APIProgram(client: browser).get("/me")
        #expect(none.status == 401 && none.code == "token.missing")
        let writer = try await town.program(town.adviser, [.write])
        #expect(try await writer.get("/customers/\(subject)").code == "token.scope")
        let one = try await town.program(town.adviser, [.act(.readCaseload)])
        #expect(try await one.get("/caseload").status == 200)
        #expect(try await one.get("/customers/\(subject)").status == 403)
        let reader = try await town.program(town.adviser, [.read])
        let inbox = try await reader.get("/inbox")
        #expect(inbox.status == 403 && inbox.code == "power.none")
        try await town.close()
    }

    @Test("Lists are paged by key and bounded; what the description does not know is refused with a sentence")
    func lists() async throws {
        let town = try await Partnership()
        for name in ["Ash", "Birch", "Cedar"] { _ = try await town.referred("Rosa", name) }
        let manager = try await town.program(town.manager)
        let first = try await manager.get("/inbox?limit=2")
        #expect(first.json["rows"]?.array?.count == 2)
        let next = try #require(first.json["next"]?.string)
        let second = try await manager.get("/inbox?limit=2&at=\(SiteURL.escape(next))")
        #expect(second.json["rows"]?.array?.count == 1 && second.json["next"] == nil)
        for bad in ["limit=0", "limit=101", "limit=x", "at=nowhere", "page=2", "limit=1&limit=2"] {
            let refused = try await manager.get("/inbox?\(bad)")
            #expect(refused.status == 422, "\(bad)")
            #expect(refused.json["detail"]?.string?.isEmpty == false)
            #expect(refused.web.header("Content-Type") == "application/problem+json")
        }
        let dana = try await town.program(town.jobcentreAdviser)
        #expect(try await dana.get("/customers?name=birch").json.array?.count == 1)
        #expect(try await dana.get("/customers?name=birch&born=1980-02-14").code == "search.one")
        #expect(try await dana.get("/customers?born=1980-02-31").status == 422)
        let grace = try await town.program(town.commissioner)
        #expect(try await grace.get("/payments").json["rows"]?.array?.isEmpty == true)
        #expect(try await grace.get("/payments?from=2012-09-10&until=2012-09-01").code == "payments.period")
        try await town.close()
    }

    @Test("The journey is read a page at a time, newest first, and its pages join up")
    func journey() async throws {
        let town = try await Partnership()
        let subject = try await town.attached()
        let program = try await town.program(town.adviser)
        let all = try await program.get("/customers/\(subject)/journey?limit=100").json["rows"]?.array ?? []
        #expect(all.count > 5)
        var read: [JSON] = []
        var at: String?
        repeat {
            let page = try await program.get("/customers/\(subject)/journey?limit=3" + (at.map { "&at=\($0)" } ?? ""))
            read += page.json["rows"]?.array ?? []
            at = page.json["next"]?.string
        } while at != nil
        #expect(read == all)
        #expect(try await program.get("/customers/\(subject)/journey?at=9999").status == 422)
        try await town.close()
    }

    @Test("An address the API does not have, or another method, is told to a program, not shown as a page")
    func nowhere() async throws {
        let town = try await Partnership()
        let program = try await town.program(town.adviser)
        let nowhere = try await program.get("/nothing")
        #expect(nowhere.status == 404 && nowhere.web.header("Content-Type") == "application/problem+json")
        let other = try await program.ask(.delete, "/caseload")
        #expect(other.status == 405 && other.web.header("Allow") == "GET")
        #expect(try await program.get("/customers/none").status == 404)
        try await town.close()
    }
}
